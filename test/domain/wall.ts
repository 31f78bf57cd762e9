import type { Calendar } from '../../src/domain/desk/calendars.ts'

const MINUTE_MS = 60_000

/** The clock on the wall as Intl knows it: the other opinion about time, which shares no line with the engine. */
interface Wall {
  /** `YYYY-MM-DD` */
  date: string
  /** Of the day. */
  minute: number
}

const formats = new Map<string, Intl.DateTimeFormat>()
/** By zone and instant: who walks through the same days three times looks at each minute once. */
const seen = new Map<string, Map<number, Wall>>()

function wallAt(zone: string, at: number): Wall {
  const known = seen.get(zone) ?? new Map<number, Wall>()
  seen.set(zone, known)
  const wall = known.get(at) ?? lookedUp(zone, at)
  known.set(at, wall)
  return wall
}

function lookedUp(zone: string, at: number): Wall {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' })
  formats.set(zone, format)
  // 2024-03-31 03:00
  const said = format.format(at)
  return { date: said.slice(0, 10), minute: Number(said.slice(11, 13)) * 60 + Number(said.slice(14, 16)) }
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** Open, by reading the calendar as a person would at this minute. */
export function openByTheWall(calendar: Calendar, at: number): boolean {
  if (calendar.alwaysOpen) return true
  const { date, minute } = wallAt(calendar.zone, at)
  const yesterday = dayBefore(date)
  const night = (calendar.overrides[yesterday] ?? []).some((interval) => runsOver(interval) && minute < endOf(interval))
  if (night) return true
  const own = calendar.overrides[date]
  if (own) return own.some((interval) => holds(interval, minute))
  if (calendar.holidays.includes(date)) return false
  const today = calendar.weekly[weekdayOf(date)] ?? []
  const before = calendar.weekly[weekdayOf(yesterday)] ?? []
  return (
    today.some((interval) => holds(interval, minute)) ||
    before.some((interval) => runsOver(interval) && minute < endOf(interval))
  )
}

/** Milliseconds of [from, to) that are open and in no pause, minute by minute; pauses on whole minutes. */
export function openByWalking(
  openAt: (at: number) => boolean,
  from: number,
  to: number,
  stopAt = Number.POSITIVE_INFINITY,
): { open: number; reachedAt: number | undefined } {
  let open = 0
  for (let at = from; at < to; ) {
    const end = Math.min(to, (Math.floor(at / MINUTE_MS) + 1) * MINUTE_MS)
    if (openAt(at)) {
      if (open + end - at >= stopAt) return { open: stopAt, reachedAt: at + stopAt - open }
      open += end - at
    }
    at = end
  }
  return { open, reachedAt: undefined }
}

/** Midnights (UTC) of days in these years on which the zone's clocks change. */
export function daysOfChange(zone: string, from: number, to: number): number[] {
  const days: number[] = []
  const [begin, end] = [Date.UTC(from, 0, 1), Date.UTC(to, 0, 1)]
  let before = offset(zone, begin)
  for (let day = begin; day < end; day += 1440 * MINUTE_MS) {
    const after = offset(zone, day + 1440 * MINUTE_MS)
    if (after !== before) days.push(day)
    before = after
  }
  return days
}

/** Minutes. */
export function offset(zone: string, at: number): number {
  const { date, minute } = wallAt(zone, at)
  return Date.parse(`${date}T00:00:00Z`) / MINUTE_MS + minute - at / MINUTE_MS
}

function startOf(interval: string): number {
  return Number(interval.slice(0, 2)) * 60 + Number(interval.slice(3, 5))
}

function endOf(interval: string): number {
  return Number(interval.slice(6, 8)) * 60 + Number(interval.slice(9, 11))
}

function runsOver(interval: string): boolean {
  return endOf(interval) <= startOf(interval)
}

/** The part of it that lies on its own day. */
function holds(interval: string, minute: number): boolean {
  return minute >= startOf(interval) && (runsOver(interval) || minute < endOf(interval))
}

const dayBefore = oncePerDate((date) =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 1440 * MINUTE_MS).toISOString().slice(0, 10),
)

// A day of the week is 0 to 6.
const weekdayOf = oncePerDate((date) => weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sun')

/** A day has 1,440 minutes, and its name is looked up once. */
function oncePerDate<Of>(look: (date: string) => Of): (date: string) => Of {
  const known = new Map<string, Of>()
  return (date) => {
    const of = known.get(date) ?? look(date)
    known.set(date, of)
    return of
  }
}
