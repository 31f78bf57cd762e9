import type { Limit } from '../domain/limits.ts'
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
  /**
   * The nth newest opening of the tickets it is narrowed to, if it lies within the stretch: what is older is not looked
   * at, or somebody's first ticket would be looked for among everybody's.
   */
  const openings = ({ most, withinMs }: Limit) =>
    db
      .selectFrom('ticket')
      .innerJoin('ticket_event as opened', 'opened.ticketId', 'ticket.id')
      .select('opened.receivedAt')
      .where('opened.type', '=', 'TicketOpened')
      .where('opened.receivedAt', '>', since(withinMs))
      .orderBy('opened.receivedAt', 'desc')
      .offset(most - 1)
      .limit(1)
  const since = (withinMs: number): Date => new Date(now.getTime() - withinMs)

  return {
    async ticketsOf(person, limit) {
      const row = await openings(limit).where('ticket.requesterId', '=', person).executeTakeFirst()
      return row?.receivedAt
    },
    async ticketsOn(deskId, limit) {
      const row = await openings(limit).where('ticket.deskId', '=', deskId).executeTakeFirst()
      return row?.receivedAt
    },
    async messagesBy(person, { most, withinMs }) {
      const row = await db
        .selectFrom('message')
        .select('receivedAt')
        .where('authorId', '=', person)
        .where('side', '=', 'requester')
        .where('receivedAt', '>', since(withinMs))
        .orderBy('receivedAt', 'desc')
        .offset(most - 1)
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
