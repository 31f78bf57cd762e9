import { asOf } from './as-of.ts'
import type { ClockEvent, Instant } from './clock.ts'
import { overtaken, retargeted } from './retarget.ts'
import { answered, awaited, paused, started } from './running.ts'
import { eachLive, type Rules, type Timekeeping } from './timekeeping.ts'

/** The survivor's requester has waited since the older of the two questions (sla.md S20). */
export function merged(keeping: Timekeeping, since: Instant, at: Instant, rules: Rules): Timekeeping {
  const waiting = awaited(keeping)
  if (waiting && waiting.startedAt <= since) return keeping
  const asked = waiting ? keeping : started(keeping, 'next-response', since, rules)
  return eachLive(asked, (clock) =>
    clock.metric === 'resolution' ? clock : overtaken({ ...clock, startedAt: since }, asked, at, 'merge', rules),
  )
}

/**
 * The clocks run on as if it never had been merged: the time between counts, for the requester waited. Where they were
 * answered in the other ticket meanwhile, that is their answer.
 */
export function unmerged(
  keeping: Timekeeping,
  { at, status, resolved, answeredAt }: Extract<ClockEvent, { type: 'unmerged' }>,
  rules: Rules,
): Timekeeping {
  const clocks = keeping.clocks.map((clock) => (clock.cancelled === 'merged' ? { ...clock, cancelled: null } : clock))
  const then = { ...keeping, status, resolved, clocks }
  if (resolved) return then
  const heard = answeredAt === null ? then : answered(asOf(then, answeredAt, rules), answeredAt)
  return paused(retargeted(asOf(heard, at, rules), at, rules), at, rules)
}

/** The clock that a merge set back, or started, is again the one of what was asked here. */
export function waitsAgain(
  keeping: Timekeeping,
  since: Instant,
  waitsSince: Instant | null,
  at: Instant,
  rules: Rules,
): Timekeeping {
  const waiting = awaited(keeping)
  if (!waiting || waiting.startedAt !== since || waitsSince === since) return keeping
  return eachLive(keeping, (clock) => {
    if (clock !== waiting) return clock
    if (waitsSince === null) return { ...clock, cancelled: 'merged' as const }
    const later = { ...clock, startedAt: waitsSince, breachedAt: null, breachedBy: null, announcedAt: null }
    return overtaken(later, keeping, at, 'merge', rules)
  })
}
