import { asOf } from './as-of.ts'
import { type Clock, type ClockEvent, type Instant, isLive, isPaused, type Metric, newClock } from './clock.ts'
import { overtaken, retargeted } from './retarget.ts'
import { eachLive, promised, type Rules, type Timekeeping } from './timekeeping.ts'

/** A new clock, by what is promised now; the next one of its kind where there was one before. */
export function started(keeping: Timekeeping, metric: Metric, at: Instant, rules: Rules): Timekeeping {
  const cycle = 1 + keeping.clocks.filter((clock) => clock.metric === metric).length
  const { targetMs, calendar = '' } = promised(keeping, metric, rules)
  return { ...keeping, clocks: [...keeping.clocks, newClock({ metric, cycle, startedAt: at, targetMs, calendar })] }
}

/** The clock that runs until somebody answers, if the requester waits for an answer. */
export function awaited(keeping: Timekeeping): Clock | undefined {
  return keeping.clocks.find((clock) => clock.metric !== 'resolution' && isLive(clock))
}

/** An answer ends the waiting for one; the resolution is not there yet. */
export function answered(keeping: Timekeeping, at: Instant): Timekeeping {
  return eachLive(keeping, (clock) => (clock.metric === 'resolution' ? clock : stopped(clock, at)))
}

/**
 * The answer to the last question went. Where another stands, the clock stopped with that, late since its deadline if it
 * was. Else the requester waits for one as before it, by what is promised now; where that is already too late it is the
 * taking back that breaks the promise. What was solved waits for none.
 */
export function answerWithdrawn(
  keeping: Timekeeping,
  { at, answeredAt }: Extract<ClockEvent, { type: 'answer-withdrawn' }>,
  rules: Rules,
): Timekeeping {
  // One that only a merge began, undone since, is no question of this ticket's.
  const last = keeping.clocks.findLast(({ metric, cancelled }) => metric !== 'resolution' && cancelled !== 'merged')
  if (keeping.resolved || !last || last.stoppedAt === null || last.cancelled !== null) return keeping
  const running = { ...last, stoppedAt: null }
  const having = (one: Clock) => ({ ...keeping, clocks: keeping.clocks.map((clock) => (clock === last ? one : clock)) })
  if (answeredAt !== undefined && answeredAt >= last.startedAt) {
    const stands = Math.min(answeredAt, at)
    // An earlier taking back may have broken the promise after it was kept by this one.
    const later = running.breachedAt !== null && running.breachedAt > stands
    const kept = later ? { ...running, breachedAt: null, breachedBy: null } : running
    return answered(asOf(having(kept), stands, rules), stands)
  }
  const { targetMs, calendar = last.calendar } = promised(keeping, last.metric, rules)
  return having(overtaken({ ...running, targetMs, calendar }, keeping, at, 'taken-back', rules))
}

/**
 * Resolving stops every clock (sla.md S12, S14); reopening resumes the resolution, without the time between (sla.md S15),
 * and what did not count counts again.
 */
export function moved(
  keeping: Timekeeping,
  { at, status, resolved, counted }: Extract<ClockEvent, { type: 'status' }>,
  rules: Rules,
): Timekeeping {
  const now = { ...keeping, status, resolved }
  if (!resolved) return paused(keeping.resolved ? resumed(takenUp(now), at, rules) : now, at, rules)
  const over = eachLive(now, (clock) => stopped(clock, at))
  if (counted === undefined) return over
  return counted ? takenUp(over) : cancelled(over, 'dropped')
}

/** All clocks, stopped ones too: nothing of it is counted (sla.md S14, S20). */
export function cancelled(keeping: Timekeeping, cause: 'merged' | 'dropped'): Timekeeping {
  return { ...keeping, clocks: keeping.clocks.map((clock) => ({ ...clock, cancelled: clock.cancelled ?? cause })) }
}

function takenUp(keeping: Timekeeping): Timekeeping {
  const clocks = keeping.clocks.map((clock) => (clock.cancelled === 'dropped' ? { ...clock, cancelled: null } : clock))
  return { ...keeping, clocks }
}

function resumed(keeping: Timekeeping, at: Instant, rules: Rules): Timekeeping {
  const clocks = keeping.clocks.map((clock): Clock => {
    if (clock.metric !== 'resolution' || clock.cancelled !== null || clock.stoppedAt === null) return clock
    const between = { from: clock.stoppedAt, to: at, because: 'resolved' }
    return { ...clock, stoppedAt: null, pauses: [...clock.pauses, between] }
  })
  // Meanwhile another priority may have come: a stopped clock was not judged by it, a running one is (sla.md S16).
  return retargeted({ ...keeping, clocks }, at, rules)
}

/** Only the resolution clock pauses, and only in the statuses the policy lists (sla.md S12). */
export function paused(keeping: Timekeeping, at: Instant, rules: Rules): Timekeeping {
  const because = rules.policy.pausing.includes(keeping.status) ? keeping.status : undefined
  return eachLive(keeping, (clock) => {
    if (clock.metric !== 'resolution') return clock
    const last = isPaused(clock) ? clock.pauses.at(-1)?.because : undefined
    if (last === because) return clock
    const pauses = ended(clock, at)
    return { ...clock, pauses: because === undefined ? pauses : [...pauses, { from: at, to: null, because }] }
  })
}

/** It ends here, and a pause that lasts still with it. */
function stopped(clock: Clock, at: Instant): Clock {
  return { ...clock, stoppedAt: at, pauses: ended(clock, at) }
}

function ended(clock: Clock, at: Instant): Clock['pauses'] {
  return clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause))
}
