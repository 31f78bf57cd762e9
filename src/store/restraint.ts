import type { Limit } from '../domain/limits.ts'
import type { Block, Blocks, Counts } from '../ports/restraint.ts'
import { type Gather, rowsOf, rowsOfEach } from './gather.ts'
import type { Db } from './orm.ts'
import { run, type Statement, select } from './statement.ts'

/** @see Blocks */
export function blocksOf(db: Db, now: Date, gather: Gather): Blocks {
  const allOf = gather(async (people: readonly string[]) => {
    const of = rowsOf(await select<Block>(db, BLOCKS_OF, [people]), ({ personId }) => personId)
    return people.map(of)
  })
  return {
    of: async (personId, deskId) => (await allOf(personId)).find((block) => block.deskId === deskId),
    allOf,
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

/**
 * When somebody opened the last but so many of their tickets. $1 person, $2 since when, $3 how many to leave out. What was
 * opened since then is open or closed since then, so all that they ever asked is not looked at.
 */
const OPENED_BY: Statement = {
  name: 'counts-opened-by',
  text: `
    select opened.received_at
      from (
        select id from ticket where requester_id = $1 and stage <> 'closed'
        union all
        select id from ticket where requester_id = $1 and stage = 'closed' and closed_at > $2
      ) as own, lateral (
        select received_at from ticket_event
         where ticket_id = own.id and type = 'TicketOpened' and received_at > $2 offset 0
      ) as opened
     order by opened.received_at desc offset $3 limit 1`,
}

/**
 * The same on a desk. From the newest on, and only until there are enough: told of both at once, PostgreSQL makes a table
 * of all that was opened since.
 */
const OPENED_ON: Statement = {
  name: 'counts-opened-on',
  text: `
    select opened.received_at
      from (
        select ticket_id, received_at from ticket_event
         where type = 'TicketOpened' and received_at > $2 order by received_at desc
      ) as opened, lateral (
        select from ticket where id = opened.ticket_id and desk_id = $1 offset 0
      ) as here
    offset $3 limit 1`,
}

/** @see Counts */
export function countsOf(db: Db, now: Date, gather: Gather): Counts {
  const messagesBy = gather(async (asked: readonly { person: string; limit: Limit }[]) => {
    const rows = await run<{ ord: string; received_at: string }>(db, MESSAGES_BY, [
      asked.map(({ person }) => person),
      asked.map(({ limit }) => limit.most - 1),
      asked.map(({ limit }) => since(limit.withinMs)),
    ])
    return rowsOfEach(rows, asked).map(([row]) => row && new Date(row.received_at))
  })
  const opening = async (statement: Statement, of: string, { most, withinMs }: Limit): Promise<Date | undefined> => {
    const [row] = await run<{ received_at: string }>(db, statement, [of, since(withinMs), most - 1])
    return row && new Date(row.received_at)
  }
  const since = (withinMs: number): Date => new Date(now.getTime() - withinMs)

  return {
    ticketsOf: (person, limit) => opening(OPENED_BY, person, limit),
    ticketsOn: (deskId, limit) => opening(OPENED_ON, deskId, limit),
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
