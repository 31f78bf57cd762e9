import { deskById } from '../acts/world.ts'
import { Refusal } from '../domain/refusal.ts'
import { refuseOutsiders } from '../domain/ticket/enter.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Hearing } from './hearing.ts'
import { actorOf, isAgentOf } from './standing.ts'

/** A ticket by its key: the requester's own, or any of the desk for its agents. Others are told there is none. */
export async function byKey(hearing: Hearing, key: string): Promise<{ ticket: Ticket; asAgent: boolean }> {
  const { unit, world, person, standing } = hearing
  const ticket = await unit.tickets.byKey(key)
  if (!ticket) throw new Refusal('ticket-not-found', { key: key.toUpperCase() })
  if (ticket.requesterId === person.id) return { ticket, asAgent: false }
  const desk = deskById(world, ticket.deskId)
  if (isAgentOf(desk, standing)) {
    refuseOutsiders(ticket, desk, actorOf(desk, person, standing))
    return { ticket, asAgent: true }
  }
  throw new Refusal('ticket-not-found', { key: key.toUpperCase() })
}
