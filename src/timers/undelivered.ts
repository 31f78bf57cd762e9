import { changeTicket } from '../acts/change.ts'
import { tellUndelivered } from '../domain/ticket/undelivered.ts'
import { nameOfError } from '../ports/log.ts'
import type { Timing } from './index.ts'

/** So many tickets in one look: the rest is a minute away. */
const MOST = 100

/**
 * Is what was owed out? People's words that got nowhere and that nobody has been told of in one line with the way to
 * send them again, are told of in their ticket's thread. Returns how many tickets.
 */
export async function findUndelivered({ store, world }: Timing, now: Date): Promise<number> {
  const deskIds = world.desks.map(({ desk }) => desk)
  const found = await store.transaction((unit) => unit.deliveries.undelivered(deskIds, MOST))
  let told = 0
  for (const { ticketId, ...what } of found) {
    try {
      await store.transaction((unit) =>
        changeTicket(unit, world, ticketId, () => tellUndelivered(what), { occurredAt: now }),
      )
      told += 1
    } catch (error) {
      // Told by another process at the same moment, or not to be told: the others do not wait for it.
      world.log.warn({ ticketId, error: nameOfError(error) }, 'undelivered-not-told')
    }
  }
  return told
}
