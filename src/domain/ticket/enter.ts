import type { Desk } from '../desk/desk.ts'
import { mayEverything } from '../desk/questions.ts'
import type { Actor, PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { Ticket } from './ticket.ts'

/** Who of the agents has a private ticket in their own chat: those named, and whoever is assigned. Empty: it is public. */
export function insiders(ticket: Readonly<Pick<Ticket, 'privateTo' | 'assigneeId'>>): PersonId[] {
  if (ticket.privateTo === null) return []
  return [...new Set([...ticket.privateTo, ...(ticket.assigneeId === null ? [] : [ticket.assigneeId])])]
}

/** May this agent read it and act on it? A private ticket is for its insiders, and for roles that may everything. */
export function mayEnter(ticket: Readonly<Ticket>, desk: Pick<Desk, 'roles'>, by: Actor): boolean {
  return ticket.privateTo === null || insiders(ticket).includes(by.id) || mayEverything(desk, by.roles)
}

/** @throws Refusal `ticket-is-private` */
export function refuseOutsiders(ticket: Readonly<Ticket>, desk: Pick<Desk, 'roles'>, by: Actor): void {
  if (!mayEnter(ticket, desk, by)) throw new Refusal('ticket-is-private', { key: ticket.key })
}
