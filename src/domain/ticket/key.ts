import { latinDigits } from '../text/digits.ts'

/**
 * A ticket's key as people type it, for a pattern that takes capital and small letters alike: its number in the digits
 * of their keyboard (KUBIT-۱۲).
 */
export const TYPED_KEY = '[a-z][a-z0-9]{1,9}-[0-9\\u0660-\\u0669\\u06F0-\\u06F9]+'

/** The key as it is kept, however it was typed: kubit-۱۲ is KUBIT-12. */
export function keyOf(typed: string): string {
  return latinDigits(typed).toUpperCase()
}
