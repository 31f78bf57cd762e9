import { sql } from 'kysely'
import type { Deliveries, OwedRow } from '../ports/store.ts'
import { laneFor, laneOf, lanesOf, movedLane, owedOf } from './delivery-row.ts'
import type { Known } from './known.ts'
import type { Lately } from './lately.ts'
import type { Db } from './orm.ts'

type MovedPosts = Pick<
  Deliveries,
  | 'lessen'
  | 'waitForRoot'
  | 'changedSince'
  | 'shownBy'
  | 'forgetPosts'
  | 'waitNoLonger'
  | 'outOfTopic'
  | 'rehome'
  | 'movesOf'
>

/** Deliveries about something that stands in a chat already: where the chat goes on under another id it is not to be reached. */
const ON_WHAT_STANDS: readonly OwedRow['act'][] = [
  'edit',
  'delete',
  'react',
  'topic-name',
  'topic-close',
  'topic-reopen',
]

/** Says nothing any more, by its age (`deliveriesBefore`). */
const EMPTIED = sql<boolean>`coalesce(content - 'language' - 'files' <@ '{"body": []}', true)`

/** What becomes of posts whose place goes on elsewhere. @see Deliveries */
export function movedPostsOf(db: Db, now: Date, laneNow: Date, known: Known, ours: Lately): MovedPosts {
  return {
    async waitForRoot(placeId, rootDeliveryId) {
      await db
        .updateTable('delivery')
        .set({ afterId: rootDeliveryId })
        .where('placeId', '=', placeId)
        .where('state', '=', 'pending')
        .where('act', '=', 'post')
        .where('id', '!=', rootDeliveryId)
        .execute()
    },
    async lessen(row, content) {
      const lane = laneFor({ ...row, content })
      const moved = content.late ? { lane, state: 'pending' as const, heldBy: null } : {}
      const done = await db
        .updateTable('delivery')
        .set({ content: sql`${JSON.stringify(content)}::jsonb`, ...moved })
        .where('id', '=', row.id)
        .where('state', '=', 'sending')
        .where(sql<boolean>`content->'files' = ${JSON.stringify(row.content?.files)}::jsonb`)
        .returning('id')
        .execute()
      if (done.length === 0) return false
      if (!content.late) return true
      known.waits = true
      ours.touch([lane])
      await db
        .insertInto('lane')
        .values({ lane, heldBy: null, parkedUntil: null, tokens: 1, countedAt: laneNow, faults: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await db.updateTable('lane').set({ heldBy: null }).where('lane', '=', row.lane).execute()
      return true
    },
    async changedSince(posts, { seq }) {
      const row = await db
        .selectFrom('delivery')
        .select('id')
        .where('ofId', 'in', [...posts])
        .where('act', '=', 'edit')
        .where('seq', '>', seq)
        .where('state', 'in', ['pending', 'sending', 'sent'])
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    async shownBy(id) {
      const row = await db
        .selectFrom('delivery')
        .selectAll()
        .where((where) =>
          where.or([
            where('id', '=', id),
            where.and([where('ofId', '=', id), where('act', 'in', ['edit', 'topic-name'])]),
          ]),
        )
        .orderBy(EMPTIED)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && (owedOf(row).content ?? undefined)
    },
    async forgetPosts(placeId) {
      await db
        .updateTable('delivery')
        .set({ placeId: null })
        .where('placeId', '=', placeId)
        .where('act', '=', 'post')
        .where('state', '=', 'sent')
        .execute()
      await db
        .updateTable('delivery')
        .set({ state: 'superseded', settledAt: now })
        .where('placeId', '=', placeId)
        .where('act', '!=', 'post')
        .where('state', '=', 'pending')
        .execute()
    },
    async waitNoLonger(id) {
      await db
        .updateTable('delivery')
        .set({ afterId: null })
        .where('afterId', '=', id)
        .where('act', '=', 'post')
        .where('state', '=', 'pending')
        .execute()
    },
    async outOfTopic(row) {
      const again = { state: 'pending' as const, thread: null, heldBy: null }
      await db.updateTable('delivery').set(again).where('id', '=', row.id).execute()
      await db.updateTable('lane').set({ heldBy: null }).where('lane', '=', row.lane).execute()
    },
    async rehome({ platform, account, chat: from }, chat, refused) {
      const lanes = lanesOf({ platform, account, chat })
      ours.touch(lanes)
      known.waits = true
      const here = { platform, account, chat: from }
      known.places.clear()
      const leftBehind = db
        .updateTable('delivery')
        .where((where) => where.and(here))
        .where('act', 'in', [...ON_WHAT_STANDS])
      await leftBehind.set({ state: 'superseded', settledAt: now }).where('state', '=', 'pending').execute()
      const places = db
        .selectFrom('place')
        .select('id')
        .where((where) => where.and(here))
      await db
        .updateTable('delivery')
        .set({ placeId: null })
        .where('placeId', 'in', places)
        .where('act', '=', 'post')
        .where('state', '=', 'sent')
        .execute()
      await db
        .updateTable('place')
        .set({ chat, thread: null })
        .where((where) => where.and(here))
        .execute()
      await db
        .updateTable('delivery')
        .set({ chat, lane: movedLane(laneOf({ platform, account, chat })), heldBy: null, state: 'pending' })
        .where((where) => where.and(here))
        .where((where) => where.or([where('state', '=', 'pending'), where('id', '=', refused?.id ?? null)]))
        .where('act', 'not in', [...ON_WHAT_STANDS])
        .execute()
      await db
        .insertInto('lane')
        .values(
          lanes.map((lane) => {
            return { lane, heldBy: null, parkedUntil: null, tokens: 0, countedAt: laneNow, faults: 0 }
          }),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      if (refused) await db.updateTable('lane').set({ heldBy: null }).where('lane', '=', refused.lane).execute()
      await db
        .insertInto('moved_chat')
        .values({ ...here, movedTo: chat, movedAt: now })
        .onConflict((conflict) => conflict.columns(['platform', 'account', 'chat']).doUpdateSet({ movedTo: chat }))
        .execute()
    },
    async movesOf({ platform, account }) {
      const rows = await db
        .selectFrom('moved_chat')
        .select(['chat', 'movedTo'])
        .where('platform', '=', platform)
        .where('account', '=', account)
        .execute()
      return new Map(rows.map(({ chat, movedTo }) => [chat, movedTo]))
    },
  }
}
