import type { PersonId } from '../person.ts'
import type { TicketEvent } from './events.ts'
import { refuseClosed } from './refuse-closed.ts'
import type { Ticket } from './ticket.ts'

/** Somebody of the requester's organisation reads along from now on: they came themselves, or were let in. */
export function addColleague(ticket: Readonly<Ticket>, by: PersonId, person: PersonId): TicketEvent[] {
  refuseClosed(ticket)
  return [{ type: 'ColleagueAdded', by, person }]
}
