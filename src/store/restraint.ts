import type { Blocks, Counts } from '../ports/restraint.ts'
import type { Db } from './orm.ts'

/** @see Blocks */
export function blocksOf(db: Db, now: Date): Blocks {
  return {
    of: async (personId, deskId) =>
      db
        .selectFrom('block')
        .selectAll()
        .where('personId', '=', personId)
        .where('deskId', '=', deskId)
        .executeTakeFirst(),
    async set(personId, deskId, byId) {
      await db
        .insertInto('block')
        .values({ personId, deskId, byId, since: now, toldAt: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async lift(personId, deskId) {
      await db.deleteFrom('block').where('personId', '=', personId).where('deskId', '=', deskId).execute()
    },
    async told(personId, deskId) {
      await db
        .updateTable('block')
        .set({ toldAt: now })
        .where('personId', '=', personId)
        .where('deskId', '=', deskId)
        .execute()
    },
  }
}

/** @see Counts */
export function countsOf(db: Db, now: Date): Counts {
  /** The nth newest opening of the tickets it is narrowed to. */
  const openings = (nth: number) =>
    db
      .selectFrom('ticket')
      .innerJoin('ticket_event as opened', 'opened.ticketId', 'ticket.id')
      .select('opened.receivedAt')
      .where('opened.type', '=', 'TicketOpened')
      .orderBy('opened.receivedAt', 'desc')
      .offset(nth - 1)
      .limit(1)

  return {
    async ticketsOf(person, nth) {
      const row = await openings(nth).where('ticket.requesterId', '=', person).executeTakeFirst()
      return row?.receivedAt
    },
    async ticketsOn(deskId, nth) {
      const row = await openings(nth).where('ticket.deskId', '=', deskId).executeTakeFirst()
      return row?.receivedAt
    },
    async messagesBy(person, nth) {
      const row = await db
        .selectFrom('message')
        .select('receivedAt')
        .where('authorId', '=', person)
        .where('side', '=', 'requester')
        .orderBy('receivedAt', 'desc')
        .offset(nth - 1)
        .limit(1)
        .executeTakeFirst()
      return row?.receivedAt
    },
    async toldAt(personId) {
      const row = await db
        .selectFrom('limit_notice')
        .select('toldAt')
        .where('personId', '=', personId)
        .executeTakeFirst()
      return row?.toldAt
    },
    async told(personId) {
      await db
        .insertInto('limit_notice')
        .values({ personId, toldAt: now })
        .onConflict((conflict) => conflict.column('personId').doUpdateSet({ toldAt: now }))
        .execute()
    },
  }
}
