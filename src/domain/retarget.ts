import type { Clock, Instant } from './clock.ts'
import { reachedAt, thresholdAt } from './due.ts'
import { eachLive, promised, type Rules, type Timekeeping, warningsOf } from './timekeeping.ts'

/** Another plan, priority or category: another target or calendar, and the start is kept (sla.md S16, S17, S18). */
export function retargeted(keeping: Timekeeping, at: Instant, rules: Rules): Timekeeping {
  return eachLive(keeping, (clock) => {
    const { targetMs, calendar = clock.calendar } = promised(keeping, clock.metric, rules)
    if (targetMs === clock.targetMs && calendar === clock.calendar) return clock
    return overtaken({ ...clock, targetMs, calendar }, keeping, at, 'retarget', rules)
  })
}

/**
 * A change moved the deadline: where it is behind us now, it is the change that breaks the promise; a breach there was
 * stays. Warnings are armed again where their time is ahead, and never sent for what is behind (sla.md S16).
 */
export function overtaken(
  clock: Clock,
  keeping: Timekeeping,
  at: Instant,
  breachedBy: Clock['breachedBy'],
  rules: Rules,
): Clock {
  const behind = (threshold: string) => (thresholdAt(clock, threshold, rules) ?? Number.POSITIVE_INFINITY) <= at
  const changed = { ...clock, warned: warningsOf(keeping, rules).filter(behind) }
  if (clock.breachedAt !== null || clock.targetMs === null) return changed
  const due = reachedAt(clock, clock.targetMs, rules)
  return due !== undefined && due < at ? { ...changed, breachedAt: at, breachedBy } : changed
}
