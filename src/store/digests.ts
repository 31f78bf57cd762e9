import { v7 } from 'uuid'
import type { Address } from '../adapter.ts'
import type { Digests, Quiet } from '../ports/digests.ts'
import type { Db } from './orm.ts'

/** @see Digests */
export function digestsOf(db: Db, now: Date): Digests {
  return {
    async add({ platform, account, chat }, ticketId, body) {
      await db.insertInto('digest_line').values({ id: v7(), platform, account, chat, ticketId, body }).execute()
      await db
        .insertInto('digest_channel')
        .values({ platform, account, chat, toldAt: null, waitsSince: now })
        .onConflict((conflict) =>
          conflict
            .columns(['platform', 'account', 'chat'])
            .doUpdateSet({ waitsSince: now })
            .where('digest_channel.waitsSince', 'is', null),
        )
        .execute()
    },
    async take(since, toldBefore) {
      const channel = await db
        .selectFrom('digest_channel')
        .select(['platform', 'account', 'chat'])
        .where('waitsSince', '<=', since)
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
