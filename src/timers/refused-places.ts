import type { Timing } from './index.ts'

/**
 * Where the platform would not have a new ticket's card or topic (the bot may not make topics, or is not in the channel)
 * no agent sees the ticket, and nobody can be told of it there: it is tried again, until an operator has put that right or
 * the ticket is over. Returns how many.
 */
export async function refusedPlaces({ store, world }: Timing, now: Date): Promise<number> {
  const deskIds = world.desks.map(({ desk }) => desk)
  return store.transaction((unit) => unit.deliveries.tryPlacesAgain(deskIds, now))
}
