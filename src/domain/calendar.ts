import type { Instant, Pause } from './clock.ts'
import type { Calendar } from './desk/calendars.ts'
import { DAY_MS, dayRules } from './open-hours.ts'
import { offsetSpan } from './zone-offset.ts'

/** What a calendar said from then on, until the next version (sla.md S4). */
export interface CalendarVersion {
  /** Null: since ever. */
  from: Instant | null
  calendar: Calendar
}

/** All a calendar ever said, oldest first: a minute is judged by the version in force at that minute (sla.md S4). */
export type Hours = readonly CalendarVersion[]

/** A target further away than this is none (sla.md S5). */
const REACH_MS = 366 * DAY_MS

/** Is the desk there at this instant? By the clock on the wall of the calendar's zone alone (sla.md S3). */
export function isOpen(hours: Hours, at: Instant): boolean {
  return openMs(hours, at, at + 1) > 0
}

/** Open milliseconds in [from, to) (sla.md S6). */
export function openMs(hours: Hours, from: Instant, to: Instant): number {
  let open = 0
  for (const span of openSpans(hours, from, to)) open += span.to - span.from
  return open
}

/**
 * The earliest instant at which `targetMs` open milliseconds without the pauses have passed since `start`: an exact fit
 * ends at closing time (sla.md S8, §0.2). Pauses in order of `from`; they may overlap. Undefined where that is not within 366 days beside the pauses, or where a
 * pause that lasts still comes first.
 */
export function dueAfter(
  hours: Hours,
  start: Instant,
  targetMs: number,
  pauses: readonly Pause[],
): Instant | undefined {
  if (targetMs <= 0) return start
  let missing = targetMs
  let from = start
  let reach = start + REACH_MS
  for (const pause of pauses) {
    const due = reached(from, pause.from)
    if (due !== undefined) return due
    if (pause.to === null) return undefined
    const resumed = Math.max(from, pause.to)
    reach += resumed - Math.max(from, pause.from)
    from = resumed
  }
  return reached(from, reach)

  function reached(begin: Instant, end: Instant): Instant | undefined {
    for (const span of openSpans(hours, begin, end)) {
      const length = span.to - span.from
      if (length >= missing) return span.from + missing
      missing -= length
    }
    return undefined
  }
}

/** When the desk opens: `at` itself where it is open then. Undefined: not within 366 days. */
export function nextOpening(hours: Hours, at: Instant): Instant | undefined {
  for (const span of openSpans(hours, at, at + REACH_MS)) return span.from
  return undefined
}

/** A part of the time, and what the calendar says of it. */
export interface Segment {
  from: Instant
  to: Instant
  state: 'open' | 'outside-hours' | 'holiday'
  /** The holiday's local date; null where the week alone says it. */
  holiday: string | null
}

/** All of [from, to), in order and without gaps; a whole local date without hours because of a holiday is `holiday`. */
export function segments(hours: Hours, from: Instant, to: Instant): Segment[] {
  const joined: Segment[] = []
  for (const segment of daySegments(hours, from, to)) {
    const last = joined.at(-1)
    if (last && last.state === segment.state && last.holiday === segment.holiday) last.to = segment.to
    else joined.push(segment)
  }
  return joined
}

interface Span {
  from: Instant
  to: Instant
}

/** The open parts of [from, to) in order; two may touch. */
function* openSpans(hours: Hours, from: Instant, to: Instant): Generator<Span> {
  for (const { calendar, ...span } of inForce(hours, from, to)) {
    if (calendar.alwaysOpen) yield span
    else for (const day of localDays(calendar, span.from, span.to)) yield* day.open
  }
}

function* daySegments(hours: Hours, from: Instant, to: Instant): Generator<Segment> {
  for (const { calendar, ...span } of inForce(hours, from, to)) {
    if (calendar.alwaysOpen) {
      yield { ...span, state: 'open', holiday: null }
      continue
    }
    for (const day of localDays(calendar, span.from, span.to)) {
      const closed = { state: day.holiday === null ? 'outside-hours' : 'holiday', holiday: day.holiday } as const
      let at = day.from
      for (const open of day.open) {
        if (at < open.from) yield { from: at, to: open.from, ...closed }
        yield { ...open, state: 'open', holiday: null }
        at = open.to
      }
      if (at < day.to) yield { from: at, to: day.to, ...closed }
    }
  }
}

/** The versions that say something about [from, to), each with its part of it. Before the first, nothing is open. */
function* inForce(hours: Hours, from: Instant, to: Instant): Generator<Span & { calendar: Calendar }> {
  for (const [index, { from: since, calendar }] of hours.entries()) {
    const begin = Math.max(from, since ?? Number.NEGATIVE_INFINITY)
    const end = Math.min(to, hours[index + 1]?.from ?? Number.POSITIVE_INFINITY)
    if (begin < end) yield { from: begin, to: end, calendar }
  }
}

interface DayPart extends Span {
  open: Span[]
  holiday: string | null
}

/** The local dates in [from, to); one on which the zone's clocks change comes in two parts. */
function* localDays(
  calendar: Extract<Calendar, { alwaysOpen: false }>,
  from: Instant,
  to: Instant,
): Generator<DayPart> {
  const rules = dayRules(calendar)
  let at = from
  while (at < to) {
    const offset = offsetSpan(rules.zone, at)
    const day = Math.floor((at + offset.offsetMs) / DAY_MS)
    // While the zone's clocks do not change, midnight on the wall is this instant, and the day's hours count from it.
    const midnight = day * DAY_MS - offset.offsetMs
    const end = Math.min(to, offset.to, midnight + DAY_MS)
    const open: Span[] = []
    for (const stretch of rules.openOn(day)) {
      const [opens, closes] = [Math.max(at, midnight + stretch.from), Math.min(end, midnight + stretch.to)]
      if (opens < closes) open.push({ from: opens, to: closes })
    }
    yield { from: at, to: end, open, holiday: rules.holidayOn(day) ?? null }
    at = end
  }
}
