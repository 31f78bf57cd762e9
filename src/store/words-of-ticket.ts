import { findable } from '../domain/text/findable.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'

/** What a ticket is found by. */
export function wordsOfTicket({ key, subject }: Pick<Ticket, 'key' | 'subject'>): string {
  return findable(`${key} ${subject}`)
}
