import { sql } from 'kysely'
import { findable } from '../domain/text/findable.ts'
import { toPlain } from '../domain/text/plain.ts'
import type { Text } from '../domain/text/text.ts'
import { type Enclosure, nameIn } from '../domain/ticket/enclosure.ts'
import type { Messages, Twin } from '../ports/store.ts'
import type { Db } from './orm.ts'

/** @see Messages */
export function messagesOf(db: Db): Messages {
  const byId: Messages['byId'] = async (id) =>
    db.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst()

  const keepRevision = async (id: string, at: Date): Promise<void> => {
    const message = await byId(id)
    if (!message) return
    const last = await db
      .selectFrom('message_revision')
      .select((select) => select.fn.max('revision').as('revision'))
      .where('messageId', '=', id)
      .executeTakeFirst()
    await db
      .insertInto('message_revision')
      .values({ messageId: id, revision: (last?.revision ?? 0) + 1, text: message.text, replacedAt: at })
      .execute()
  }

  return {
    byId,
    async insert(message) {
      await db
        .insertInto('message')
        .values({ ...message, words: wordsOf(message.text, message.enclosures) })
        .execute()
    },
    async revise(id, text, at) {
      await keepRevision(id, at)
      const { enclosures = [] } = (await byId(id)) ?? {}
      await db
        .updateTable('message')
        .set({ text, editedAt: at, words: wordsOf(text, enclosures) })
        .where('id', '=', id)
        .execute()
    },
    async readingBefore(id) {
      const row = await db
        .selectFrom('message_revision')
        .select('text')
        .where('messageId', '=', id)
        .orderBy('revision', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.text
    },
    async lastReplyOf(author) {
      return db
        .selectFrom('message')
        .selectAll()
        .where('authorId', '=', author)
        .where('side', '=', 'agent')
        .where('kind', '=', 'message')
        .where('deletedAt', 'is', null)
        .orderBy('id', 'desc') // uuid v7: in the order they were heard
        .limit(1)
        .executeTakeFirst()
    },
    async answeredAfter(ticketId, at) {
      const row = await db
        .selectFrom('message')
        .select('id')
        .where('ticketId', '=', ticketId)
        .where('side', '=', 'agent')
        .where('kind', '=', 'message')
        .where('deletedAt', 'is', null)
        .where('occurredAt', '>', at)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    async setKind(id, kind) {
      await db.updateTable('message').set({ kind }).where('id', '=', id).execute()
    },
    async remove(id, at) {
      await db.updateTable('message').set({ deletedAt: at, words: '' }).where('id', '=', id).execute()
    },
    async saidFrom({ id, ticketId, authorId }) {
      return db
        .selectFrom('message')
        .selectAll()
        .where('ticketId', '=', ticketId)
        .where('authorId', '=', authorId)
        .where('kind', '=', 'message')
        .where('deletedAt', 'is', null)
        .where('id', '>=', id) // uuid v7: in the order they were heard
        .orderBy('id')
        .execute()
    },
    async lastOf(ticketId, most, kind) {
      const rows = await db
        .selectFrom('message')
        .selectAll()
        .where('ticketId', '=', ticketId)
        .where('deletedAt', 'is', null)
        .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'message'))
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('ticket_event as kept')
                .select('kept.sequence')
                .whereRef('kept.ticketId', '=', 'message.ticketId')
                .where('kept.type', '=', 'WordsKept')
                .where(sql<boolean>`kept.body->>'message' = message.id::text`),
            ),
          ),
        )
        .orderBy('id', 'desc') // uuid v7: in the order they were heard
        .limit(most)
        .execute()
      return rows.toReversed()
    },
    async latestBeside(ticketId, author, at) {
      const row = await db
        .selectFrom('message')
        .select('occurredAt')
        .where('ticketId', '=', ticketId)
        .where((where) => {
          const byAuthor = where('authorId', '=', author)
          if (!at) return byAuthor
          const there = where
            .selectFrom('twin')
            .select('twin.platformMessageId')
            .whereRef('twin.messageId', '=', 'message.id')
            .where('twin.role', '=', 'original')
            .where('twin.platform', '=', at.platform)
            .where('twin.account', '=', at.account)
            .where('twin.chat', '=', at.chat)
          return where.or([byAuthor, where.exists(there)])
        })
        .orderBy('occurredAt', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.occurredAt
    },
    async addTwin(twin) {
      await db
        .insertInto('twin')
        .values({ ...twin, deletedAt: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async twinAt({ platform, account, chat }, platformMessageId) {
      const row = await db
        .selectFrom('twin')
        .selectAll()
        .where('platform', '=', platform)
        .where('account', '=', account)
        .where('chat', '=', chat)
        .where('platformMessageId', '=', platformMessageId)
        .executeTakeFirst()
      return row && twinOf(row)
    },
    async react(reaction, at) {
      await db
        .insertInto('reaction')
        .values({ ...reaction, reactedAt: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async unreact({ messageId, personId, platform, account, chat, sign }) {
      await db
        .deleteFrom('reaction')
        .where('messageId', '=', messageId)
        .where('personId', '=', personId)
        .where('platform', '=', platform)
        .where('account', '=', account)
        .where('chat', '=', chat)
        .where('sign', '=', sign)
        .execute()
    },
    async reactionsOn(messageId) {
      const rows = await db
        .selectFrom('reaction')
        .select(['messageId', 'personId', 'platform', 'account', 'chat', 'sign'])
        .where('messageId', '=', messageId)
        .orderBy('reactedAt')
        .execute()
      // Only adapters' own platforms are ever written.
      return rows.map((row) => ({ ...row, platform: row.platform as Twin['platform'] }))
    },
    async forgetTwin({ platform, account, chat, platformMessageId }) {
      await db
        .deleteFrom('twin')
        .where('platform', '=', platform)
        .where('account', '=', account)
        .where('chat', '=', chat)
        .where('platformMessageId', '=', platformMessageId)
        .execute()
    },
    async twinsOf(messageId) {
      const rows = await db.selectFrom('twin').selectAll().where('messageId', '=', messageId).execute()
      return rows.map(twinOf)
    },
  }
}

function twinOf(row: Omit<Twin, 'platform'> & { platform: string }): Twin {
  return { ...row, platform: row.platform as Twin['platform'] } // only adapters' own platforms are ever written
}

/** What a message is found by: what it says, and the names of what it brings. */
function wordsOf(text: Text, enclosures: readonly Enclosure[]): string {
  return findable([toPlain(text), ...enclosures.map((one) => nameIn(one) ?? '')].join(' '))
}
