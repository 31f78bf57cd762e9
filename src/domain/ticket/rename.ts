import type { PersonId } from '../person.ts'
import type { TicketEvent } from './events.ts'
import { refuseClosed } from './refuse-closed.ts'
import type { Ticket } from './ticket.ts'

/** What it is about, in words that fit better than the first ones. An empty subject changes nothing. */
export function rename(ticket: Readonly<Ticket>, by: PersonId, subject: string): TicketEvent[] {
  refuseClosed(ticket)
  if (subject === '' || subject === ticket.subject) return []
  return [{ type: 'SubjectChanged', by, from: ticket.subject, to: subject }]
}
