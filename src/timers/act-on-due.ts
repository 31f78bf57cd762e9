import { changeTicket } from '../acts/change.ts'
import { timesOf } from '../acts/times.ts'
import type { World } from '../acts/world.ts'
import type { Unit } from '../ports/store.ts'

/**
 * Decides about a ticket whose time has come, under its lock. Where there is nothing to do after all (the desk file says
 * something else by now), its due times are worked out again, or it would be due for ever.
 */
export async function actOnDue(
  unit: Unit,
  world: World,
  id: string,
  now: Date,
  decide: Parameters<typeof changeTicket>[3],
): Promise<void> {
  let acted = false
  const after = await changeTicket(
    unit,
    world,
    id,
    (ticket, desk, times) => {
      const events = decide(ticket, desk, times)
      acted = events.length > 0
      return events
    },
    { occurredAt: now },
  )
  if (acted) return
  const standing = await unit.tickets.standing(id)
  if (standing) await unit.tickets.rejudge(id, await timesOf(unit, world, after, standing.times.judged))
}
