import { sql } from 'kysely'
import type { Reports } from '../ports/report.ts'
import type { Db } from './orm.ts'

/** @see Reports */
export function reportsOf(db: Db, now: Date): Reports {
  return {
    tickets: async (deskIds, from, to, most) =>
      db
        .selectFrom('ticket')
        .select(['id', 'deskId', 'type', 'category', 'tags', 'plan', 'assigneeId'])
        .select(['openedAt', 'resolvedAt', 'stage', 'rating', 'judged'])
        .where('deskId', 'in', [...deskIds])
        .where((where) =>
          where.or([
            where('stage', 'not in', ['resolved', 'closed']),
            where.and([where('openedAt', '>=', from), where('openedAt', '<', to)]),
            where.and([where('resolvedAt', '>=', from), where('resolvedAt', '<', to)]),
            where.and([where('closedAt', '>=', from), where('closedAt', '<', to)]),
            sql<boolean>`(rating ->> 'ratedAt')::timestamptz >= ${from} and (rating ->> 'ratedAt')::timestamptz < ${to}`,
          ]),
        )
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
