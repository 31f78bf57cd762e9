import { graceStart, graceStartAtEarliest } from '../domain/grace.ts'
import type { Person } from '../domain/person.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Hearing } from './hearing.ts'

/** The tickets a requester can still speak in: what is not resolved, and what was within its desk's grace period. */
export async function livingTickets(
  hearing: Pick<Hearing, 'unit' | 'world'>,
  person: Pick<Person, 'id'>,
): Promise<Ticket[]> {
  const { unit, world } = hearing
  const desks = new Map(world.desks.map((desk) => [desk.desk, desk]))
  const tickets = await unit.tickets.ofRequester(person.id, livingSince(hearing))
  return tickets.filter(({ deskId, resolvedAt }) => {
    const desk = desks.get(deskId)
    return desk !== undefined && (resolvedAt === null || resolvedAt >= graceStart(desk, unit.now))
  })
}

/** What was resolved before that lives on no desk; rarely some days before what just does (`graceStartAtEarliest`). */
export function livingSince({ unit, world }: Pick<Hearing, 'unit' | 'world'>): Date {
  return new Date(Math.min(...world.desks.map((desk) => graceStartAtEarliest(desk, unit.now).getTime())))
}

/** What somebody reads along in, of the desks there are. */
export async function watchedTickets(
  { unit, world }: Pick<Hearing, 'unit' | 'world'>,
  person: Pick<Person, 'id'>,
): Promise<Ticket[]> {
  const watched = await unit.tickets.ofWatcher(person.id)
  return watched.filter(({ deskId }) => world.desks.some(({ desk }) => desk === deskId))
}
