import { type Clock, type Instant, isLive, isPaused, type Metric, metrics } from './clock.ts'
import { dueOf, thresholdAt } from './due.ts'
import { type Rules, type Timekeeping, warningsOf } from './timekeeping.ts'

/** A reply under way when the deadline passes may still arrive (sla.md S22). */
const ANNOUNCE_AFTER_MS = 15_000

/** A rung of the desk's escalation: so long after the breach, by the clock of the world, not of the desk. */
export interface Rung {
  afterMs: number
  /** How often it is climbed again while no higher one was; null: once. */
  repeatMs: number | null
}

/** What is next to do about a ticket's promises. */
export type Wake = { at: Instant; metric: Metric; cycle: number } & (
  | { what: 'warn'; threshold: string }
  | { what: 'announce' }
  /** `step`: index in the ladder; `round`: from 1, more only where it repeats. */
  | { what: 'climb'; step: number; round: number }
)

/**
 * The earliest thing to do, possibly in the past; at the same instant the first response before the next before the
 * resolution. A sweep asks for `asOf(keeping, now, rules)`: what was breached meanwhile is not warned of any more.
 */
export function nextWake(keeping: Timekeeping, rules: Rules, ladder: readonly Rung[]): Wake | undefined {
  const wakes = keeping.clocks
    .filter((clock) => clock.cancelled === null)
    .flatMap((clock) => [...warnings(clock, keeping, rules), ...announcement(clock, rules), ...climb(clock, ladder)])
  return wakes.toSorted(
    (one, other) =>
      one.at - other.at || metrics.indexOf(one.metric) - metrics.indexOf(other.metric) || one.cycle - other.cycle,
  )[0]
}

/** Once per cycle and threshold; a paused clock does not warn (sla.md S23). */
function warnings(clock: Clock, keeping: Timekeeping, rules: Rules): Wake[] {
  if (!runs(clock) || clock.breachedAt !== null) return []
  const { metric, cycle } = clock
  return warningsOf(keeping, rules).flatMap((threshold): Wake[] => {
    const at = clock.warned.includes(threshold) ? undefined : thresholdAt(clock, threshold, rules)
    return at === undefined ? [] : [{ what: 'warn', at, metric, cycle, threshold }]
  })
}

/** Once per clock, also where the answer came meanwhile: the breach stays (sla.md S22). */
function announcement(clock: Clock, rules: Rules): Wake[] {
  if (clock.announcedAt !== null) return []
  const breach = clock.breachedAt ?? (runs(clock) ? dueOf(clock, rules) : undefined)
  if (breach === undefined) return []
  return [{ what: 'announce', at: breach + ANNOUNCE_AFTER_MS, metric: clock.metric, cycle: clock.cycle }]
}

/** In order and never before the announcement, until somebody acknowledges it or the clock stops; a pause holds it up. */
function climb(clock: Clock, ladder: readonly Rung[]): Wake[] {
  const { metric, cycle, breachedAt, announcedAt, climbed } = clock
  if (breachedAt === null || announcedAt === null || clock.acknowledgedAt !== null) return []
  if (!runs(clock) || wasStoppedSince(clock, breachedAt)) return []
  const wakes: Wake[] = []
  const step = climbed ? climbed.step + 1 : 0
  const next = ladder[step]
  if (next) {
    wakes.push({ what: 'climb', at: Math.max(breachedAt + next.afterMs, announcedAt), metric, cycle, step, round: 1 })
  }
  const repeatMs = climbed && ladder[climbed.step]?.repeatMs
  if (climbed && repeatMs) {
    wakes.push({
      what: 'climb',
      at: climbed.at + repeatMs,
      metric,
      cycle,
      step: climbed.step,
      round: climbed.round + 1,
    })
  }
  return wakes
}

function runs(clock: Clock): boolean {
  return isLive(clock) && clock.targetMs !== null && !isPaused(clock)
}

/** A reopened ticket does not go on climbing over a breach from before it was resolved (sla.md S15). */
function wasStoppedSince(clock: Clock, breachedAt: Instant): boolean {
  return clock.pauses.some(({ from, because }) => because === 'resolved' && from >= breachedAt)
}
