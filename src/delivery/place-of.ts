import type { OwedRow, Unit } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'

/** The place of its ticket a delivery goes to; undefined: it is of no ticket, or the place is not there. */
export async function placeOf(unit: Unit, { ticketId, placeId }: OwedRow): Promise<Place | undefined> {
  return ticketId && placeId ? (await unit.tickets.places(ticketId)).find(({ id }) => id === placeId) : undefined
}
