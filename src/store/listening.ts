import { sql } from 'kysely'
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
    async setGap({ platform, account, from, until }) {
      await db()
        .insertInto('heard')
        .values({ platform, account, until: from, gapFrom: from, gapUntil: until })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'account']).doUpdateSet({
            gapFrom: sql`least(heard.gap_from, excluded.gap_from)`,
            gapUntil: sql`greatest(heard.gap_until, excluded.gap_until)`,
          }),
        )
        .execute()
    },
    async gap(platform, account) {
      const row = await db()
        .selectFrom('heard')
        .select(['gapFrom', 'gapUntil'])
        .where('platform', '=', platform)
        .where('account', '=', account)
        .executeTakeFirst()
      return row?.gapFrom && row.gapUntil ? { from: row.gapFrom, until: row.gapUntil } : undefined
    },
    async closeGap(platform, account, until) {
      await db()
        .updateTable('heard')
        .set({ gapFrom: null, gapUntil: null })
        .where('platform', '=', platform)
        .where('account', '=', account)
        .where('gapUntil', '<=', until)
        .execute()
    },
    async openThreads(platform, account, most) {
      // Ids are of uuid v7: the newest ticket has the greatest. Ticket by ticket (`offset 0` keeps it so): as a join
      // PostgreSQL reads all places there are.
      const { rows } = await sql<{ chat: string; thread: string }>`
        select at.chat, at.thread
        from (select id from ticket where stage <> 'closed' order by id desc) as living, lateral (
          select chat, thread from place
          where ticket_id = living.id and platform = ${platform} and account = ${account} and thread is not null offset 0
        ) as at
        order by living.id desc limit ${most}`.execute(db())
      return rows.map(({ chat, thread }) => ({ platform: platform as Platform, account, chat, thread })) // as the caller named it
    },
    async knownSince(platform, account, since, most) {
      const rows = await db()
        .selectFrom('message')
        .innerJoin('twin', 'twin.messageId', 'message.id')
        .innerJoin('ticket', 'ticket.id', 'message.ticketId')
        .innerJoin('place', (join) =>
          join
            .onRef('place.ticketId', '=', 'message.ticketId')
            .onRef('place.platform', '=', 'twin.platform')
            .onRef('place.account', '=', 'twin.account')
            .onRef('place.chat', '=', 'twin.chat'),
        )
        .select(['message.id', 'twin.chat', 'place.thread', 'twin.platformMessageId', 'twin.role'])
        .where('twin.platform', '=', platform)
        .where('twin.account', '=', account)
        .where('place.thread', 'is not', null)
        .where('ticket.stage', '!=', 'closed')
        .where('message.occurredAt', '>=', since)
        .where('message.deletedAt', 'is', null)
        .where('twin.deletedAt', 'is', null)
        .orderBy('message.occurredAt', 'desc')
        .limit(most)
        .execute()
      const reactions = await db()
        .selectFrom('reaction')
        .innerJoin('person_address', (join) =>
          join
            .onRef('person_address.personId', '=', 'reaction.personId')
            .onRef('person_address.platform', '=', 'reaction.platform')
            .onRef('person_address.account', '=', 'reaction.account'),
        )
        .select(['reaction.messageId', 'reaction.chat', 'reaction.sign', 'person_address.platformId as who'])
        .where('reaction.platform', '=', platform)
        .where('reaction.account', '=', account)
        .where('reaction.messageId', 'in', rows.length > 0 ? rows.map(({ id }) => id) : [null])
        .execute()
      const byMessage = Map.groupBy(reactions, ({ messageId }) => messageId)
      return rows.flatMap(({ id, chat, thread, platformMessageId: message, role }) => {
        const own = (byMessage.get(id) ?? []).filter((one) => one.chat === chat)
        const reacted = own.map(({ who, sign }) => ({ who, sign }))
        return thread === null ? [] : [{ chat, thread, message, original: role === 'original', reactions: reacted }]
      })
    },
  }
}
