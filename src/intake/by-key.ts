import { deskById } from '../acts/world.ts'
import { Refusal } from '../domain/refusal.ts'
import { mayEnter, refuseOutsiders } from '../domain/ticket/enter.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Hearing } from './hearing.ts'
import { actorOf, isAgentOf } from './standing.ts'

/**
 * A ticket by its key: the requester's own, or any of the desk for its agents. Others are told there is none.
 * @param also `watchers`: it is theirs, too, who were brought into it
 */
export async function byKey(
  hearing: Hearing,
  key: string,
  also: { watchers?: boolean } = {},
): Promise<{ ticket: Ticket; asAgent: boolean }> {
  const { unit, world, person, standing } = hearing
  const ticket = await unit.tickets.byKey(key)
  if (!ticket) throw new Refusal('ticket-not-found', { key: key.toUpperCase() })
  if (ticket.requesterId === person.id) return { ticket, asAgent: false }
  const desk = deskById(world, ticket.deskId)
  const watches = also.watchers === true && ticket.watchers.includes(person.id)
  if (isAgentOf(desk, standing) && !(watches && !mayEnter(ticket, desk, actorOf(desk, person, standing)))) {
    refuseOutsiders(ticket, desk, actorOf(desk, person, standing))
    return { ticket, asAgent: true }
  }
  if (watches) return { ticket, asAgent: false }
  throw new Refusal('ticket-not-found', { key: key.toUpperCase() })
}
