// The calendars of peoples are only in the whole of the library.
import { Temporal } from 'temporal-polyfill/full'
import { latinDigits } from '../text/digits.ts'

/** A day before is a slip, or another calendar's: nobody asks a desk about it. */
const FIRST_YEAR = 1900

/**
 * The day somebody typed as year-month-day, in whichever digits, as `2026-12-31`; undefined where there is none such.
 * Where they read Persian, a year from 1300 to 1500 is one of their own calendar (۱۴۰۵-۱۰-۱۰ is 2026-12-31).
 * `language`: the reader's.
 */
export function typedDate(text: string, language: string): string | undefined {
  const typed = /^(\d{4})-(\d{2})-(\d{2})$/.exec(latinDigits(text))
  if (!typed) return undefined
  const [year = 0, month = 0, day = 0] = typed.slice(1).map(Number)
  const persian = /^fa(-|$)/i.test(language) && year >= 1300 && year <= 1500
  if (!persian && year < FIRST_YEAR) return undefined
  const calendar = persian ? 'persian' : 'iso8601'
  try {
    const date = Temporal.PlainDate.from({ calendar, year, month, day }, { overflow: 'reject' })
    return date.withCalendar('iso8601').toString()
  } catch {
    return undefined
  }
}
