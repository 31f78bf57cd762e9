import { Temporal } from 'temporal-polyfill'

/** An hour as the clock on the wall of a zone shows it: `2026-12-24 09:00`. */
export function localTime(at: Date, zone: string): string {
  const { date, time } = localDateAndTime(at, zone)
  return `${date} ${time}`
}

/** The two halves of it, for a form: `2026-12-24` and `09:00`. */
export function localDateAndTime(at: Date, zone: string): { date: string; time: string } {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime()
  const [date = '', time = ''] = local.toString({ smallestUnit: 'minute' }).split('T')
  return { date, time }
}

/**
 * What a person means by a date and an hour (`9:30`, `09:30`) of their clock; an hour that summer time skips is the one
 * after it. Undefined where it is none.
 */
export function instantOf(date: string, time: string, zone: string): Date | undefined {
  const [hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time.trim())?.slice(1).map(Number) ?? []
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || hour === undefined || minute === undefined) return undefined
  try {
    const at = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: { hour, minute } })
    return new Date(at.epochMilliseconds)
  } catch {
    return undefined
  }
}
