import type { Hours } from '../domain/calendar.ts'
import type { Calendar } from '../domain/desk/calendars.ts'
import type { Policy } from '../domain/policy.ts'
import type { Timekeeping } from '../domain/sla.ts'

/** A ticket's clocks as they stand after everything that happened up to `at` (UTC ms). */
export interface Judged {
  at: number
  /** Id of the policy in force (`Rulebook`); null: that of the desk file as it reads now. */
  policy: string | null
  keeping: Timekeeping
}

/** What time makes of a ticket, computed with every change of it and written in the same transaction (design.md §4). */
export interface Times {
  /** Null: its history tells of no opening, so nothing was ever promised. */
  judged: Judged | null
  firstResponseDueAt: Date | null
  nextResponseDueAt: Date | null
  resolutionDueAt: Date | null
  /** When a warning, the word of a breach or a rung of the ladder is due. */
  slaAt: Date | null
  /** When nobody has written for so long that the desk does something. */
  silenceAt: Date | null
  /** When the requester is asked what they think, or asked again. */
  ratingAt: Date | null
  /** The end of the grace period. */
  closesAt: Date | null
}

/** The due times that a sweep looks for. */
export const dueTimes = ['snoozedUntil', 'slaAt', 'silenceAt', 'ratingAt', 'closesAt'] as const
export type DueTime = (typeof dueTimes)[number]

/** Policies and calendars as they were, for clocks that began under them. */
export interface Rulebook {
  policy(id: string): Promise<Policy | undefined>
  /** All versions of a desk's calendars, by calendar id. */
  hours(deskId: string): Promise<ReadonlyMap<string, Hours>>
  /** What a desk file says now. True: a calendar reads differently from `at` on, or the lines of `timingId` do. */
  keep(
    desk: {
      id: string
      policyId: string
      policy: Policy
      calendars: Readonly<Record<string, Calendar>>
      /** Of what else due times are worked out by. */
      timingId: string
    },
    at: Date,
  ): Promise<boolean>
  /** The zone rules of this process. True: they are others than those last judged by (sla.md S7). */
  keepZoneRules(version: string): Promise<boolean>
  /** The desk's tickets that are not closed are to be judged again. */
  markStale(deskId: string): Promise<void>
}
