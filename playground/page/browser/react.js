import { el } from './dom.js'
import { icon } from './icons.js'

/**
 * What turns the bar of a message into a row of emoji: the button, and the row that stands in the bar's place until one
 * is chosen or the pointer leaves. `offered`: `{ sign, name }`, shown and told to `choose`.
 */
export function reactButton({ offered, choose, testid }) {
  const picks = el(
    'div',
    { class: 'picks', role: 'group', 'aria-label': 'React with' },
    offered.map(({ sign, name }) =>
      el(
        'button',
        {
          type: 'button',
          title: name,
          'aria-label': `React with ${name}`,
          'data-testid': `${testid}-${name}`,
          on: {
            click: () => {
              turn(false)
              choose(name)
            },
          },
        },
        sign,
      ),
    ),
  )
  const button = el(
    'button',
    { type: 'button', title: 'React', 'aria-label': 'React', 'data-testid': testid, on: { click: () => turn(true) } },
    icon('smile'),
  )
  const turn = (picking) => {
    const bar = button.parentElement
    bar.classList.toggle('picking', picking)
    if (!picking) return
    picks.firstElementChild.focus({ focusVisible: false })
    bar.addEventListener('mouseleave', () => turn(false), { once: true })
  }
  picks.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    turn(false)
    button.focus()
  })
  return [button, picks]
}

/** The reactions under a message, each once with how often: a press gives one's own, or takes it back. */
export function reactionRow(reactions, { className, give, testid }) {
  if (reactions.length === 0) return undefined
  return el(
    'div',
    { class: className },
    reactions.map(({ sign, name, count, mine }) =>
      el(
        'button',
        {
          type: 'button',
          class: mine ? 'reaction mine' : 'reaction',
          title: name,
          'aria-label': `${name}, ${count}`,
          'aria-pressed': String(mine),
          'data-testid': testid,
          on: { click: () => give(name, mine) },
        },
        sign,
        el('span', {}, String(count)),
      ),
    ),
  )
}
