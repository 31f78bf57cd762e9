import type { Platform } from '../adapter.ts'
import type { Listening } from '../ports/listening.ts'
import type { Db } from './orm.ts'

/** @see Listening */
export function listeningOf(db: () => Db): Listening {
  return {
    async heardUntil(platform, account) {
      const row = await db()
        .selectFrom('heard')
        .select('until')
        .where('platform', '=', platform)
        .where('account', '=', account)
        .executeTakeFirst()
      return row?.until
    },
    async setHeardUntil(platform, account, until) {
      await db()
        .insertInto('heard')
        .values({ platform, account, until })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'account']).doUpdateSet({ until }).where('heard.until', '<', until),
        )
        .execute()
    },
    async openThreads(platform, account, most) {
      const rows = await db()
        .selectFrom('place')
        .innerJoin('ticket', 'ticket.id', 'place.ticketId')
        .select(['place.chat', 'place.thread'])
        .where('place.platform', '=', platform)
        .where('place.account', '=', account)
        .where('place.thread', 'is not', null)
        .where('ticket.stage', '!=', 'closed')
        // Ids are of uuid v7: the newest ticket has the greatest.
        .orderBy('ticket.id', 'desc')
        .limit(most)
        .execute()
      return rows.flatMap(
        ({ chat, thread }) => (thread === null ? [] : [{ platform: platform as Platform, account, chat, thread }]), // as the caller named it
      )
    },
  }
}
