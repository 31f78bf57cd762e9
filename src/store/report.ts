import { sql } from 'kysely'
import type { Reports } from '../ports/report.ts'
import { isOpen } from './open-stages.ts'
import type { Db } from './orm.ts'
import { lastTurn, ratedAt } from './reckoned.ts'

/** @see Reports */
export function reportsOf(db: Db, now: Date): Reports {
  return {
    tickets: async (deskIds, from, to, most) =>
      db
        .selectFrom('ticket')
        .select(['id', 'deskId', 'type', 'priority', 'category', 'tags', 'plan', 'assigneeId'])
        .select(['openedAt', 'resolvedAt', 'stage', 'rating', 'judged'])
        .where('id', '=', sql<string>`any (array(${told(deskIds, from, to)}))`)
        .orderBy('id', 'desc')
        .limit(most)
        .execute(),
    async tellWeek(deskId, week) {
      const told = await db
        .insertInto('digest_sent')
        .values({ deskId, week, sentAt: now })
        .onConflict((conflict) => conflict.columns(['deskId', 'week']).doNothing())
        .executeTakeFirst()
      return told.numInsertedOrUpdatedRows === 1n
    },
  }
}

/**
 * Ids of the tickets that make the report of [from, to). A branch for each index that finds some: what is open, what
 * turned since then, what was rated; asked with `or`, PostgreSQL reads all tickets the desks ever had.
 */
function told(deskIds: readonly string[], from: Date, to: Date) {
  const ofDesks = sql`desk_id = any (${sql.val([...deskIds])}::text[])`
  const within = (at: string) => sql`${sql.raw(at)} >= ${from} and ${sql.raw(at)} < ${to}`
  return sql`
    select id from ticket where ${ofDesks} and ${sql.raw(isOpen)}
    union
    select id from ticket
     where ${ofDesks} and ${sql.raw(lastTurn)} >= ${from}
       and (${within('opened_at')} or ${within('resolved_at')} or ${within('closed_at')})
    union
    select id from ticket
     where ${ofDesks} and ${sql.raw(ratedAt)} >= ${from.toISOString()} and ${sql.raw(ratedAt)} < ${to.toISOString()}`
}
