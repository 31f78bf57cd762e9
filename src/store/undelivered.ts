import { sql } from 'kysely'
import type { Deliveries } from '../ports/store.ts'
import { owedOf } from './delivery-row.ts'
import type { Db } from './orm.ts'

type Undelivered = Pick<Deliveries, 'undelivered' | 'undeliveredOf' | 'takeUndelivered'>

/** People's words that got nowhere. @see Deliveries */
export function undeliveredOf(db: Db): Undelivered {
  return {
    undelivered: (deskIds, most) => ticketsWithLost(db, deskIds, most),
    async undeliveredOf(ticketId) {
      const row = await lostOf(db, ticketId)
        .select((select) => select.fn.countAll<string>().as('posts'))
        .executeTakeFirst()
      return Number(row?.posts ?? 0)
    },
    async takeUndelivered(ticketId) {
      const lost = await lostOf(db, ticketId).select('delivery.id').execute()
      if (lost.length === 0) return []
      const ids = lost.map(({ id }) => id)
      // The rows of a join do not come by their entity's names: in a statement of their own they do.
      const rows = await db.selectFrom('delivery').selectAll().where('id', 'in', ids).orderBy('seq').execute()
      // With the edits that fell with them: what is sent again reads as they do.
      await db
        .updateTable('delivery')
        .set({ state: 'superseded' })
        .where((where) => where.or([where('id', 'in', ids), where('ofId', 'in', ids)]))
        .where('state', '=', 'failed')
        .execute()
      return rows.map(owedOf)
    },
  }
}

function lostOf(db: Db, ticketId: string) {
  return lost(db).where('delivery.ticketId', '=', ticketId)
}

/**
 * Posts of people's words that the platform refused, or that fell with one; the words still stand. Not those of a thread of
 * agents that is not there: nobody could be told in it, and they come with it (`refused-places.ts`).
 */
function lost(db: Db) {
  return db
    .selectFrom('delivery')
    .innerJoin('message', 'message.id', 'delivery.messageId')
    .innerJoin('place', 'place.id', 'delivery.placeId')
    .leftJoin('delivery as root', 'root.id', 'place.rootDeliveryId')
    .where((where) =>
      where.or([
        where('place.side', '!=', 'triage'),
        where('place.personId', 'is not', null),
        where('root.state', 'is distinct from', 'failed'),
      ]),
    )
    .where('delivery.state', '=', 'failed')
    .where('delivery.act', '=', 'post')
    .where('message.deletedAt', 'is', null)
    .where('place.open', '=', true)
}

async function ticketsWithLost(db: Db, deskIds: readonly string[], most: number) {
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
