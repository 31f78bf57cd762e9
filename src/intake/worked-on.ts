import { deskById } from '../acts/world.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { type Asked, mayDo } from '../domain/desk/questions.ts'
import type { Actor } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { refuseOutsiders } from '../domain/ticket/enter.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { byKey } from './by-key.ts'
import type { Hearing } from './hearing.ts'
import { actorOf, isAgentOf } from './standing.ts'

/**
 * A ticket by its key, for an agent's work on it. Whoever may not know of it is told there is none.
 * @throws Refusal where they are no agent of its desk, may not enter it, or lack the leave
 */
export async function workedOn(hearing: Hearing, key: string, asked: Asked): Promise<Ticket> {
  const { ticket } = await byKey(hearing, key)
  refuseIdle(hearing, ticket, asked)
  return ticket
}

/** Who works on this ticket, and on which desk. @throws Refusal as `workedOn` */
export function refuseIdle(hearing: Hearing, ticket: Ticket, asked: Asked): { desk: Desk; by: Actor } {
  const { desk, by } = refuseOthers(hearing, ticket)
  if (!mayDo(desk, by.roles, asked)) throw new Refusal('not-allowed')
  return { desk, by }
}

/**
 * What any agent of its desk may ask about a ticket, also whoever asked for it themselves.
 * @throws Refusal where they are no agent of its desk, or may not enter it
 */
export function refuseOthers({ world, person, standing }: Hearing, ticket: Ticket): { desk: Desk; by: Actor } {
  const desk = deskById(world, ticket.deskId)
  if (!isAgentOf(desk, standing)) throw new Refusal('not-an-agent')
  const by = actorOf(desk, person, standing)
  refuseOutsiders(ticket, desk, by)
  return { desk, by }
}
