import type { Desk } from '../desk/desk.ts'
import { firstStatus } from '../desk/questions.ts'
import type { TicketEvent } from './events.ts'
import type { Ticket } from './ticket.ts'

/** The grace period of a resolved ticket is over: nothing reopens it any more. */
export function close(ticket: Readonly<Ticket>, desk: Desk): TicketEvent[] {
  return ticket.stage === 'resolved' ? [{ type: 'TicketClosed', by: null, status: firstStatus(desk, 'closed').id }] : []
}
