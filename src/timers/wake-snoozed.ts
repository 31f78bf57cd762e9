import { changeTicket } from '../acts/change.ts'
import { wake } from '../domain/ticket/snooze.ts'
import type { Timing } from './index.ts'

/** So many in one sweep: the rest is a second away. */
const MOST = 100

/** Tickets whose snooze has ended come back into sight. Returns how many woke. */
export async function wakeSnoozed({ store, world }: Timing, now: Date): Promise<number> {
  // A desk that is not in the files any more cannot wake its tickets.
  const deskIds = world.desks.map(({ desk }) => desk)
  let woken = 0
  while (woken < MOST) {
    const found = await store.transaction(async (unit) => {
      const ticket = await unit.tickets.lockDue(now, deskIds)
      if (ticket) await changeTicket(unit, world, ticket.id, (its) => wake(its, null, 'due'), { occurredAt: now })
      return ticket !== undefined
    })
    if (!found) break
    woken += 1
  }
  return woken
}
