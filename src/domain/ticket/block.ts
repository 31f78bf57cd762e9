import type { PersonId } from '../person.ts'
import type { TicketEvent } from './events.ts'
import type { Ticket } from './ticket.ts'

/** Its requester abuses the desk: what they write from now on is kept and goes no further, on any ticket of the desk. */
export function blockRequester(ticket: Readonly<Ticket>, by: PersonId): TicketEvent[] {
  return [{ type: 'RequesterBlocked', by, person: ticket.requesterId }]
}

/** They may be heard again. */
export function unblockRequester(ticket: Readonly<Ticket>, by: PersonId): TicketEvent[] {
  return [{ type: 'RequesterUnblocked', by, person: ticket.requesterId }]
}

/** What a blocked requester writes: with the ticket, shown to nobody. It reopens nothing and wakes nothing. */
export function keepWords(by: PersonId, message: string): TicketEvent[] {
  return [{ type: 'WordsKept', by, message }]
}
