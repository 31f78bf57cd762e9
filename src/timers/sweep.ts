import type { Ticket } from '../domain/ticket/ticket.ts'
import { nameOfError } from '../ports/log.ts'
import type { DueTime } from '../ports/promises.ts'
import type { Unit } from '../ports/store.ts'
import type { Timing } from './index.ts'

/** So many in one sweep: the rest is a second away, and whoever stops the process does not wait for all of it. */
const MOST = 1000
/** So many tickets at a time: the database answers one while it waits for another. */
const AT_ONCE = 4
/** One that could not be handled is looked at again after this; the others do not wait for it. */
export const PUT_OFF_MS = 60_000

/**
 * Everything that is due by one of a ticket's times: claimed one by one, so that several processes may sweep at once,
 * each in a transaction of its own. `act` looks again, under the ticket's lock, whether there is something to do, and
 * leaves the ticket with a due time that is later or none. Returns how many were handled; one that was put off was not.
 */
export async function sweep(
  { store, world, counting }: Timing,
  by: DueTime,
  now: Date,
  act: (unit: Unit, ticket: Ticket) => Promise<void>,
): Promise<number> {
  // A desk that is not in the files any more cannot keep its promises.
  const deskIds = world.desks.map(({ desk }) => desk)
  let claims = 0
  let putOff = 0
  /** False where nothing is due. */
  const next = async (): Promise<boolean> => {
    let claimed: Ticket | undefined
    try {
      await store.transaction(async (unit) => {
        claimed = await unit.tickets.lockDue(by, now, deskIds)
        if (claimed) await act(unit, claimed)
      })
    } catch (error) {
      const { id, key } = claimed ?? {}
      if (id === undefined) throw error
      world.log.error({ ticket: key, due: by, error: nameOfError(error) }, 'due-put-off')
      await store.transaction((unit) => unit.tickets.putOff(id, by, new Date(now.getTime() + PUT_OFF_MS)))
      putOff += 1
      counting?.putOff(by)
    }
    const found = claimed !== undefined
    if (found) claims += 1
    return found
  }
  const worker = async (): Promise<void> => {
    while (claims < MOST && (await next()));
  }
  // Most sweeps find nothing: then one look is enough.
  if (await next()) await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return claims - putOff
}
