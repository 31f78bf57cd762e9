/** UTC milliseconds since 1970. */
export type Instant = number

export const metrics = ['first-response', 'next-response', 'resolution'] as const
/** What is promised (sla.md S9, S11, S12). */
export type Metric = (typeof metrics)[number]

/** A span in which a clock does not run; `to` null: it lasts still. */
export interface Pause {
  from: Instant
  to: Instant | null
  /** Id of the status that pauses, or `resolved` (sla.md S12, S15). */
  because: string
}

/** One promise of one ticket (sla.md S8). Made and changed only by `step` (sla.ts). */
export interface Clock {
  metric: Metric
  /** From 1; only next-response has more than one. */
  cycle: number
  startedAt: Instant
  /** Business time in ms; null: nothing is promised now, the clock sleeps (sla.md S17). */
  targetMs: number | null
  /** Id of a calendar of the desk. */
  calendar: string
  /** In order of `from`. */
  pauses: readonly Pause[]
  stoppedAt: Instant | null
  /** Why nobody counts it any more (sla.md S14, S20, S11). */
  cancelled: 'merged' | 'dropped' | 'no-reply-needed' | null
  /** The deadline, or the change that put it into the past; never when it was noticed (sla.md §0.4, S16). */
  breachedAt: Instant | null
  breachedBy: 'due' | 'retarget' | 'merge' | 'split' | 'taken-back' | null
  /** Thresholds (as in the desk file: `80%`, `PT10M`) warned of in this cycle, or that a change put behind us (sla.md S16). */
  warned: readonly string[]
  /** When people were told of the breach, and it has not been taken back. */
  announcedAt: Instant | null
  /** How often a breach people were told of was taken back (sla.md S22); left out where none was. */
  retracted?: number
  /** The last rung of the ladder that was climbed: from 0, and how often it was by then, from 1. */
  climbed: { step: number; round: number; at: Instant } | null
  acknowledgedAt: Instant | null
}

/** One that has just begun, and nothing has happened to. */
export function newClock(of: Pick<Clock, 'metric' | 'cycle' | 'startedAt' | 'targetMs' | 'calendar'>): Clock {
  return {
    ...of,
    pauses: [],
    stoppedAt: null,
    cancelled: null,
    breachedAt: null,
    breachedBy: null,
    warned: [],
    announcedAt: null,
    climbed: null,
    acknowledgedAt: null,
  }
}

/** What happened, as clocks see it. In the order (at, sequence) of the ticket's events. */
export type ClockEvent = { at: Instant } & (
  | {
      type: 'opened'
      by: 'requester' | 'agent'
      plan: string
      priority: string
      status: string
      category?: string | null
      /** It was split off from another ticket, in which its requester had waited for an answer since then (sla.md §2). */
      askedSince?: Instant
    }
  | { type: 'requester-message' }
  /** Public, by a human of the desk. */
  | { type: 'agent-message' }
  /** It went; `answeredAt`: when the first that stands was given to the same question, left out where none stands. */
  | { type: 'answer-withdrawn'; answeredAt?: Instant }
  /**
   * `resolved`: the status is of stage resolved or closed; `unheard`: by the desk itself, because nobody wrote. `counted`:
   * false where it is spam, a duplicate, cancelled: no statistics (sla.md S14); true where it is none of these after all.
   */
  | { type: 'status'; status: string; resolved: boolean; unheard?: true; counted?: boolean }
  | { type: 'priority'; to: string }
  /** Some plans have another calendar for it. */
  | { type: 'category'; to: string | null }
  /** For open tickets too: an explicit choice (sla.md S18); the others changed with it, as where a ticket changes desks. */
  | { type: 'plan'; to: string; priority?: string; category?: string | null }
  /** Another ticket was merged into this one; since when its requester had waited for an answer, if they had (sla.md S20). */
  | { type: 'merged-in'; unansweredSince: Instant | null }
  /** Into another ticket. */
  | { type: 'merged-away' }
  /** It goes on by itself again: as if it never had ended, but for an answer given meanwhile. */
  | { type: 'unmerged'; status: string; resolved: boolean; answeredAt: Instant | null }
  /** What a merge said they waited for is gone with it; since when they wait for what they asked here, if they do. */
  | { type: 'merged-in-undone'; since: Instant | null; waitsSince: Instant | null }
  | { type: 'no-reply-needed' }
  | { type: 'warned'; metric: Metric; cycle: number; threshold: string }
  | { type: 'announced'; metric: Metric; cycle: number }
  /** There was no breach after all; the next one is told again. */
  | { type: 'retracted'; metric: Metric; cycle: number }
  | { type: 'climbed'; metric: Metric; cycle: number; step: number; round: number }
  | { type: 'acknowledged'; metric: Metric; cycle: number }
)

/** Neither stopped nor cancelled: events still change it. */
export function isLive(clock: Clock): boolean {
  return clock.stoppedAt === null && clock.cancelled === null
}

/** Does a pause last still? */
export function isPaused(clock: Clock): boolean {
  return clock.pauses.at(-1)?.to === null
}
