import type { Clock, Instant } from '../clock.ts'
import type { PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { Wake } from '../sla.ts'
import type { OfClock, TicketEvent } from './events.ts'
import { refuseClosed } from './refuse-closed.ts'
import type { Ticket } from './ticket.ts'

/** What a clock makes happen when its time has come. `dueAt`: its deadline. */
export function eventOfWake(wake: Wake, clock: Clock, dueAt: Instant): TicketEvent {
  const { metric, cycle } = wake
  switch (wake.what) {
    case 'warn':
      return { type: 'BreachWarned', by: null, metric, cycle, threshold: wake.threshold, dueAt: iso(dueAt) }
    case 'announce':
      return {
        type: 'BreachAnnounced',
        by: null,
        metric,
        cycle,
        dueAt: iso(dueAt),
        breachedAt: iso(clock.breachedAt ?? dueAt),
        ...(clock.retracted !== undefined && { again: clock.retracted }),
      }
    case 'climb':
      return { type: 'Escalated', by: null, metric, cycle, step: wake.step, round: wake.round }
    default:
      return wake satisfies never
  }
}

const iso = (at: Instant): string => new Date(at).toISOString()

/** "I have seen it": the ladder of this breach is climbed no further. Saying it twice is harmless. */
export function acknowledge(
  ticket: Readonly<Ticket>,
  clocks: readonly Clock[],
  by: PersonId,
  of: OfClock,
): TicketEvent[] {
  refuseClosed(ticket)
  const clock = clocks.find(({ metric, cycle }) => metric === of.metric && cycle === of.cycle)
  if (!clock || clock.breachedAt === null) throw new Refusal('button-is-stale')
  return clock.acknowledgedAt === null ? [{ type: 'EscalationAcknowledged', by, ...of }] : []
}

/** The requester's last word asks for nothing: nobody owes an answer to it (sla.md S11). */
export function needNoReply(ticket: Readonly<Ticket>, clocks: readonly Clock[], by: PersonId): TicketEvent[] {
  refuseClosed(ticket)
  const owed = clocks.some(
    ({ metric, stoppedAt, cancelled }) => metric === 'next-response' && stoppedAt === null && cancelled === null,
  )
  if (!owed) throw new Refusal('no-reply-owed', { key: ticket.key })
  return [{ type: 'NoReplyNeeded', by }]
}
