import type { Desk } from '../desk/desk.ts'
import type { PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { TicketEvent } from './events.ts'
import type { Resolution, Ticket } from './ticket.ts'

/** The question is answered, says an agent or the requester; or nobody has written for so long that the desk says so (`by` null). The requester reopens it simply by writing. */
export function resolve(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: PersonId | null,
  resolution: Resolution,
  status: string = desk.moves.onResolve,
): TicketEvent[] {
  if (ticket.stage === 'closed') throw new Refusal('ticket-is-closed', { key: ticket.key })
  if (ticket.stage === 'resolved') return [] // saying it twice is harmless: Slack retries, people press twice
  return [{ type: 'TicketResolved', by, status, resolution }]
}
