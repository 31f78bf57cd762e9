import { judgeAgain, timesOf } from '../acts/times.ts'
import type { Timing } from './index.ts'

/** So many in one sweep: a changed holiday moves the due times of every open ticket. */
const MOST = 200

/**
 * Tickets whose due times were judged by other calendars or zone rules than are in force now, or never yet (sla.md S4,
 * S7): their clocks are what their history says, under what was in force at each minute. Returns how many.
 */
export async function judgeStale({ store, world }: Timing): Promise<number> {
  const deskIds = world.desks.map(({ desk }) => desk)
  let judged = 0
  while (judged < MOST) {
    const found = await store.transaction(async (unit) => {
      const stale = await unit.tickets.lockStale(deskIds)
      if (!stale) return false
      const again = await judgeAgain(unit, world, stale.ticket.id)
      await unit.tickets.rejudge(stale.ticket.id, await timesOf(unit, world, stale.ticket, again))
      return true
    })
    if (!found) break
    judged += 1
  }
  return judged
}
