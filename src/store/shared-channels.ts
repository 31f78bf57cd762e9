import { sql } from 'kysely'
import type { SharedChannels } from '../ports/store.ts'
import type { Db } from './orm.ts'

/** @see SharedChannels */
export function sharedChannelsOf(db: () => Db): SharedChannels {
  return {
    async hour() {
      const { rows } = await sql<{ hour: Date | string }>`select clock_timestamp() as hour`.execute(db())
      const [row] = rows
      if (!row) throw new Error('the database tells no hour')
      return new Date(row.hour)
    },
    async tell({ platform, chat }, shared, askedAt) {
      await db()
        .insertInto('shared_channel')
        .values({ platform, chat, shared, askedAt })
        .onConflict((conflict) =>
          conflict
            .columns(['platform', 'chat'])
            .doUpdateSet({ shared, askedAt })
            .where('shared_channel.askedAt', '<', askedAt),
        )
        .execute()
    },
  }
}
