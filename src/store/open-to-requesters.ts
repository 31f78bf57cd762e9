import type { PersonId } from '../domain/person.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Times } from '../ports/promises.ts'
import type { Place } from '../ports/tickets.ts'
import { type Gather, rowsOf, rowsOfEach } from './gather.ts'
import { columnOf } from './insert.ts'
import type { Known } from './known.ts'
import type { Db } from './orm.ts'
import { type PlaceRow, placeOf } from './places.ts'
import { type Statement, select } from './statement.ts'
import { parted, standingColumns } from './ticket-columns.ts'

/** Whose, and since when a resolved one counts. */
interface Asked {
  person: PersonId
  since: Date
}

const MOST_LISTED = 100

/**
 * The tickets a requester may still speak in, newest first. Their places come in the same trip, and after them
 * (`Known.places`): whoever looks for the one of a private chat goes on in its place, and each trip is waited for.
 */
export function openToRequesters(
  db: Db,
  gather: Gather,
  { standings: held, places: heldPlaces }: Known,
): (person: PersonId, since: Date) => Promise<Ticket[]> {
  const standingsOf = gather(async (asked: readonly Asked[]) => {
    const rows = await select<Ticket & Times & Nth>(db, TICKETS, columnsOf(asked))
    return rowsOfEach(rows, asked).map((its) => its.map(({ ord: _ord, ...row }) => parted(row)))
  })
  const placesOf = gather(async (asked: readonly Asked[]): Promise<Place[][]> => {
    const rows = await select<PlaceRow & Nth>(db, PLACES, columnsOf(asked))
    return rowsOfEach(rows, asked).map((its) => its.map(({ ord: _ord, ...row }) => placeOf(row)))
  })
  return async (person, since) => {
    const [standings, places] = await Promise.all([standingsOf({ person, since }), placesOf({ person, since })])
    const placesIn = rowsOf(places, ({ ticketId }) => ticketId)
    return standings.map((standing) => {
      const { id } = standing.ticket
      const known = held.get(id)
      if (known) return known.ticket
      held.set(id, standing)
      const its = placesIn(id)
      // None: it was closed between the two questions, and whoever wants its places asks for them.
      if (its.length > 0) heldPlaces.set(id, its)
      return standing.ticket
    })
  }
}

/** Which of those asked about it is of. */
interface Nth {
  ord: string
}

function columnsOf(asked: readonly Asked[]): unknown[] {
  return [asked.map(({ person }) => person), asked.map(({ since }) => since)]
}

/**
 * The tickets somebody may still speak in, newest first; since `one.since` a resolved one counts. Times are whole seconds
 * on some platforms, so the id decides then.
 */
export const openTo = (person: string, most: number) => `
        select * from ticket
         where requester_id = ${person} and stage <> 'closed' and (resolved_at is null or resolved_at >= one.since)
         order by opened_at desc, id desc limit ${most}`

/** $1 people, $2 since when a resolved one counts */
const THEIRS = `
      from unnest($1::uuid[], $2::timestamptz[]) with ordinality as one (person, since, ord), lateral (${openTo('one.person', MOST_LISTED)}
      ) as theirs`

const TICKETS: Statement = {
  name: 'tickets-of-requester',
  text: `
    select one.ord, ${standingColumns.map((name) => `theirs."${columnOf(name)}"`).join(', ')} ${THEIRS}
     order by one.ord, theirs.opened_at desc, theirs.id desc`,
}

const PLACES: Statement = {
  name: 'places-of-requester',
  text: `select one.ord, place.* ${THEIRS} join place on place.ticket_id = theirs.id order by place.id`,
}
