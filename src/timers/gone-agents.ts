import { changeTicket } from '../acts/change.ts'
import { worksHere } from '../acts/works-here.ts'
import type { Desk } from '../domain/desk/desk.ts'
import type { PersonId } from '../domain/person.ts'
import { unassign } from '../domain/ticket/assign.ts'
import type { Timing } from './index.ts'

/**
 * What people have on hand who are no agents of that desk any more is nobody's now, and its thread is told. That somebody
 * left a channel is heard at once (`intake/leave.ts`); of a user group, a desk file or a Telegram group we hear nothing,
 * and what was resolved comes back to who solved it, wherever they are by then. Returns how many tickets.
 */
export async function goneAgents(timing: Timing, now: Date): Promise<number> {
  const { store, world, platforms } = timing
  let freed = 0
  for (const desk of world.desks) {
    for (const person of await store.transaction((unit) => unit.tickets.holdersOf(desk.desk))) {
      const addresses = await store.transaction((unit) => unit.people.addresses(person))
      if ((await worksHere(platforms, desk, addresses, world.log)) !== false) continue
      freed += await free(timing, desk, person, now)
    }
  }
  return freed
}

async function free({ store, world }: Timing, { desk: deskId }: Desk, person: PersonId, now: Date): Promise<number> {
  const theirs = await store.transaction((unit) => unit.tickets.ofAssignee(person))
  let freed = 0
  for (const { id } of theirs.filter((ticket) => ticket.deskId === deskId)) {
    freed += await store.transaction(async (unit) => {
      // Another process may be at the same.
      const ticket = await unit.tickets.lock(id)
      if (!ticket || ticket.deskId !== deskId || ticket.assigneeId !== person) return 0
      const after = await changeTicket(unit, world, id, (its) => unassign(its, person, 'left'), { occurredAt: now })
      return after.assigneeId === null ? 1 : 0
    })
  }
  return freed
}
