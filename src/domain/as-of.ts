import type { Instant } from './clock.ts'
import { reachedAt } from './due.ts'
import { eachLive, type Rules, type Timekeeping } from './timekeeping.ts'

/** As it stands at `now`: what was due before is breached, dated at the deadline; at the very instant it is not yet (sla.md S8). */
export function asOf(keeping: Timekeeping, now: Instant, rules: Rules): Timekeeping {
  return eachLive(keeping, (clock) => {
    if (clock.breachedAt !== null || clock.targetMs === null) return clock
    const due = reachedAt(clock, clock.targetMs, rules)
    return due !== undefined && due < now ? { ...clock, breachedAt: due, breachedBy: 'due' } : clock
  })
}
