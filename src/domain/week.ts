import { Temporal } from 'temporal-polyfill'

/** The hour on Monday at which people look at the week before. */
const HOUR = 9

/**
 * The week before the one `now` lies in, by the clock on the wall of a zone: [from, to) from Monday to Monday, `monday`
 * the date of the second (`2026-12-07`), `due` its 9 o'clock.
 */
export function weekOf(now: Date, zone: string): { monday: string; from: Date; to: Date; due: Date } {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const at = (date: Temporal.PlainDate, hour: number): Date =>
    new Date(date.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds)
  return {
    monday: monday.toString(),
    from: at(monday.subtract({ days: 7 }), 0),
    to: at(monday, 0),
    due: at(monday, HOUR),
  }
}
