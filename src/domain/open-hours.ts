import type { Calendar } from './desk/calendars.ts'

export const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** A part of a local day: ms after its midnight by the clock on the wall, end exclusive. */
export interface Stretch {
  from: number
  to: number
}

/** A local date as days since 1970-01-01. */
export type LocalDay = number

type Weekly = Extract<Calendar, { alwaysOpen: false }>

/** What a calendar says of a local date (sla.md S2, S3). */
export interface DayRules {
  zone: string
  /** In order, disjoint. */
  openOn(day: LocalDay): readonly Stretch[]
  /** `YYYY-MM-DD` where the date is a holiday that no override beats. */
  holidayOn(day: LocalDay): string | undefined
}

const compiled = new WeakMap<Weekly, DayRules>()

/** Read once per calendar: it is asked for every day of every due time. */
export function dayRules(calendar: Weekly): DayRules {
  const known = compiled.get(calendar)
  if (known) return known
  const rules = compile(calendar)
  compiled.set(calendar, rules)
  return rules
}

/** `2026-12-24` as a local day. */
export function localDay(date: string): LocalDay {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/**
 * What intervals of one day say: the parts that lie on the day itself, and those past its midnight, which lie on the
 * next (sla.md S2).
 */
export function splitAtMidnight(intervals: readonly string[]): { today: Stretch[]; tomorrow: Stretch[] } {
  const today: Stretch[] = []
  const tomorrow: Stretch[] = []
  for (const interval of intervals) {
    const [from, to] = [msOf(interval.slice(0, 5)), msOf(interval.slice(6))]
    today.push({ from, to: to > from ? to : DAY_MS })
    if (to <= from && to > 0) tomorrow.push({ from: 0, to })
  }
  return { today, tomorrow }
}

function compile({ zone, weekly, holidays, overrides }: Weekly): DayRules {
  const { sun, mon, tue, wed, thu, fri, sat } = weekly
  // 1970-01-01 was a Thursday.
  const week = [thu, fri, sat, sun, mon, tue, wed].map((intervals) => splitAtMidnight(intervals ?? []))
  const usual = week.map(({ today }, day) => union([...today, ...(week[(day + 6) % 7]?.tomorrow ?? [])]))
  const closed = new Map(holidays.map((date) => [localDay(date), date]))
  const special = specialDays(overrides)
  const days = new Map<LocalDay, readonly Stretch[]>()
  const usualOn = (day: LocalDay) => (closed.has(day) ? [] : (usual[((day % 7) + 7) % 7] ?? []))
  for (const [day, { own, spilled }] of special) days.set(day, union([...(own ?? usualOn(day)), ...spilled]))
  return {
    zone,
    openOn: (day) => days.get(day) ?? usualOn(day),
    holidayOn: (day) => (special.get(day)?.own ? undefined : closed.get(day)),
  }
}

interface SpecialDay {
  /** Instead of the weekly hours; undefined: the night before runs into this day, nothing more. */
  own: Stretch[] | undefined
  spilled: Stretch[]
}

function specialDays(overrides: Weekly['overrides']): Map<LocalDay, SpecialDay> {
  const days = new Map<LocalDay, SpecialDay>()
  const on = (day: LocalDay) => days.get(day) ?? { own: undefined, spilled: [] }
  for (const [date, intervals] of Object.entries(overrides)) {
    const day = localDay(date)
    const { today, tomorrow } = splitAtMidnight(intervals)
    days.set(day, { ...on(day), own: today })
    if (tomorrow.length > 0) days.set(day + 1, { ...on(day + 1), spilled: tomorrow })
  }
  return days
}

/** In order, what overlaps or touches made one. */
function union(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const stretch of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1)
    if (last && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to)
    else joined.push({ ...stretch })
  }
  return joined
}

/** `09:30` */
function msOf(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE_MS
}
