import { Refusal } from '../refusal.ts'
import type { Ticket } from './ticket.ts'

/** Closed is final: a later word opens a linked ticket (design.md §2). */
export function refuseClosed(ticket: Readonly<Ticket>): void {
  if (ticket.stage === 'closed') throw new Refusal('ticket-is-closed', { key: ticket.key })
}
