import type { Limit } from '../domain/limits.ts'
import type { Block, Blocks, Counts } from '../ports/restraint.ts'
import { type Gather, rowsOf } from './gather.ts'
import type { Db } from './orm.ts'
import { run, type Statement, select } from './statement.ts'

/** @see Blocks */
export function blocksOf(db: Db, now: Date, gather: Gather): Blocks {
  const of = gather(async (asked: readonly { personId: string; deskId: string }[]) => {
    const rows = await select<Block>(db, BLOCKS_OF, [asked.map(({ personId }) => personId)])
    return asked.map((one) => rows.find(({ personId, deskId }) => personId === one.personId && deskId === one.deskId))
  })
  return {
    of: (personId, deskId) => of({ personId, deskId }),
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

/** $1 people */
const BLOCKS_OF: Statement = { name: 'blocks-of', text: 'select * from block where person_id = any ($1::uuid[])' }

/** When each of these people said the last but so many of their words to an agent. $1 people, $2 how many to leave out, $3 since when */
const MESSAGES_BY: Statement = {
  name: 'counts-messages-by',
  text: `
    select one.ord, said.received_at
      from unnest($1::uuid[], $2::int[], $3::timestamptz[]) with ordinality as one (person, skipped, since, ord), lateral (
        select received_at from message
         where author_id = one.person and side = 'requester' and received_at > one.since
         order by received_at desc offset one.skipped limit 1
      ) as said`,
}

/** @see Counts */
export function countsOf(db: Db, now: Date, gather: Gather): Counts {
  const messagesBy = gather(async (asked: readonly { person: string; limit: Limit }[]) => {
    const rows = await run<{ ord: string; received_at: string }>(db, MESSAGES_BY, [
      asked.map(({ person }) => person),
      asked.map(({ limit }) => limit.most - 1),
      asked.map(({ limit }) => since(limit.withinMs)),
    ])
    const of = rowsOf(rows, ({ ord }) => String(ord))
    return asked.map((_, index) => of(String(index + 1)).map((row) => new Date(row.received_at))[0])
  })
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
    messagesBy: (person, limit) => messagesBy({ person, limit }),
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
