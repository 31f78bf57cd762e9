import type { Desk } from '../desk/desk.ts'
import { firstStatus } from '../desk/questions.ts'
import { graceEnd } from '../grace.ts'
import type { TicketEvent } from './events.ts'
import type { Ticket } from './ticket.ts'

/** The grace period of a resolved ticket is over, as the desk file has it now: nothing reopens it any more. */
export function close(ticket: Readonly<Ticket>, desk: Desk, now: Date): TicketEvent[] {
  const { stage, resolvedAt } = ticket
  if (stage !== 'resolved' || (resolvedAt !== null && graceEnd(desk, resolvedAt) > now)) return []
  return [{ type: 'TicketClosed', by: null, status: firstStatus(desk, 'closed').id }]
}
