import { effectOf } from '../domain/ticket/effect.ts'
import type { RecordedEvent } from '../domain/ticket/events.ts'
import { keyOf } from '../domain/ticket/key.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Times } from '../ports/promises.ts'
import type { Tickets } from '../ports/tickets.ts'
import type { Gather } from './gather.ts'
import { asJson, columnOf, insertInto } from './insert.ts'
import type { Known, Standing } from './known.ts'
import type { Db } from './orm.ts'
import { placesOfTickets } from './places.ts'
import { type Statement, select, write } from './statement.ts'
import { parted, standingColumns, ticketColumns } from './ticket-columns.ts'
import { ticketListsOf } from './ticket-lists.ts'
import { ticketLocksOf } from './ticket-locks.ts'
import { ticketPlacesOf } from './ticket-places.ts'
import { updateTickets } from './tickets-together.ts'
import { wordsOfTicket } from './words-of-ticket.ts'

/** @see Tickets */
export function ticketsOf(db: Db, gather: Gather, known: Known): Tickets {
  const { standings: held, places: heldPlaces } = known
  const standings = async (ids: readonly string[]): Promise<Map<string, Standing>> => {
    const rows = await select<Ticket & Times>(db, STANDINGS, [[...new Set(ids)]])
    return new Map(rows.map((row) => [row.id, parted(row)]))
  }
  const standing = gather(async (ids: readonly string[]) => {
    const found = await standings(ids)
    for (const [id, one] of found) held.set(id, one)
    return ids.map((id) => found.get(id))
  })
  const update = gather(async (all: readonly { ticket: Ticket; times: Times; expected: number }[]) => {
    const written = all.map((one) => ({ ...one, before: held.get(one.ticket.id)?.ticket }))
    // Its places stay known: they are as this version had them, or it is not written.
    for (const { ticket } of all) held.delete(ticket.id)
    await updateTickets(db, written)
    return all.map(() => undefined)
  })
  const record = gather(async (all: readonly { ticketId: string; events: readonly RecordedEvent[] }[]) => {
    const rows = all.flatMap(({ ticketId, events }) =>
      events.map(({ sequence, event, occurredAt, receivedAt }) => ({
        ticketId,
        sequence,
        type: event.type,
        body: event,
        occurredAt,
        receivedAt,
        effect: effectOf(event),
      })),
    )
    if (rows.length > 0) await write(db, RECORD, [asJson(rows)])
    return all.map(() => undefined)
  })
  const placesOf = gather((ticketIds: readonly string[]) => placesOfTickets(db, ticketIds))
  /** A ticket and, in the same trip and after it, its places: whoever asks for the one mostly wants the others next. */
  const whole = async (id: string): Promise<Standing | undefined> => {
    const known = held.get(id)
    if (known) return known
    const [found, places] = await Promise.all([standing(id), placesOf(id)])
    if (found) heldPlaces.set(id, places)
    return found
  }

  return {
    ...ticketListsOf(db, gather, known, whole),
    ...ticketLocksOf(db, known),
    ...ticketPlacesOf(db, gather, known, placesOf),
    async insert(ticket, times) {
      await db
        .insertInto('ticket')
        .values({ ...ticket, ...times, words: wordsOfTicket(ticket) })
        .execute()
    },
    async update(ticket, times, expected) {
      await update({ ticket, times, expected })
    },
    standing: whole,
    standings,
    byId: async (id) => (await whole(id))?.ticket,
    byKey: async (key) =>
      db.selectFrom('ticket').select(ticketColumns).where('key', '=', keyOf(key)).executeTakeFirst(),
    async record(ticketId, events) {
      await record({ ticketId, events })
    },
    async history(ticketId) {
      const rows = await db
        .selectFrom('ticket_event')
        .selectAll()
        .where('ticketId', '=', ticketId)
        .orderBy('sequence')
        .execute()
      return rows.map(({ sequence, occurredAt, receivedAt, body }) => ({
        sequence,
        occurredAt,
        receivedAt,
        event: body,
      }))
    },
  }
}

/** $1 ids; one parameter, however many they are. */
const STANDINGS: Statement = {
  name: 'tickets-standings',
  text: `select ${standingColumns.map((name) => `"${columnOf(name)}"`).join(', ')} from ticket where id = any ($1::uuid[])`,
}

const RECORD = insertInto('ticket_event', [
  'ticketId',
  'sequence',
  'type',
  'body',
  'occurredAt',
  'receivedAt',
  'effect',
])
