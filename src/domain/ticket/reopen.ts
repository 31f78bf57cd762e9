import type { Desk } from '../desk/desk.ts'
import { statusOf } from '../desk/questions.ts'
import type { PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { Asking, TicketEvent } from './events.ts'
import type { Ticket } from './ticket.ts'

/**
 * It was not answered after all. Harmless on a ticket that is not resolved. `asking`: the requester's word by which it
 * is, where no other event tells of it.
 */
export function reopen(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: PersonId,
  statusId: string = desk.moves.onReopen,
  asking: Asking = {},
): TicketEvent[] {
  if (ticket.stage === 'closed') throw new Refusal('ticket-is-closed', { key: ticket.key })
  if (ticket.stage !== 'resolved') return []
  const status = statusOf(desk, statusId)
  if (!status) throw new Refusal('no-such-status', { status: statusId })
  return [{ type: 'TicketReopened', by, status: status.id, stage: status.stage, ...asking }]
}
