import type { Desk } from '../desk/desk.ts'
import { planOf } from '../organisation.ts'
import type { PersonId } from '../person.ts'
import type { TicketEvent } from './events.ts'
import { refuseClosed } from './refuse-closed.ts'
import type { Ticket } from './ticket.ts'

/**
 * It is somebody else's question. It counts as theirs from the beginning, so their organisation and its plan go with
 * them (sla.md S18 pins the plan of whom the ticket is). Nobody is reminded of, or closed out for not answering, what
 * somebody else has left unanswered: their silence begins with this.
 */
export function changeRequester(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: PersonId,
  to: PersonId,
  organisation: { id: string; plan: string | null } | undefined,
): TicketEvent[] {
  refuseClosed(ticket)
  if (to === ticket.requesterId) return []
  const plan = planOf(desk, organisation)
  const organisationId = organisation?.id ?? null
  return [{ type: 'RequesterChanged', by, from: ticket.requesterId, to, organisationId, plan, silenceAnew: true }]
}
