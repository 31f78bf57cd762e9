import { toPlain } from './text/plain.ts'
import type { Text } from './text/text.ts'

/** Keys by the marks their makers gave them, so that ordinary words are never taken for one. */
const keys: readonly RegExp[] = [
  /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bxox[abeprs]-[0-9A-Za-z-]{10,}/,
  /\bxapp-\d-[0-9A-Za-z-]{10,}/,
  /\bgh[oprsu]_[0-9A-Za-z]{36,}/,
  /\bgithub_pat_[0-9A-Za-z_]{22,}/,
  /\bglpat-[0-9A-Za-z_-]{20,}/,
  /\b[rs]k_live_[0-9A-Za-z]{16,}/,
  /\bsk-[0-9A-Za-z_-]{20,}/,
  /\bAIza[0-9A-Za-z_-]{35}/,
  // A Telegram bot's token.
  /\b\d{8,10}:[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/,
  // A signed token (JWT).
  /\beyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{10,}/,
]

/** Digits as people write cards, in groups or not; no part of a longer number. */
const numbers = /(?<![\d.,-])\d(?:[ -]?\d){12,18}(?![\d-]|[.,]\d)/g

/** What card numbers begin with, and how many digits they have then. */
const cards = /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6\d{15})$/

/** What in a text should not be sent to somebody unread: a key, or the number of a card (with a right check digit). */
export function secretIn(text: Text): 'key' | 'card' | undefined {
  const words = toPlain(text)
  if (keys.some((key) => key.test(words))) return 'key'
  const found = words.match(numbers)?.map((number) => number.replace(/\D/g, '')) ?? []
  return found.some((digits) => cards.test(digits) && isChecked(digits)) ? 'card' : undefined
}

/** Luhn's check, ISO/IEC 7812. */
function isChecked(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, place) => {
      const value = place % 2 === 1 ? Number(digit) * 2 : Number(digit)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}
