import { sql } from 'kysely'
import { NO_WORDS } from '../domain/text/text.ts'
import { replay } from '../domain/ticket/apply.ts'
import { FORGOTTEN, forgetWords, forgetWordsBy } from '../domain/ticket/forget.ts'
import type { Forgetting } from '../ports/forgetting.ts'
import { one } from './gather.ts'
import type { Known } from './known.ts'
import type { Db } from './orm.ts'
import { retentionOf } from './retention.ts'
import { ticketsOf } from './tickets.ts'
import { wordsOfTicket } from './words-of-ticket.ts'

/** @see Forgetting */
export function forgettingOf(db: Db, now: Date, known: Known): Forgetting {
  return {
    ...retentionOf(db, now),
    async messagesOf(ticketId) {
      const rows = await db.selectFrom('message').select('id').where('ticketId', '=', ticketId).orderBy('id').execute()
      return rows.map(({ id }) => id)
    },
    async bytesOf(ids) {
      if (ids.length === 0) return []
      const rows = await db
        .selectFrom('file')
        .select('sha256')
        .distinct()
        .where('messageId', 'in', [...ids])
        .where('sha256', 'is not', null)
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('file as other')
                .select('other.id')
                .whereRef('other.sha256', '=', 'file.sha256')
                .where((other) =>
                  other.or([other('other.messageId', 'is', null), other('other.messageId', 'not in', [...ids])]),
                ),
            ),
          ),
        )
        .execute()
      return rows.flatMap(({ sha256 }) => sha256 ?? [])
    },
    async messages(ids) {
      if (ids.length === 0) return
      const these = [...ids]
      await db
        .updateTable('message')
        .set({ text: NO_WORDS, enclosures: [], words: '' })
        .where('id', 'in', these)
        .execute()
      await db.updateTable('message_revision').set({ text: NO_WORDS }).where('messageId', 'in', these).execute()
      await db.deleteFrom('file').where('messageId', 'in', these).execute()
      await db.updateTable('twin').set({ contentHash: null, words: null }).where('messageId', 'in', these).execute()
      await db
        .updateTable('delivery')
        .set({ state: 'superseded', settledAt: now })
        .where('messageId', 'in', these)
        .where('state', '=', 'pending')
        .where('act', '!=', 'delete')
        .execute()
      await db.updateTable('delivery').set({ content: null }).where('messageId', 'in', these).execute()
    },
    async ticket(id, by) {
      const tickets = ticketsOf(db, one, known)
      const before = await tickets.lock(id)
      if (!before) return
      const history = await tickets.history(id)
      const forgotten = by === undefined ? forgetWords(history) : forgetWordsBy(history, by)
      const after = replay(forgotten)
      if (!after) return
      for (const [index, { sequence, event }] of forgotten.entries()) {
        if (JSON.stringify(event) === JSON.stringify(history[index]?.event)) continue
        const row = db.updateTable('ticket_event').set({ body: event }).where('ticketId', '=', id)
        await row.where('sequence', '=', sequence).execute()
      }
      const { subject, fields } = after
      known.standings.delete(id)
      await db
        .updateTable('ticket')
        .set({ subject, fields, words: wordsOfTicket({ ...before, subject }) })
        .where('id', '=', id)
        .execute()
      if (by !== undefined) return
      await db.deleteFrom('digest_line').where('ticketId', '=', id).execute()
      // Cards and sentences bear its subject; of what has failed there is an index, the rest goes with its age.
      await db
        .updateTable('delivery')
        .set({ content: null })
        .where('ticketId', '=', id)
        .where('state', '=', 'failed')
        .execute()
      // Nor the card and the topic's name, which had no age while it was open.
      const roots = sql`select unnest(array[root_delivery_id, topic_delivery_id]) from place where ticket_id = ${id}`
      await sql`update delivery set content = null
        where id in (${roots} union select id from delivery where of_id in (${roots})) and state <> 'pending'`.execute(
        db,
      )
    },
    async closedBefore(deskId, before, most) {
      const rows = await db
        .selectFrom('ticket')
        .select('id')
        .where('deskId', '=', deskId)
        .where(sql<boolean>`stage = 'closed' and subject <> ${sql.lit(FORGOTTEN)}`)
        .where('closedAt', '<', before)
        .orderBy('closedAt')
        .limit(most)
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}
