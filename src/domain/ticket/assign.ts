import type { Desk } from '../desk/desk.ts'
import type { Actor, Person, PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { TicketEvent, UnassignedBecause } from './events.ts'
import { moveBy } from './move.ts'
import type { Ticket } from './ticket.ts'

/** "I have it." Of two agents who press at once one wins; the other is told who has it. */
export function take(ticket: Readonly<Ticket>, desk: Desk, by: Actor, assigneeName: string | undefined): TicketEvent[] {
  if (ticket.assigneeId === by.id) return []
  if (ticket.assigneeId !== null) {
    throw new Refusal('already-taken', { key: ticket.key, name: assigneeName ?? '' })
  }
  return assign(ticket, desk, by, by)
}

/** Given to an agent, by another or by themselves; a ticket nobody had looked at is accepted by that. */
export function assign(ticket: Readonly<Ticket>, desk: Desk, by: Actor, to: Person): TicketEvent[] {
  if (ticket.stage === 'closed') throw new Refusal('ticket-is-closed', { key: ticket.key })
  if (ticket.assigneeId === to.id) return []
  const accepted =
    ticket.stage === 'new' && desk.moves.onAccept ? moveBy(ticket, desk, by.id, desk.moves.onAccept, 'onAccept') : []
  return [{ type: 'TicketAssigned', by: by.id, to: to.id }, ...accepted]
}

/** The desk gives a new ticket to whoever's turn it is. Nobody has looked at it by that: it stays new. */
export function assignByTurn(ticket: Readonly<Ticket>, to: PersonId): TicketEvent[] {
  if (ticket.stage !== 'new' || ticket.assigneeId !== null) return []
  return [{ type: 'TicketAssigned', by: null, to }]
}

/** Whoever had it works here no more. What is resolved stays with who resolved it. */
export function unassign(ticket: Readonly<Ticket>, who: PersonId, because: UnassignedBecause): TicketEvent[] {
  if (ticket.assigneeId !== who || ticket.stage === 'resolved' || ticket.stage === 'closed') return []
  return [{ type: 'TicketUnassigned', by: null, from: who, because }]
}
