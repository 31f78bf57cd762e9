import { deskById } from '../../acts/world.ts'
import { colleagueMay } from '../../domain/organisation.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import type { Hearing } from '../hearing.ts'

type Asker = Pick<Hearing, 'unit' | 'world' | 'person'>

/** What somebody may do in a ticket because it is of their organisation: asked again for every act. */
export async function asColleague(
  { unit, world, person }: Asker,
  ticket: Ticket,
): Promise<'nothing' | 'see' | 'write'> {
  if (ticket.organisationId === null) return 'nothing'
  const desk = deskById(world, ticket.deskId)
  const organisation = await unit.organisations.of(person.id, ticket.deskId)
  if (organisation?.id !== ticket.organisationId) return 'nothing'
  const shared = desk.organisations.share && ticket.watchers.includes(person.id)
  return colleagueMay(desk, ticket, organisation, shared)
}

/** Their own ticket, or one of their organisation in which they may speak. */
export async function speaksIn(asker: Asker, ticket: Ticket): Promise<boolean> {
  return ticket.requesterId === asker.person.id || (await asColleague(asker, ticket)) === 'write'
}
