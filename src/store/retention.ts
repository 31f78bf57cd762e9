import { type SqlBool, sql } from 'kysely'
import type { Forgetting } from '../ports/forgetting.ts'
import { firstIdOf } from './id-time.ts'
import type { Db } from './orm.ts'

type Retention = Pick<
  Forgetting,
  'inboxBefore' | 'deliveriesBefore' | 'draftsBefore' | 'buttonsBefore' | 'looseBytes' | 'looseFiles'
>

/**
 * The card and the name of the topic of a ticket that goes on, and what they were changed to: where they are gone from the
 * platform they are made again from here. They go with the ticket's words.
 */
const rootsOfOpen = sql`select from place join ticket on ticket.id = place.ticket_id
  where place.ticket_id = delivery.ticket_id and ticket.stage <> 'closed'
    and (delivery.id in (place.root_delivery_id, place.topic_delivery_id)
      or delivery.of_id in (place.root_delivery_id, place.topic_delivery_id))`

/** What age alone takes away. Ids of ours sort by time, so that no batch looks at anything young. @see Forgetting */
export function retentionOf(db: Db, now: Date): Retention {
  const loose = (before: Date) =>
    db
      .selectFrom('file')
      .where((where) =>
        where.or([
          where('expiresAt', '<=', now),
          where.and([where('messageId', 'is', null), where('createdAt', '<', before)]),
        ]),
      )
  return {
    async inboxBefore(before, most) {
      const old = db
        .selectFrom('inbox')
        .select('id')
        .where('id', '<', firstIdOf(before))
        .where('receivedAt', '<', before)
        .where('state', 'in', ['done', 'parked'])
        .orderBy('id')
        .limit(most)
      const gone = await db.deleteFrom('inbox').where('id', 'in', old).returning('id').execute()
      if (gone.length === 0) return 0
      const ids = gone.map(({ id }) => id)
      await db.deleteFrom('organisation_wait').where('inboxId', 'in', ids).execute()
      return gone.length
    },
    async deliveriesBefore(before, most) {
      const mark = await db.selectFrom('retention').select('upTo').where('what', '=', 'delivery').executeTakeFirst()
      const rows = await db
        .selectFrom('delivery')
        .select('id')
        .where('id', '>', mark?.upTo ?? firstIdOf(new Date(0)))
        .where('id', '<', firstIdOf(before))
        .where('owedAt', '<', before)
        .orderBy('id')
        .limit(most)
        .execute()
      const upTo = rows.at(-1)?.id
      if (upTo === undefined) return 0
      const ids = rows.map(({ id }) => id)
      await sql`
        update delivery set via = null, content =
          case when content is null then null
          else jsonb_strip_nulls(jsonb_build_object('language', content -> 'language', 'body', '[]'::jsonb, 'files', content -> 'files'))
          end
        where id = any(${ids}::uuid[])
          and (state in ('sent', 'unknown', 'superseded') or (state = 'failed' and ticket_id is null))
          and not exists (${rootsOfOpen})`.execute(db)
      await db
        .insertInto('retention')
        .values({ what: 'delivery', upTo })
        .onConflict((conflict) => conflict.column('what').doUpdateSet({ upTo }))
        .execute()
      return rows.length
    },
    async draftsBefore(before, most) {
      const old = db
        .selectFrom('draft')
        .select('id')
        .where('touchedAt', '<', before)
        .where((where) => where.or([where('state', '!=', 'open'), where('purpose', '!=', 'picker')]))
        .limit(most)
      const gone = await db.deleteFrom('draft').where('id', 'in', old).executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
    async buttonsBefore(before, most) {
      const old = db
        .selectFrom('button')
        .leftJoin('ticket', 'ticket.id', 'button.ticketId')
        .select('button.id')
        .where('button.createdAt', '<', before)
        .where((where) => where.or([where('button.ticketId', 'is', null), where('ticket.closedAt', '<', before)]))
        // A choice that words wait for can be made however late.
        .where(sql<SqlBool>`not exists (select from draft where draft.id = button.draft_id and draft.state = 'open')`)
        .orderBy('button.createdAt')
        .limit(most)
      // Named one by one: joined with the table, whose half may be old, they would be looked for in all of it.
      const ids = (await old.execute()).map(({ id }) => id)
      const gone = await db.deleteFrom('button').where('id', '=', sql<string>`any(${ids})`).executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
    async looseBytes(before) {
      const rows = await loose(before)
        .select('sha256')
        .distinct()
        .where('sha256', 'is not', null)
        .where(
          sql<SqlBool>`not exists (select from file other where other.sha256 = file.sha256 and other.id <> file.id
            and (other.expires_at is null or other.expires_at > ${now})
            and (other.message_id is not null or other.created_at >= ${before}))`,
        )
        .execute()
      return rows.flatMap(({ sha256 }) => sha256 ?? [])
    },
    async looseFiles(before, most) {
      const gone = await db
        .deleteFrom('file')
        .where('id', 'in', loose(before).select('id').limit(most))
        .executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
  }
}
