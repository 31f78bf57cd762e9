import { el, focusAtEnd } from './dom.js'
import { icon } from './icons.js'

const tallestPx = 140

/**
 * Where one writes: Enter sends, Shift+Enter is a new line. `send(text)` resolves with whether it went; only then is
 * the field emptied. `hints(text)` may show something above the field. Where one goes elsewhere, `turnTo(place)`.
 */
export function composer({ label, testid, send, before = [], hints = () => undefined, leave = () => {} }) {
  const field = el('textarea', { rows: 1, 'aria-label': label, placeholder: label, 'data-testid': testid })
  const button = el(
    'button',
    { type: 'button', class: 'send', 'aria-label': 'Send', 'data-testid': `${testid}-send` },
    icon('send'),
  )
  const hint = el('div', { class: 'hint', hidden: true })
  let sending = false
  /** Where one is, and what is half written elsewhere. */
  let place
  const drafts = new Map()

  const look = () => {
    field.style.height = ''
    if (field.scrollHeight > field.clientHeight) field.style.height = `${Math.min(field.scrollHeight, tallestPx)}px`
    button.disabled = field.value.trim() === ''
    const shown = hints(field.value)
    hint.hidden = !shown
    hint.replaceChildren(...(shown ? [shown] : []))
  }
  const go = async () => {
    const text = field.value
    if (text.trim() === '' || sending) return
    sending = true
    const begunIn = place
    const went = await send(text).finally(() => {
      sending = false
    })
    if (!went) return
    if (place !== begunIn && drafts.get(begunIn) === text) drafts.delete(begunIn)
    if (place === begunIn && field.value === text) field.value = ''
    look()
  }
  field.addEventListener('input', look)
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave()
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void go()
  })
  button.addEventListener('click', go)
  look()

  return {
    root: el('div', { class: 'composer' }, hint, el('div', { class: 'composer-row' }, before, field, button)),
    field,
    rename(words) {
      field.placeholder = words
      field.setAttribute('aria-label', words)
    },
    /** Leaves what is half written where it was begun, and goes on with what was begun in `there`. */
    turnTo(there) {
      if (place === there) return
      // What was typed before the page knew where was typed here.
      if (place !== undefined) {
        drafts.set(place, field.value)
        field.value = drafts.get(there) ?? ''
      }
      place = there
      look()
    },
    fill(words) {
      field.value = words
      look()
      focusAtEnd(field)
    },
  }
}
