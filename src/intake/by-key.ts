import { deskById } from '../acts/world.ts'
import { Refusal } from '../domain/refusal.ts'
import { refuseOutsiders } from '../domain/ticket/enter.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Hearing } from './hearing.ts'
import { asColleague } from './organisation/colleague.ts'
import { actorOf, isAgentOf } from './standing.ts'

/** A ticket somebody named, and as what it is theirs to see. */
export interface Found {
  ticket: Ticket
  asAgent: boolean
  /** They may speak in it, too, and say that it is solved. */
  mayWrite: boolean
}

/**
 * A ticket by its key: the requester's own, any of the desk for its agents, and one of a colleague's where the desk has
 * them share. Others are told there is none.
 */
export async function byKey(hearing: Hearing, key: string): Promise<Found> {
  const { unit, world, person, standing } = hearing
  const ticket = await unit.tickets.byKey(key)
  if (!ticket) throw new Refusal('ticket-not-found', { key: key.toUpperCase() })
  if (ticket.requesterId === person.id) return { ticket, asAgent: false, mayWrite: true }
  const desk = deskById(world, ticket.deskId)
  if (isAgentOf(desk, standing)) {
    refuseOutsiders(ticket, desk, actorOf(desk, person, standing))
    return { ticket, asAgent: true, mayWrite: true }
  }
  const may = await asColleague(hearing, ticket)
  if (may === 'nothing') throw new Refusal('ticket-not-found', { key: key.toUpperCase() })
  return { ticket, asAgent: false, mayWrite: may === 'write' }
}
