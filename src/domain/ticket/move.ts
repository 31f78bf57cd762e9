import type { Desk } from '../desk/desk.ts'
import { statusOf } from '../desk/questions.ts'
import type { Actor, PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { MoveCause, TicketEvent } from './events.ts'
import { reopen } from './reopen.ts'
import { refuseTransition, resolve } from './resolve.ts'
import type { Ticket } from './ticket.ts'

/**
 * An agent chooses a status. What the stage means follows: to resolved is to resolve, out of it is to reopen. From one
 * resolved status to another it stays resolved, since when it was.
 */
export function moveTo(ticket: Readonly<Ticket>, desk: Desk, by: Actor, statusId: string): TicketEvent[] {
  const status = statusOf(desk, statusId)
  if (!status) throw new Refusal('no-such-status', { status: statusId })
  if (ticket.stage === 'closed') throw new Refusal('ticket-is-closed', { key: ticket.key })
  // Only the end of the grace period leads to closed (design.md §8).
  if (status.stage === 'closed') throw new Refusal('transition-not-allowed', { desk: desk.desk, status: statusId })
  if (ticket.status === statusId) return []
  refuseTransition(desk, ticket, by, statusId)
  const [from, to] = [ticket.stage === 'resolved', status.stage === 'resolved']
  if (to && !from) return resolve(ticket, desk, by.id, 'answered', statusId)
  if (from && !to) return reopen(ticket, desk, by.id, statusId)
  return moveBy(ticket, desk, by.id, statusId, 'chosen')
}

/** The move itself, also for the desk's automatic ones. Saying it twice is harmless. */
export function moveBy(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: PersonId,
  statusId: string,
  cause: MoveCause,
): TicketEvent[] {
  const status = statusOf(desk, statusId)
  if (!status) throw new Refusal('no-such-status', { status: statusId })
  if (ticket.status === status.id) return []
  const { id, stage, counted } = status
  const uncounted = counted === false && ({ uncounted: true } as const)
  return [{ type: 'StatusMoved', by, cause, from: ticket.status, status: id, stage, ...uncounted }]
}
