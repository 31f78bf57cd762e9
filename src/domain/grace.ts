import { Temporal } from 'temporal-polyfill'
import type { Ticket } from './ticket/ticket.ts'
import { wallClockAfter } from './wall-clock.ts'

/**
 * Since when a ticket must have been resolved for its requester's word to reopen it still: `grace` (ISO 8601) before
 * `now`, by the wall clock of the desk's zone (`P7D` is the same hour seven local days ago).
 */
export function graceStart(desk: { grace: string; zone: string }, now: Date): Date {
  const start = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(desk.zone)
    .subtract(Temporal.Duration.from(desk.grace))
  return new Date(start.epochMilliseconds)
}

const HOUR = 3_600_000
/** Clocks are put back by less. */
const LEEWAY = 3 * HOUR
const bounds = new Map<string, { hour: number; start: Date }>()

/**
 * Some hours before `graceStart`, rarely up to three days, never after it. Worked out once an hour: a zone's calendar is dear. The
 * hour's end is looked at, too: where midnight comes within it, a month before is a day earlier from then on (a month
 * before the 31st is the 30th, as it was for the 30th).
 */
export function graceStartAtEarliest({ grace, zone }: { grace: string; zone: string }, now: Date): Date {
  const hour = Math.floor(now.getTime() / HOUR)
  const key = `${grace} ${zone}`
  const known = bounds.get(key)
  if (known?.hour === hour) return known.start
  const ends = [hour * HOUR, (hour + 1) * HOUR].map((at) => graceStart({ grace, zone }, new Date(at)).getTime())
  const start = new Date(Math.min(...ends) - LEEWAY)
  bounds.set(key, { hour, start })
  return start
}

/** When a ticket resolved then is closed for good. */
export function graceEnd(desk: { grace: string; zone: string }, resolvedAt: Date): Date {
  return localAfter(resolvedAt, desk.grace, desk.zone)
}

/**
 * Closed for good, or resolved so long ago that it should be: what a requester says then is another matter, also while
 * the timer that closes it is late.
 */
export function isOverForGood(
  { stage, resolvedAt }: Pick<Ticket, 'stage' | 'resolvedAt'>,
  desk: { grace: string; zone: string },
  now: Date,
): boolean {
  return stage === 'closed' || (stage === 'resolved' && resolvedAt !== null && resolvedAt < graceStart(desk, now))
}

/** So long after (ISO 8601): days by the wall clock of the zone, hours exact. */
export function localAfter(at: Date, duration: string, zone: string): Date {
  return new Date(wallClockAfter(at.getTime(), duration, zone))
}
