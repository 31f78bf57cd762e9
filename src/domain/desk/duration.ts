import { z } from 'zod'
import { by } from './shape.ts'

const TIME = 'T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?'
const EXACT = new RegExp(`^P${TIME}$`)
const ANY = new RegExp(`^P(?=[\\dT])(\\d+W)?(\\d+D)?(${TIME})?$`)

const isLong = (duration: string): boolean => /[1-9]/.test(duration)

/** `PT48H` is exact, `P14D` is wall-clock days in the desk's zone. Kept as written. */
export const duration = z.string().refine((text) => ANY.test(text) && isLong(text), by('duration'))

/** The same, and `PT0S` for at once. */
export const durationOrZero = z.string().regex(ANY, by('duration-or-zero'))

/** A target: hours, minutes and seconds only, because a day of business hours is ambiguous (sla.md S6). */
export const exactDuration = z.string().refine((text) => EXACT.test(text) && isLong(text), by('exact-duration'))

/** When to warn: so long before (`PT10M`), or at this share of the target (`80%`), in business time (sla.md S23). */
export const warning = z
  .string()
  .refine((text) => (EXACT.test(text) && isLong(text)) || /^[1-9]\d?%$/.test(text), by('warning'))

/** Years, months, weeks, days by the calendar, at least 30 days: `P24M`. */
export const calendarDuration = z
  .string()
  .refine((text) => /^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/.test(text) && daysAtLeast(text) >= 30, by('retention'))

function daysAtLeast(text: string): number {
  const days = { Y: 365, M: 30, W: 7, D: 1 } as const
  // The pattern lets no other unit through.
  return [...text.matchAll(/(\d+)([YMWD])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * days[unit as keyof typeof days],
    0,
  )
}
