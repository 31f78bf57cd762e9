import { type Clock, type ClockEvent, type Instant, isLive, isPaused, type Metric } from './clock.ts'
import { reachedAt, thresholdAt } from './due.ts'
import { promised, type Rules, type Timekeeping, warningsOf } from './timekeeping.ts'

export { dueOf, duesOf, outcomeOf, pausedMs, usedMs } from './due.ts'
export type { Rules, Timekeeping } from './timekeeping.ts'
export { nextWake, type Rung, type Wake } from './wake.ts'

/** The clocks of a ticket after all its events: those of one instant in the order given (sla.md §0.8, S26). */
export function foldClocks(events: readonly ClockEvent[], rules: Rules): Timekeeping | undefined {
  let keeping: Timekeeping | undefined
  for (const event of events.toSorted((one, other) => one.at - other.at)) keeping = step(keeping, event, rules)
  return keeping
}

/**
 * What one more event makes of the clocks. It must not be older than those before it: for one that came late, fold
 * again. Throws where the first event is not the opening.
 */
export function step(keeping: Timekeeping | undefined, event: ClockEvent, rules: Rules): Timekeeping {
  if (event.type === 'opened') return opened(event, rules)
  if (!keeping) throw new Error(`the clocks of a ticket begin with its opening, not with ${event.type}`)
  return happened(asOf(keeping, event.at, rules), event, rules)
}

/** As it stands at `now`: what was due before is breached, dated at the deadline; at the very instant it is not yet (sla.md S8). */
export function asOf(keeping: Timekeeping, now: Instant, rules: Rules): Timekeeping {
  return eachLive(keeping, (clock) => {
    if (clock.breachedAt !== null || clock.targetMs === null) return clock
    const due = reachedAt(clock, clock.targetMs, rules)
    return due !== undefined && due < now ? { ...clock, breachedAt: due, breachedBy: 'due' } : clock
  })
}

type Of<T extends ClockEvent['type']> = Extract<ClockEvent, { type: T }>

/** A ticket opened by an agent waits for no first response (sla.md S9, S10, S12). */
function opened({ at, by, plan, priority, category, status }: Of<'opened'>, rules: Rules): Timekeeping {
  const empty: Timekeeping = inCategory({ plan, priority, status, resolved: false, clocks: [] }, category)
  const asked = by === 'requester' ? started(empty, 'first-response', at, rules) : empty
  return paused(started(asked, 'resolution', at, rules), at, rules)
}

function happened(keeping: Timekeeping, event: Exclude<ClockEvent, Of<'opened'>>, rules: Rules): Timekeeping {
  switch (event.type) {
    case 'requester-message':
      // While they wait for the first answer, or for this one, another message moves nothing (sla.md S11).
      return awaited(keeping) ? keeping : started(keeping, 'next-response', event.at, rules)
    case 'agent-message':
      return eachLive(keeping, (clock) => (clock.metric === 'resolution' ? clock : stopped(clock, event.at)))
    case 'status':
      return moved(keeping, event, rules)
    case 'priority':
      return retargeted({ ...keeping, priority: event.to }, event.at, rules)
    case 'plan':
      return retargeted(replanned(keeping, event), event.at, rules)
    case 'category':
      return retargeted(inCategory(keeping, event.to), event.at, rules)
    case 'merged-in':
      return event.unansweredSince === null ? keeping : merged(keeping, event.unansweredSince, event.at, rules)
    case 'merged-away':
      return cancelled(keeping, 'merged')
    case 'unmerged':
      return unmerged(keeping, event, rules)
    case 'merged-in-undone':
      return event.since === null ? keeping : waitsAgain(keeping, event.since, event.waitsSince, event.at, rules)
    case 'dropped':
      return cancelled(keeping, 'dropped')
    case 'no-reply-needed':
      return eachLive(keeping, (clock) =>
        clock.metric === 'next-response' ? { ...clock, cancelled: 'no-reply-needed' } : clock,
      )
    case 'warned':
      return marked(keeping, event, ({ warned }) => ({ warned: [...new Set([...warned, event.threshold])] }))
    case 'announced':
      return marked(keeping, event, ({ announcedAt }) => ({ announcedAt: announcedAt ?? event.at }))
    case 'climbed':
      return marked(keeping, event, () => ({ climbed: { step: event.step, round: event.round, at: event.at } }))
    case 'acknowledged':
      return marked(keeping, event, ({ acknowledgedAt }) => ({ acknowledgedAt: acknowledgedAt ?? event.at }))
    default:
      return event satisfies never
  }
}

function replanned(keeping: Timekeeping, { to, priority, category }: Of<'plan'>): Timekeeping {
  const now = { ...keeping, plan: to, priority: priority ?? keeping.priority }
  return category === undefined ? now : inCategory(now, category)
}

function inCategory({ category: _before, ...keeping }: Timekeeping, category: string | null | undefined): Timekeeping {
  return category === null || category === undefined ? keeping : { ...keeping, category }
}

