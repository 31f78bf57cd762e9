import type { Desk } from '../desk/desk.ts'
import { offeredTo, priorityOf } from '../desk/questions.ts'
import type { Actor } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { TicketEvent } from './events.ts'
import type { Ticket } from './ticket.ts'

/** How much it matters, as an agent sees it; of what the ticket's plan offers. */
export function prioritise(ticket: Readonly<Ticket>, desk: Desk, by: Actor, priorityId: string): TicketEvent[] {
  if (ticket.stage === 'closed') throw new Refusal('ticket-is-closed', { key: ticket.key })
  if (!priorityOf(desk, priorityId)) throw new Refusal('no-such-priority', { priority: priorityId })
  if (ticket.priority === priorityId) return []
  const offered = offeredTo(desk, ticket.plan)
  if (!offered.some(({ id }) => id === priorityId)) {
    const allowed = offered.map(({ id }) => id).join(', ')
    throw new Refusal('priority-not-offered', { desk: desk.desk, plan: ticket.plan, allowed })
  }
  return [{ type: 'PriorityChanged', by: by.id, from: ticket.priority, to: priorityId }]
}
