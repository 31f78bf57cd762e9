import { el } from '../dom.js'
import { icon } from '../icons.js'

/** A list that opens above a button: rows of `{words, hint, testid, choose}` from `rows()`. */
export function popUp({ label, testid, face, rows }) {
  const list = el('div', { class: 'pop-up', role: 'menu', hidden: true })
  const button = el(
    'button',
    {
      type: 'button',
      class: 'bare',
      'aria-label': label,
      title: label,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-testid': testid,
    },
    icon(face),
  )
  const open = (is) => {
    list.hidden = !is
    button.setAttribute('aria-expanded', String(is))
    if (!is) return
    list.replaceChildren(
      ...rows().map(({ words, hint, testid: id, choose }) =>
        el(
          'button',
          {
            type: 'button',
            role: 'menuitem',
            'data-testid': id,
            on: {
              click: () => {
                open(false)
                choose()
              },
            },
          },
          el('span', {}, words),
          hint && el('small', {}, hint),
        ),
      ),
    )
    list.querySelector('button')?.focus()
  }
  button.addEventListener('click', () => open(list.hidden))
  const root = el('div', { class: 'popping' }, button, list)
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') open(false)
  })
  document.addEventListener('click', ({ target }) => {
    if (!root.contains(target)) open(false)
  })
  return root
}

/** What the message being written answers or changes, with a way out. */
export function banner({ what, words, leave }) {
  return el(
    'div',
    { class: 'banner', 'data-testid': 'telegram-banner' },
    el('div', {}, el('strong', {}, what), el('span', {}, words)),
    el('button', { type: 'button', class: 'bare', 'aria-label': 'Cancel', on: { click: leave } }, icon('close')),
  )
}

/** What people send besides words; each is a small stand-in. */
export const things = [
  ['photo', 'Photo'],
  ['document', 'File'],
  ['voice', 'Voice message'],
  ['sticker', 'Sticker'],
  ['location', 'Location'],
]
