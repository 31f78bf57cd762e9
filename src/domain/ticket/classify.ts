import type { Desk } from '../desk/desk.ts'
import { categoryOf, typeOf } from '../desk/questions.ts'
import type { PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { TicketEvent } from './events.ts'
import { refuseClosed } from './refuse-closed.ts'
import type { Ticket } from './ticket.ts'

/** It is another kind of thing than its requester thought. What was answered in the form stays with it. */
export function retype(ticket: Readonly<Ticket>, desk: Desk, by: PersonId, type: string): TicketEvent[] {
  refuseClosed(ticket)
  if (!typeOf(desk, type)) throw new Refusal('no-such-type', { type })
  return type === ticket.type ? [] : [{ type: 'TypeChanged', by, from: ticket.type, to: type }]
}

/** Where it belongs among the desk's categories; null: nowhere. */
export function categorise(ticket: Readonly<Ticket>, desk: Desk, by: PersonId, category: string | null): TicketEvent[] {
  refuseClosed(ticket)
  if (category !== null && !categoryOf(desk, category)) throw new Refusal('no-such-category', { category })
  return category === ticket.category ? [] : [{ type: 'CategorySet', by, from: ticket.category, to: category }]
}

/**
 * Another plan's promises, for this ticket: an explicit choice, which counts from its beginning (sla.md S18). What an
 * organisation's plan becomes changes no ticket that is open.
 */
export function changePlan(ticket: Readonly<Ticket>, desk: Desk, by: PersonId, plan: string): TicketEvent[] {
  refuseClosed(ticket)
  if (!Object.hasOwn(desk.plans, plan)) throw new Refusal('no-such-plan', { plan })
  return plan === ticket.plan ? [] : [{ type: 'PlanChanged', by, from: ticket.plan, to: plan }]
}
