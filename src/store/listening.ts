import { sql } from 'kysely'
import type { Platform } from '../adapter.ts'
import type { Listening } from '../ports/listening.ts'
import type { Db } from './orm.ts'

/** So many of the newest messages are looked at for each that is known of one platform: others, and closed tickets', are between. */
const OF_EACH_KNOWN = 2
/** And so many of the newest open tickets for each thread: of others the agents or the requester are elsewhere. */
const OF_EACH_THREAD = 4

interface KnownRow {
  id: string
  chat: string
  thread: string
  /** The platform's id of it. */
  message: string
  role: string
}

/**
 * Places are asked for ticket by ticket (`lateral`, kept so by `offset 0`), and by nothing else: as a plain join PostgreSQL
 * reads all there are, and told of their platform it goes through all of that for each ticket, by an index that begins
 * with it.
 * @see Listening
 */
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
      // Ids are of uuid v7: the newest ticket has the greatest.
      const { rows } = await sql<{ chat: string; thread: string }>`
        select at.chat, at.thread
        from (
          select id from ticket where stage <> 'closed' order by id desc limit ${most * OF_EACH_THREAD}
        ) as living, lateral (
          select platform, account, chat, thread from place where ticket_id = living.id offset 0
        ) as at
        where at.platform = ${platform} and at.account = ${account} and at.thread is not null
        order by living.id desc limit ${most}`.execute(db())
      return rows.map(({ chat, thread }) => ({ platform: platform as Platform, account, chat, thread })) // as the caller named it
    },
    async knownSince(platform, account, since, most) {
      const { rows } = await sql<KnownRow>`
        select said.id, at.chat, at.thread, its.platform_message_id as message, its.role
        from (
          select id, ticket_id, occurred_at, deleted_at from message order by id desc limit ${most * OF_EACH_KNOWN}
        ) as said, lateral (
          select platform, account, chat, thread from place where ticket_id = said.ticket_id offset 0
        ) as at, lateral (
          select platform, account, chat, platform_message_id, role from twin
          where message_id = said.id and deleted_at is null offset 0
        ) as its
        where at.platform = ${platform} and at.account = ${account} and at.thread is not null
          and its.platform = at.platform and its.account = at.account and its.chat = at.chat
          and said.occurred_at >= ${since} and said.deleted_at is null
          and (select stage from ticket where id = said.ticket_id) <> 'closed'
        order by said.occurred_at desc limit ${most}`.execute(db())
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
      return rows.map(({ id, chat, thread, message, role }) => {
        const own = (byMessage.get(id) ?? []).filter((one) => one.chat === chat)
        const reacted = own.map(({ who, sign }) => ({ who, sign }))
        return { chat, thread, message, original: role === 'original', reactions: reacted }
      })
    },
  }
}
