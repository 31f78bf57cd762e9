import type { Desk } from '../domain/desk/desk.ts'
import { graceStart } from '../domain/grace.ts'
import type { Person } from '../domain/person.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Hearing } from './hearing.ts'

/** The tickets a requester can still speak in: what is not resolved, and what was within its desk's grace period. */
export async function livingTickets(
  hearing: Pick<Hearing, 'unit' | 'world'>,
  person: Pick<Person, 'id'>,
): Promise<Ticket[]> {
  const { unit, world } = hearing
  // Working a zone's calendar out is dear, and desks are mostly alike in it.
  const alike = new Map<string, Date>()
  const startFor = ({ grace, zone }: Desk): Date => {
    const start = alike.get(`${grace} ${zone}`) ?? graceStart({ grace, zone }, unit.now)
    alike.set(`${grace} ${zone}`, start)
    return start
  }
  const starts = new Map(world.desks.map((desk) => [desk.desk, startFor(desk)]))
  const earliest = new Date(Math.min(...[...starts.values()].map((start) => start.getTime())))
  const tickets = await unit.tickets.ofRequester(person.id, earliest)
  return tickets.filter(({ deskId, resolvedAt }) => {
    const start = starts.get(deskId)
    return start !== undefined && (resolvedAt === null || resolvedAt >= start)
  })
}
