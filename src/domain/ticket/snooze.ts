import type { PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { TicketEvent } from './events.ts'
import { refuseClosed } from './refuse-closed.ts'
import type { Ticket } from './ticket.ts'

/**
 * Out of the agents' sight until then. Its stage and its clocks stay as they are: a promise to the requester is no
 * smaller for our looking away. Asleep again until the same hour changes nothing.
 */
export function snooze(ticket: Readonly<Ticket>, by: PersonId, until: Date, now: Date): TicketEvent[] {
  refuseClosed(ticket)
  if (ticket.snoozedUntil?.getTime() === until.getTime()) return []
  if (until <= now) throw new Refusal('snooze-is-past')
  return [{ type: 'Snoozed', by, until: until.toISOString() }]
}

/** Back in sight: the hour has come, its requester has written, or an agent says so. */
export function wake(
  ticket: Readonly<Ticket>,
  by: PersonId | null,
  because: 'due' | 'requester' | 'agent',
): TicketEvent[] {
  return ticket.snoozedUntil === null ? [] : [{ type: 'Woken', by, because }]
}