function started(keeping: Timekeeping, metric: Metric, at: Instant, rules: Rules): Timekeeping {
  const cycle = 1 + keeping.clocks.filter((clock) => clock.metric === metric).length
  const { targetMs, calendar = '' } = promised(keeping, metric, rules)
  const clock: Clock = {
    metric,
    cycle,
    startedAt: at,
    targetMs,
    calendar,
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
  return { ...keeping, clocks: [...keeping.clocks, clock] }
}

/** The clock that runs until somebody answers, if the requester waits for an answer. */
function awaited(keeping: Timekeeping): Clock | undefined {
  return keeping.clocks.find((clock) => clock.metric !== 'resolution' && isLive(clock))
}

/** Resolving stops every clock (sla.md S12, S14); reopening resumes the resolution, without the time between (sla.md S15). */
function moved(keeping: Timekeeping, { at, status, resolved }: Of<'status'>, rules: Rules): Timekeeping {
  const now = { ...keeping, status, resolved }
  if (resolved) return eachLive(now, (clock) => stopped(clock, at))
  return paused(keeping.resolved ? resumed(now, at, rules) : now, at, rules)
}

function stopped(clock: Clock, at: Instant): Clock {
  return { ...clock, stoppedAt: at, pauses: ended(clock, at) }
}

function ended(clock: Clock, at: Instant): Clock['pauses'] {
  return clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause))
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
function paused(keeping: Timekeeping, at: Instant, rules: Rules): Timekeeping {
  const because = rules.policy.pausing.includes(keeping.status) ? keeping.status : undefined
  return eachLive(keeping, (clock) => {
    if (clock.metric !== 'resolution') return clock
    const last = isPaused(clock) ? clock.pauses.at(-1)?.because : undefined
    if (last === because) return clock
    const pauses = ended(clock, at)
    return { ...clock, pauses: because === undefined ? pauses : [...pauses, { from: at, to: null, because }] }
  })
}

/** Another plan, priority or category: another target or calendar, and the start is kept (sla.md S16, S17, S18). */
function retargeted(keeping: Timekeeping, at: Instant, rules: Rules): Timekeeping {
  return eachLive(keeping, (clock) => {
    const { targetMs, calendar = clock.calendar } = promised(keeping, clock.metric, rules)
    if (targetMs === clock.targetMs && calendar === clock.calendar) return clock
    return overtaken({ ...clock, targetMs, calendar }, keeping, at, 'retarget', rules)
  })
}

/** The survivor's requester has waited since the older of the two questions (sla.md S20). */
function merged(keeping: Timekeeping, since: Instant, at: Instant, rules: Rules): Timekeeping {
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
function unmerged(
  keeping: Timekeeping,
  { at, status, resolved, answeredAt }: Of<'unmerged'>,
  rules: Rules,
): Timekeeping {
  const clocks = keeping.clocks.map((clock) => (clock.cancelled === 'merged' ? { ...clock, cancelled: null } : clock))
  const then = { ...keeping, status, resolved, clocks }
  if (resolved) return then
  const answered =
    answeredAt === null
      ? then
      : eachLive(asOf(then, answeredAt, rules), (clock) =>
          clock.metric === 'resolution' ? clock : stopped(clock, answeredAt),
        )
  return paused(retargeted(asOf(answered, at, rules), at, rules), at, rules)
}

/** The clock that a merge set back, or started, is again the one of what was asked here. */
function waitsAgain(
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

/**
 * A change moved the deadline: where it is behind us now, it is the change that breaks the promise; a breach there was
 * stays. Warnings are armed again where their time is ahead, and never sent for what is behind (sla.md S16).
 */
function overtaken(
  clock: Clock,
  keeping: Timekeeping,
  at: Instant,
  breachedBy: 'retarget' | 'merge',
  rules: Rules,
): Clock {
  const behind = (threshold: string) => (thresholdAt(clock, threshold, rules) ?? Number.POSITIVE_INFINITY) <= at
  const changed = { ...clock, warned: warningsOf(keeping, rules).filter(behind) }
  if (clock.breachedAt !== null || clock.targetMs === null) return changed
  const due = reachedAt(clock, clock.targetMs, rules)
  return due !== undefined && due < at ? { ...changed, breachedAt: at, breachedBy } : changed
}

/** All clocks, stopped ones too: nothing of it is counted (sla.md S14, S20). */
function cancelled(keeping: Timekeeping, cause: 'merged' | 'dropped'): Timekeeping {
  return { ...keeping, clocks: keeping.clocks.map((clock) => ({ ...clock, cancelled: clock.cancelled ?? cause })) }
}

function marked(
  keeping: Timekeeping,
  of: { metric: Metric; cycle: number },
  mark: (clock: Clock) => Partial<Clock>,
): Timekeeping {
  const clocks = keeping.clocks.map((clock) =>
    clock.metric === of.metric && clock.cycle === of.cycle ? { ...clock, ...mark(clock) } : clock,
  )
  return { ...keeping, clocks }
}

function eachLive(keeping: Timekeeping, change: (clock: Clock) => Clock): Timekeeping {
  return { ...keeping, clocks: keeping.clocks.map((clock) => (isLive(clock) ? change(clock) : clock)) }
}
