import type { Address } from '../adapter.ts'
import type { Place } from '../ports/tickets.ts'
import { rowsOf } from './gather.ts'
import type { Db } from './orm.ts'
import { type Statement, select } from './statement.ts'

/** As it stands in its table. */
export type PlaceRow = Omit<Place, 'platform'> & { platform: string }

/** The places of each of these tickets, in the order they were made. */
export async function placesOfTickets(db: Db, ticketIds: readonly string[]): Promise<Place[][]> {
  const rows = await select<PlaceRow>(db, PLACES, [[...new Set(ticketIds)]])
  const of = rowsOf(rows, ({ ticketId }) => ticketId)
  return ticketIds.map((id) => of(id).map(placeOf))
}

/** The place at each of these threads, an open one before one that is not any more. */
export async function placesAt(db: Db, addresses: readonly Address[]): Promise<(Place | undefined)[]> {
  const rows = await select<PlaceRow>(db, PLACES_AT, [
    addresses.map(({ platform }) => platform),
    addresses.map(({ account }) => account),
    addresses.map(({ chat }) => chat),
    addresses.map(({ thread }) => thread ?? null),
  ])
  const at = rowsOf(rows, keyOfAddress)
  return addresses.map((address) => at(keyOfAddress(address)).map(placeOf)[0])
}

/** One word for a thread. */
export function keyOfAddress({ platform, account, chat, thread }: Address | PlaceRow): string {
  return `${platform} ${account} ${chat} ${thread}`
}

/** As the desk knows it. */
export function placeOf(row: PlaceRow): Place {
  return { ...row, platform: row.platform as Place['platform'] } // only adapters' own platforms are ever written
}

/** $1 tickets */
const PLACES: Statement = {
  name: 'places-of',
  text: 'select * from place where ticket_id = any ($1::uuid[]) order by id',
}

/** $1 platforms, $2 accounts, $3 chats, $4 threads */
const PLACES_AT: Statement = {
  name: 'places-at',
  text: `
    select * from place
     where (platform, account, chat, thread) in (select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]))
     order by open desc`,
}
