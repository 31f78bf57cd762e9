import { el, focusAtEnd } from './dom.js'
import { icon } from './icons.js'

const tallestPx = 140

/**
 * Where one writes: Enter sends, Shift+Enter is a new line. `send(text)` resolves with whether it went; only then is
 * the field emptied. `hints(text)` may show something above the field.
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
    const went = await send(text)
    sending = false
    if (went && field.value === text) field.value = ''
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
    fill(words) {
      field.value = words
      look()
      focusAtEnd(field)
    },
  }
}
