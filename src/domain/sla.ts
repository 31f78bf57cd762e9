import { asOf } from './as-of.ts'
import type { Clock, ClockEvent, Metric } from './clock.ts'
import { merged, unmerged, waitsAgain } from './merged-clocks.ts'
import { overtaken, retargeted } from './retarget.ts'
import { answered, answerWithdrawn, awaited, cancelled, moved, paused, started } from './running.ts'
import { eachLive, type Rules, type Timekeeping } from './timekeeping.ts'

export { asOf } from './as-of.ts'
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

type Of<T extends ClockEvent['type']> = Extract<ClockEvent, { type: T }>

/**
 * A ticket opened by an agent waits for no first response (sla.md S9, S10, S12); what is split off waits for it since it
 * was asked, and for its solution since the split (sla.md §2).
 */
function opened(event: Of<'opened'>, rules: Rules): Timekeeping {
  const { at, by, plan, priority, category, status, askedSince } = event
  const empty: Timekeeping = inCategory({ plan, priority, status, resolved: false, clocks: [] }, category)
  const waits = by === 'requester' || askedSince !== undefined
  const asked = waits ? started(empty, 'first-response', Math.min(askedSince ?? at, at), rules) : empty
  const late =
    askedSince === undefined ? asked : eachLive(asked, (clock) => overtaken(clock, asked, at, 'split', rules))
  return paused(started(late, 'resolution', at, rules), at, rules)
}

function happened(keeping: Timekeeping, event: Exclude<ClockEvent, Of<'opened'>>, rules: Rules): Timekeeping {
  switch (event.type) {
    case 'requester-message':
      // While they wait for the first answer, or for this one, another message moves nothing (sla.md S11).
      return awaited(keeping) ? keeping : started(keeping, 'next-response', event.at, rules)
    case 'agent-message':
      return answered(keeping, event.at)
    case 'answer-withdrawn':
      return answerWithdrawn(keeping, event, rules)
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
    case 'no-reply-needed':
      return eachLive(keeping, (clock) =>
        clock.metric === 'next-response' ? { ...clock, cancelled: 'no-reply-needed' } : clock,
      )
    case 'warned':
      return marked(keeping, event, ({ warned }) => ({ warned: [...new Set([...warned, event.threshold])] }))
    case 'announced':
      return marked(keeping, event, ({ announcedAt }) => ({ announcedAt: announcedAt ?? event.at }))
    case 'retracted':
      return marked(keeping, event, ({ retracted = 0 }) => ({ announcedAt: null, retracted: retracted + 1 }))
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
