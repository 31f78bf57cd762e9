import type { ExpressionBuilder } from 'kysely'
import { v7 } from 'uuid'
import type { Address } from '../adapter.ts'
import type { Digests, Quiet } from '../ports/digests.ts'
import type { Db } from './orm.ts'
import type { Tables } from './tables.ts'

/** @see Digests */
export function digestsOf(db: Db, now: Date): Digests {
  return {
    /**
     * Whoever adds to what waits already locks nothing: many tickets that become late in one minute would wait for each
     * other's commit. A line that comes while the others are being told is found by `take`.
     */
    async add({ platform, account, chat }, ticketId, body) {
      await db
        .with('line', (query) =>
          query.insertInto('digest_line').values({ id: v7(), platform, account, chat, ticketId, body }),
        )
        .with('channel', (query) =>
          query
            .insertInto('digest_channel')
            .values({ platform, account, chat, toldAt: null, waitsSince: now })
            .onConflict((conflict) => conflict.columns(['platform', 'account', 'chat']).doNothing()),
        )
        .updateTable('digest_channel')
        .set({ waitsSince: now })
        .where('platform', '=', platform)
        .where('account', '=', account)
        .where('chat', '=', chat)
        .where('waitsSince', 'is', null)
        .execute()
    },
    async take(since, toldBefore) {
      const channel = await db
        .selectFrom('digest_channel')
        .select(['platform', 'account', 'chat'])
        .where((where) => where.or([where('waitsSince', '<=', since), leftBehind(where)]))
        .where((where) => where.or([where('toldAt', 'is', null), where('toldAt', '<=', toldBefore)]))
        .orderBy('waitsSince')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!channel) return undefined
      const { account, chat } = channel
      // Only adapters' own platforms are ever written.
      const platform = channel.platform as Address['platform']
      const lines = await db
        .deleteFrom('digest_line')
        .where('platform', '=', platform)
        .where('account', '=', account)
        .where('chat', '=', chat)
        .returning(['id', 'ticketId', 'body'])
        .execute()
      await db
        .updateTable('digest_channel')
        .set({ toldAt: now, waitsSince: null })
        .where('platform', '=', platform)
        .where('account', '=', account)
        .where('chat', '=', chat)
        .execute()
      const inOrder = lines.toSorted((one, other) => (one.id < other.id ? -1 : 1))
      return {
        to: { platform, account, chat },
        lines: inOrder.map(({ ticketId, body }) => ({ ticketId, line: body })),
      }
    },
  }
}

/** Its line was not there yet when the others were told, and they were not told yet when it was written. */
function leftBehind(where: ExpressionBuilder<Tables, 'digest_channel'>) {
  const lines = where
    .selectFrom('digest_line')
    .select('digest_line.id')
    .whereRef('digest_line.platform', '=', 'digest_channel.platform')
    .whereRef('digest_line.account', '=', 'digest_channel.account')
    .whereRef('digest_line.chat', '=', 'digest_channel.chat')
  return where.and([where('waitsSince', 'is', null), where.exists(lines)])
}

/** @see Quiet */
export function quietOf(db: Db): Quiet {
  return {
    of: async (person) =>
      db
        .selectFrom('quiet_hours')
        .select(['fromMinute', 'toMinute', 'zone'])
        .where('personId', '=', person)
        .executeTakeFirst(),
    async set(personId, hours) {
      if (!hours) {
        await db.deleteFrom('quiet_hours').where('personId', '=', personId).execute()
        return
      }
      await db
        .insertInto('quiet_hours')
        .values({ personId, ...hours })
        .onConflict((conflict) => conflict.column('personId').doUpdateSet(hours))
        .execute()
    },
  }
}
