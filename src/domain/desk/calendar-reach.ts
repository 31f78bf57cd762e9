import { openMs } from '../calendar.ts'
import { DAY_MS, localDay, splitAtMidnight } from '../open-hours.ts'
import { type CalendarLines, completeCalendar } from './calendars.ts'

/** Dates whose own hours begin before the night of the date before, run past midnight, is over (sla.md S5). */
export function overlappingOverrides({ overrides = {} }: CalendarLines): string[] {
  const dates = Object.entries(overrides)
  return dates.flatMap(([date, intervals]) => {
    const before = dates.find(([other]) => localDay(other) === localDay(date) - 1)
    const night = Math.max(0, ...splitAtMidnight(before?.[1] ?? []).tomorrow.map(({ to }) => to))
    return splitAtMidnight(intervals).today.some(({ from }) => from < night) ? [date] : []
  })
}

/** No 366 days have more open milliseconds than this: 52 weeks, two more days at their best, and every override beside them. */
export function mostOpenMs({ weekly, overrides = {}, alwaysOpen }: CalendarLines): number {
  // In UTC: summer time gives back what it takes.
  const week = openMs([{ from: null, calendar: completeCalendar({ weekly, alwaysOpen }, 'UTC') }], 0, 7 * DAY_MS)
  const special = Object.values(overrides).flatMap((intervals) => {
    const { today, tomorrow } = splitAtMidnight(intervals)
    return [...today, ...tomorrow].map(({ from, to }) => to - from)
  })
  return 52 * week + Math.min(week, 2 * DAY_MS) + special.reduce((one, other) => one + other, 0)
}
