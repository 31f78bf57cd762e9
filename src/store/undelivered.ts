import { sql } from 'kysely'
import type { Db } from './orm.ts'

/** Posts of people's words in this ticket that the platform refused, or that fell with one; the words still stand. */
export function lostOf(db: Db, ticketId: string) {
  return lost(db).where('delivery.ticketId', '=', ticketId)
}

function lost(db: Db) {
  return db
    .selectFrom('delivery')
    .innerJoin('message', 'message.id', 'delivery.messageId')
    .innerJoin('place', 'place.id', 'delivery.placeId')
    .where('delivery.state', '=', 'failed')
    .where('delivery.act', '=', 'post')
    .where('message.deletedAt', 'is', null)
    .where('place.open', '=', true)
}

/** @see Deliveries.undelivered */
export async function undelivered(db: Db, deskIds: readonly string[], most: number) {
  if (deskIds.length === 0) return []
  const rows = await lost(db)
    .innerJoin('ticket', 'ticket.id', 'delivery.ticketId')
    .where('ticket.deskId', 'in', [...deskIds])
    .where('ticket.stage', '!=', 'closed')
    // Told of already, as far as this one: the event says up to which.
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('ticket_event as told')
            .select('told.sequence')
            .whereRef('told.ticketId', '=', 'delivery.ticketId')
            .where('told.type', '=', 'UndeliveredFound')
            .where(sql<boolean>`(told.body->>'upTo')::bigint >= delivery.seq`),
        ),
      ),
    )
    .groupBy('delivery.ticketId')
    .select((select) => [
      'delivery.ticketId',
      select.fn.countAll<string>().as('posts'),
      select.fn.max('delivery.seq').as('upTo'),
    ])
    .limit(most)
    .execute()
  return rows.flatMap(({ ticketId, posts, upTo }) =>
    ticketId === null ? [] : [{ ticketId, posts: Number(posts), upTo: Number(upTo) }],
  )
}
