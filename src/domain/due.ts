import { dueAfter, openMs } from './calendar.ts'
import { type Clock, type Instant, isLive, isPaused, type Metric } from './clock.ts'
import { durationMs } from './duration-ms.ts'
import type { Rules, Timekeeping } from './timekeeping.ts'

/**
 * The deadline (sla.md S8); of a stopped clock the one it had. Undefined while it pauses or sleeps, once it is
 * cancelled, and where the calendar does not reach it.
 */
export function dueOf(clock: Clock, rules: Rules): Instant | undefined {
  if (clock.targetMs === null || clock.cancelled !== null || isPaused(clock)) return undefined
  return reachedAt(clock, clock.targetMs, rules)
}

/** The deadlines a ticket has now, for its card and its row: of clocks that run; one that is overdue keeps its own. */
export function duesOf(keeping: Timekeeping, rules: Rules) {
  const due = (metric: Metric): Instant | null => {
    const clock = keeping.clocks.find((one) => one.metric === metric && isLive(one))
    return (clock && dueOf(clock, rules)) ?? null
  }
  return { firstResponse: due('first-response'), nextResponse: due('next-response'), resolution: due('resolution') }
}

/** Met or breached is for good; a cancelled clock, or one stopped while nothing was promised, is never judged. */
export function outcomeOf(clock: Clock): 'pending' | 'met' | 'breached' | 'none' {
  if (clock.cancelled !== null) return 'none'
  if (clock.breachedAt !== null) return 'breached'
  if (clock.targetMs === null) return 'none'
  return clock.stoppedAt === null ? 'pending' : 'met'
}

/** Business time used until `at`, pauses left out, in ms; a stopped clock uses none after its stop (sla.md S8). */
export function usedMs(clock: Clock, at: Instant, rules: Rules): number {
  return openMs(rules.hoursOf(clock.calendar), clock.startedAt, endOf(clock, at)) - pausedMs(clock, at, rules)
}

/** Business time that fell into pauses until `at`, in ms: nights in a pause count in neither, overlapping pauses once. */
export function pausedMs(clock: Clock, at: Instant, rules: Rules): number {
  const end = endOf(clock, at)
  let paused = 0
  let counted = clock.startedAt
  for (const { from, to } of clock.pauses) {
    const until = Math.min(to ?? end, end)
    paused += openMs(rules.hoursOf(clock.calendar), Math.max(from, counted), until)
    counted = Math.max(counted, until)
  }
  return paused
}

/** When so much business time is used, or was. Undefined: a pause that lasts still comes first, or it is out of reach. */
export function reachedAt(clock: Clock, ms: number, rules: Rules): Instant | undefined {
  return dueAfter(rules.hoursOf(clock.calendar), clock.startedAt, ms, clock.pauses)
}

/** When a threshold (`80%`, `PT10M`) is passed, in business time; undefined also for a lead longer than the target. */
export function thresholdAt(clock: Clock, threshold: string, rules: Rules): Instant | undefined {
  if (clock.targetMs === null) return undefined
  const used = threshold.endsWith('%')
    ? Math.ceil((clock.targetMs * Number.parseInt(threshold, 10)) / 100)
    : clock.targetMs - durationMs(threshold)
  return used > 0 ? reachedAt(clock, used, rules) : undefined
}

function endOf(clock: Clock, at: Instant): Instant {
  return clock.stoppedAt === null ? at : Math.min(at, clock.stoppedAt)
}
