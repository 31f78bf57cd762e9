import { el } from './dom.js'

const shades = 8

/** A person's square: initials on a colour that is always the same for the same id. */
export function avatar(id, name, bot = false) {
  const sum = Array.from(String(id)).reduce((total, letter) => (total * 31 + letter.codePointAt(0)) % 997, 7)
  const initial = Array.from(name)[0] ?? '?'
  return el(
    'span',
    { class: bot ? 'avatar bot' : `avatar shade-${sum % shades}`, 'aria-hidden': 'true' },
    bot ? '' : initial,
  )
}
