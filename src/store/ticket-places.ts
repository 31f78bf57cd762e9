import type { Address } from '../adapter.ts'
import type { Place, Tickets } from '../ports/tickets.ts'
import type { Gather } from './gather.ts'
import { type Known, taken } from './known.ts'
import type { Db } from './orm.ts'
import { keyOfAddress, placesAt } from './places.ts'

type TicketPlaces = Pick<Tickets, 'addPlace' | 'places' | 'placeAt' | 'setOpen' | 'movePlace'>

/** Where tickets are talked about. `placesOf`: those of one, as the database has them. @see Tickets */
export function ticketPlacesOf(
  db: Db,
  gather: Gather,
  known: Known,
  placesOf: (ticketId: string) => Promise<Place[]>,
): TicketPlaces {
  const { standings: held, places: heldPlaces } = known
  const places = async (id: string): Promise<Place[]> => {
    const known = heldPlaces.get(id)
    if (known) return known
    // Read after the ticket: whoever adds one meanwhile changes that too, and its version tells.
    const afterIt = held.has(id)
    const found = await placesOf(id)
    if (afterIt) heldPlaces.set(id, found)
    return found
  }
  const placeAt = gather((addresses: readonly Address[]) => placesAt(db, addresses))

  return {
    async addPlace(place) {
      heldPlaces.clear()
      await db
        .insertInto('place')
        .values({ ...place, topicDeliveryId: place.topicDeliveryId ?? null })
        .execute()
    },
    places,
    async placeAt(address) {
      if (address.thread === undefined) return undefined
      return taken(known.ahead.places, keyOfAddress(address), () => placeAt(address))
    },
    async setOpen(placeId, open) {
      heldPlaces.clear()
      await db.updateTable('place').set({ open }).where('id', '=', placeId).execute()
    },
    async movePlace(id, to) {
      heldPlaces.clear()
      await db.updateTable('place').set(to).where('id', '=', id).execute()
    },
  }
}
