import type { Desk } from '../desk/desk.ts'
import { isUncounted, mayDo, transitionAllowed } from '../desk/questions.ts'
import type { Actor, PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { TicketEvent } from './events.ts'
import type { Resolution, Ticket } from './ticket.ts'

/**
 * An agent says the question is answered, where the desk lets their role take it from here to its resolved status: a
 * fix is tested first where the desk file says so (`transitions`).
 */
export function resolveAsAgent(ticket: Readonly<Ticket>, desk: Desk, by: Actor): TicketEvent[] {
  const { onResolve } = desk.moves
  if (desk.transitions && ticket.stage !== 'closed' && ticket.stage !== 'resolved') {
    refuseTransition(desk, ticket, by, onResolve)
  }
  return resolve(ticket, desk, by.id, 'answered')
}

/** The requester says it is done, where the desk leaves that to them (`may: [resolve]` of its requesters). */
export function resolveAsRequester(ticket: Readonly<Ticket>, desk: Desk, by: PersonId): TicketEvent[] {
  if (!mayDo(desk, ['requester'], 'resolve')) throw new Refusal('only-agents-resolve', { key: ticket.key })
  return resolve(ticket, desk, by, 'by-requester')
}

/** Throws where this role may not take it there, or something must be set first. */
export function refuseTransition(desk: Desk, ticket: Readonly<Ticket>, by: Actor, status: string): void {
  const transition = transitionAllowed(desk, ticket.status, status, by.roles, {
    ...ticket.fields,
    ...(ticket.category !== null && { category: ticket.category }),
    ...(ticket.assigneeId !== null && { assignee: ticket.assigneeId }),
  })
  if (transition === 'not-allowed') throw new Refusal('transition-not-allowed', { desk: desk.desk, status })
  if (transition !== 'allowed') {
    throw new Refusal('transition-needs', { desk: desk.desk, fields: transition.needs.join(', ') })
  }
}

/** The question is answered, says an agent or the requester; or nobody has written for so long that the desk says so (`by` null). The requester reopens it simply by writing. */
export function resolve(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: PersonId | null,
  resolution: Resolution,
  status: string = desk.moves.onResolve,
): TicketEvent[] {
  if (ticket.stage === 'closed') throw new Refusal('ticket-is-closed', { key: ticket.key })
  if (ticket.stage === 'resolved') return [] // saying it twice is harmless: Slack retries, people press twice
  return [{ type: 'TicketResolved', by, status, resolution, ...(isUncounted(desk, status) && { uncounted: true }) }]
}
