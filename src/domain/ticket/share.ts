import type { Actor, PersonId } from '../person.ts'
import type { TicketEvent } from './events.ts'
import { refuseClosed } from './refuse-closed.ts'
import type { Ticket } from './ticket.ts'

/**
 * With these agents only. Whoever does it stays inside, or they would shut themselves out. Nobody named: with all
 * agents of the desk again.
 */
export function shareWith(ticket: Readonly<Ticket>, by: Actor, people: readonly PersonId[]): TicketEvent[] {
  refuseClosed(ticket)
  if (people.length === 0) return ticket.privateTo === null ? [] : [{ type: 'MadePublic', by: by.id }]
  const to = [...new Set([...people, by.id])].toSorted()
  const same = ticket.privateTo?.length === to.length && to.every((one) => ticket.privateTo?.includes(one))
  return same ? [] : [{ type: 'MadePrivate', by: by.id, to }]
}
