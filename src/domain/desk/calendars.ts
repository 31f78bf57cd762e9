import { z } from 'zod'
import { by, strict } from './shape.ts'
import { zone } from './zone.ts'

const INTERVAL = /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/

/** `09:00-17:00`; an end not after the start runs past midnight (sla.md S2). Kept as written. */
const interval = z
  .string()
  .regex(INTERVAL, { error: 'interval', abort: true })
  .refine((text) => text.slice(0, 5) !== text.slice(6), by('empty-interval'))

const day = z.array(interval).optional()

/** A local date. */
const date = z.iso.date(by('date'))

export const calendarShape = strict({
  alwaysOpen: z.literal(true).optional(),
  /** Absent: the desk's. */
  zone: zone.optional(),
  weekly: strict({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }).optional(),
  /** Closed. */
  holidays: z.array(date).optional(),
  /** These hours instead of the weekly ones; they beat a holiday. */
  overrides: z.record(date, z.array(interval)).optional(),
})

export type CalendarLines = z.infer<typeof calendarShape>

type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** When the desk is there (sla.md S2). */
export type Calendar =
  | { alwaysOpen: true }
  | {
      alwaysOpen: false
      zone: string
      /** `HH:MM-HH:MM`, none on a weekday left out. */
      weekly: Partial<Record<Weekday, readonly string[] | undefined>>
      holidays: readonly string[]
      overrides: Readonly<Record<string, readonly string[]>>
    }

/** The calendar with everything it left out. `deskZone`: the desk's IANA zone. */
export function completeCalendar(lines: CalendarLines, deskZone: string): Calendar {
  if (lines.alwaysOpen) return { alwaysOpen: true }
  return {
    alwaysOpen: false,
    zone: lines.zone ?? deskZone,
    weekly: lines.weekly ?? {},
    holidays: lines.holidays ?? [],
    overrides: lines.overrides ?? {},
  }
}

/** Does anything in it ever open? */
export function everOpens(lines: CalendarLines): boolean {
  const days = [...Object.values(lines.weekly ?? {}), ...Object.values(lines.overrides ?? {})]
  return lines.alwaysOpen === true || days.some((intervals) => (intervals ?? []).length > 0)
}
