import { sql } from 'kysely'
import type { Address } from '../adapter.ts'
import { findable } from '../domain/text/findable.ts'
import { toPlain } from '../domain/text/plain.ts'
import type { Text } from '../domain/text/text.ts'
import { type Enclosure, nameIn } from '../domain/ticket/enclosure.ts'
import type { Message } from '../domain/ticket/message.ts'
import type { Messages } from '../ports/messages.ts'
import { type Gather, rowsOfEach } from './gather.ts'
import { asJson, insertInto } from './insert.ts'
import { openTo } from './open-to-requesters.ts'
import type { Db } from './orm.ts'
import { run, type Statement, write } from './statement.ts'
import { twinsOf } from './twins.ts'

/** @see Messages */
export function messagesOf(db: Db, gather: Gather): Messages {
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

  const latestBeside = gather(
    async (asked: readonly { ticketId: string; author: string; at: Address | undefined }[]) => {
      const rows = await run<{ ord: string; occurred_at: string }>(db, LATEST_BESIDE, [
        asked.map(({ ticketId }) => ticketId),
        asked.map(({ author }) => author),
        asked.map(({ at }) => at?.platform ?? null),
        asked.map(({ at }) => at?.account ?? null),
        asked.map(({ at }) => at?.chat ?? null),
      ])
      return rowsOfEach(rows, asked).map(([row]) => row && new Date(row.occurred_at))
    },
  )

  const latestInNewest = gather(async (asked: readonly { person: string; since: Date; at: Address }[]) => {
    const rows = await run<{ ord: string; ticket_id: string; occurred_at: string | null }>(db, LATEST_IN_NEWEST, [
      asked.map(({ person }) => person),
      asked.map(({ since }) => since),
      asked.map(({ at }) => at.platform),
      asked.map(({ at }) => at.account),
      asked.map(({ at }) => at.chat),
    ])
    return rowsOfEach(rows, asked).map(([row]) => {
      if (!row) return undefined
      return { ticketId: row.ticket_id, latest: row.occurred_at === null ? undefined : new Date(row.occurred_at) }
    })
  })

  return {
    ...twinsOf(db, gather),
    byId,
    insert: gather(async (messages: readonly Message[]) => {
      const rows = messages.map((message) => ({ ...message, words: wordsOf(message.text, message.enclosures) }))
      await write(db, INSERT, [asJson(rows)])
      return messages.map(() => undefined)
    }),
    async revise(id, text, at) {
      await keepRevision(id, at)
      const { enclosures = [] } = (await byId(id)) ?? {}
      await db
        .updateTable('message')
        .set({ text, editedAt: at, words: wordsOf(text, enclosures) })
        .where('id', '=', id)
        .execute()
    },
    async enclose(id, enclosures) {
      const message = await byId(id)
      if (!message) return
      await db
        .updateTable('message')
        .set({ enclosures: [...enclosures], words: wordsOf(message.text, enclosures) })
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
    async lastSentBy(author, since) {
      return (
        db
          .selectFrom('message')
          .innerJoin('ticket', 'ticket.id', 'message.ticketId')
          .innerJoin('ticket_event as sent', 'sent.ticketId', 'message.ticketId')
          .selectAll('message')
          .where('message.authorId', '=', author)
          .where('message.side', '=', 'agent')
          .where('message.kind', '=', 'message')
          .where('message.deletedAt', 'is', null)
          // Of all they ever wrote only what is in tickets of late words is looked at.
          .where('ticket.lastMessageAt', '>=', new Date(since.getTime() - BACKLOG_MS))
          .where('sent.type', 'in', ['AgentReplied', 'NoteSent'])
          .where(sql<boolean>`sent.body->>'message' = message.id::text`)
          .where('sent.receivedAt', '>=', since)
          .orderBy('sent.receivedAt', 'desc')
          .orderBy('sent.sequence', 'desc')
          .limit(1)
          .executeTakeFirst()
      )
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
    async setKind(id, kind, side) {
      await db
        .updateTable('message')
        .set({ kind, ...(side && { side }) })
        .where('id', '=', id)
        .execute()
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
    latestBeside: (ticketId, author, at) => latestBeside({ ticketId, author, at }),
    latestInNewest: (person, since, at) => latestInNewest({ person, since, at }),
  }
}

/** So much earlier than it is heard an answer may have been written (`number`). */
const BACKLOG_MS = 24 * 3_600_000

const INSERT = insertInto('message', [
  'id',
  'ticketId',
  'kind',
  'side',
  'authorId',
  'text',
  'enclosures',
  'answers',
  'occurredAt',
  'receivedAt',
  'late',
  'editedAt',
  'deletedAt',
  'words',
] satisfies (keyof Message | 'words')[])

/** When the last words of an author, or of anybody in a chat, were said in a ticket. */
const lastSaidIn = (ticket: string) => `
        select occurred_at from message
         where ticket_id = ${ticket}
           and (author_id = one.author or exists (
             select from twin
              where twin.message_id = message.id and twin.role = 'original' and twin.platform = one.platform
                and twin.account = one.account and twin.chat = one.chat))
         order by occurred_at desc limit 1`

/** $1 tickets, $2 authors, $3 $4 $5 where: platform, account, chat, or nulls */
const LATEST_BESIDE: Statement = {
  name: 'messages-latest-beside',
  text: `
    select one.ord, latest.occurred_at
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])
             with ordinality as one (ticket, author, platform, account, chat, ord), lateral (${lastSaidIn('one.ticket')}
      ) as latest`,
}

/** $1 people, $2 since when a resolved ticket counts, $3 $4 $5 where: platform, account, chat */
const LATEST_IN_NEWEST: Statement = {
  name: 'messages-latest-in-newest',
  text: `
    select one.ord, newest.id as ticket_id, latest.occurred_at
      from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[])
             with ordinality as one (author, since, platform, account, chat, ord),
           lateral (${openTo('one.author', 1)}) as newest
           left join lateral (${lastSaidIn('newest.id')}
      ) as latest on true`,
}

/** What a message is found by: what it says, and the names of what it brings. */
function wordsOf(text: Text, enclosures: readonly Enclosure[]): string {
  return findable([toPlain(text), ...enclosures.map((one) => nameIn(one) ?? '')].join(' '))
}
