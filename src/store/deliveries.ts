import type { ExpressionBuilder } from 'kysely'
import { type Deliveries, type Owed, type OwedRow, ranks } from '../ports/store.ts'
import { coursesOf } from './courses.ts'
import { laneFor, laneOf, owedOf, rowToInsert } from './delivery-row.ts'
import type { Gather } from './gather.ts'
import { asJson, insertInto } from './insert.ts'
import type { Known } from './known.ts'
import { movedPostsOf } from './moved-posts.ts'
import type { Db } from './orm.ts'
import { type Statement, write } from './statement.ts'
import type { Tables } from './tables.ts'
import { undeliveredOf } from './undelivered.ts'

/** Unsent states that end a delivery for good. */
export const ENDED = ['failed', 'unknown', 'superseded'] as const

/** What is written of something owed; all else has its default until it has been tried. */
const OWED = [
  'id',
  'ticketId',
  'messageId',
  'placeId',
  'platform',
  'account',
  'chat',
  'thread',
  'lane',
  'class',
  'rank',
  'act',
  'content',
  'person',
  'via',
  'ofId',
  'afterId',
  'replyTo',
  'part',
  'target',
  'sign',
  'state',
  'owedAt',
] satisfies (keyof ReturnType<typeof rowToInsert>)[]

/** @see Deliveries */
export function deliveriesOf(db: Db, now: Date, laneNow: Date, gather: Gather, known: Known): Deliveries {
  const oweAll = gather(async (all: readonly (readonly Owed[])[]) => {
    await owe(all.flat())
    return all.map(() => undefined)
  })
  const owe = async (owed: readonly Owed[]): Promise<void> => {
    await replaceOlderCards(db, owed)
    const lanes = [...new Set(owed.map(laneFor))].toSorted()
    await write(db, OWE, [asJson(owed.map((one) => rowToInsert(one, now))), lanes, laneNow])
  }
  return {
    ...coursesOf(db, laneNow),
    ...undeliveredOf(db),
    ...movedPostsOf(db, now, laneNow, known),
    async owe(owed) {
      if (owed.length > 0) await oweAll(owed)
    },
    async postsOf(messageId) {
      const rows = await db
        .selectFrom('delivery')
        .selectAll()
        .where('messageId', '=', messageId)
        .where('act', '=', 'post')
        .where(notTakenBack)
        .orderBy('seq')
        .execute()
      return rows.map((row) => {
        const { id, placeId, to, part, state, content } = owedOf(row)
        const bearsFiles = (content?.files ?? []).length > 0
        return { id, placeId: placeId ?? null, to, part: part ?? 0, state, bearsFiles }
      })
    },
    async postsAt(placeId) {
      const rows = await db
        .selectFrom('delivery')
        .selectAll()
        .where('placeId', '=', placeId)
        .where('act', '=', 'post')
        .where('state', 'not in', ['failed', 'superseded'])
        .where(notTakenBack)
        .orderBy('seq')
        .execute()
      return rows.map((row) => {
        const { id, messageId, to, part } = owedOf(row)
        return { id, messageId: messageId ?? null, to, part: part ?? 0 }
      })
    },
    async byId(id) {
      const row = await db.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirst()
      return row && owedOf(row)
    },
    async underWay({ platform, account, chat }, person, act) {
      const row = await db
        .selectFrom('delivery')
        .leftJoin('place', 'place.id', 'delivery.placeId')
        .select('delivery.id')
        .where('delivery.state', '=', 'sending')
        .where('delivery.act', '=', act)
        .where('delivery.platform', '=', platform)
        .where('delivery.account', '=', account)
        .where((where) => where.or([where('delivery.chat', '=', chat), where('place.personId', '=', person)]))
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    async sent(row, delivered) {
      const { message, chat, thread, also = [] } = delivered
      const sent = {
        state: 'sent' as const,
        sentChat: chat,
        sentMessageId: message,
        sentThread: thread ?? null,
        sentAlso: also.length > 0 ? also : null,
      }
      await db
        .updateTable('delivery')
        .set({ ...sent, fault: null, settledAt: now })
        .where('id', '=', row.id)
        .execute()
      await db.updateTable('lane').set({ heldBy: null, faults: 0 }).where('lane', '=', row.lane).execute()
      known.places.clear()
      if (row.act === 'topic') await settleTopic(db, row, chat, thread ?? null)
      if (row.act !== 'post') return
      await settleRoot(db, row, chat, thread ?? null)
      const { ticketId, messageId = null } = row
      if (ticketId === null) return
      const role = messageId ? 'copy' : row.rank === ranks.card ? 'card' : 'sentence'
      await db
        .insertInto('twin')
        .values(
          [message, ...also].map((platformMessageId) => ({
            platform: row.to.platform,
            account: row.to.account,
            chat,
            platformMessageId,
            ticketId,
            messageId,
            role,
            deliveryId: row.id,
            contentHash: null,
            deletedAt: null,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async later(row, code, until, state) {
      await db.updateTable('delivery').set({ state, heldBy: null, fault: code }).where('id', '=', row.id).execute()
      await db
        .updateTable('lane')
        .set((set) => ({ heldBy: null, parkedUntil: until, faults: set('faults', '+', 1) }))
        .where('lane', '=', row.lane)
        .execute()
    },
    async settle(row, state, code) {
      await db
        .updateTable('delivery')
        .set({ state, heldBy: null, fault: code, settledAt: now })
        .where('id', '=', row.id)
        .execute()
      await db.updateTable('lane').set({ heldBy: null }).where('lane', '=', row.lane).execute()
      return fallWith(db, [row.id], now)
    },
    async unreached(ticketId, since) {
      const row = await db
        .selectFrom('delivery')
        .innerJoin('place', 'place.id', 'delivery.placeId')
        .select('delivery.id')
        .where('delivery.ticketId', '=', ticketId)
        .where('delivery.class', '=', 'must-not-double')
        .where('delivery.state', '=', 'failed')
        .where('delivery.owedAt', '>=', since)
        .where('place.side', '=', 'requester')
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    async supersede(id) {
      await db
        .updateTable('delivery')
        .set({ state: 'superseded' })
        .where('id', '=', id)
        .where('state', '=', 'pending')
        .execute()
    },
  }
}

/**
 * In one statement: what an effect costs is mostly how often it asks the database.
 * $1 the rows, $2 their lanes, $3 the lanes' clock; a lane nobody has used has room for as much as its chat takes
 */
const OWE: Statement = {
  name: 'deliveries-owe',
  text: `
    with lanes as (
      insert into lane (lane, tokens, counted_at)
      select lane, ${Number.MAX_SAFE_INTEGER}, $3::timestamptz from unnest($2::text[]) as new (lane)
      on conflict do nothing
    )
    ${insertInto('delivery', OWED).text}`,
}

/** The message still stands: nothing of ours took it away. */
function notTakenBack(where: ExpressionBuilder<Tables, 'delivery'>) {
  const taken = where
    .selectFrom('delivery as taken')
    .select('taken.id')
    .whereRef('taken.ofId', '=', 'delivery.id')
    .where('taken.act', '=', 'delete')
  return where.not(where.exists(taken))
}

/** What waited for a delivery that will never be cannot be either; and so on down the line. */
export async function fallWith(db: Db, ids: readonly string[], now: Date): Promise<number> {
  if (ids.length === 0) return 0
  const fallen = await db
    .updateTable('delivery')
    .set({ state: 'failed', fault: 'follows-a-failed-one', settledAt: now })
    .where('state', '=', 'pending')
    .where('afterId', 'in', [...ids])
    .returning('id')
    .execute()
  return (
    fallen.length +
    (await fallWith(
      db,
      fallen.map(({ id }) => id),
      now,
    ))
  )
}

/**
 * The first message in a place becomes the thread's root, and tells the real chat where we had only a person.
 * What is still owed there moves to the real chat's lane, so that nothing newer overtakes it.
 */
async function settleRoot(db: Db, row: OwedRow, chat: string, thread: string | null): Promise<void> {
  if (!row.placeId) return
  const moved = await db
    .updateTable('place')
    .set({ chat, thread })
    .where('id', '=', row.placeId)
    .where('rootDeliveryId', '=', row.id)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n || chat === row.to.chat) return
  const lane = laneOf({ ...row.to, chat })
  await db
    .updateTable('delivery')
    .set({ chat, lane })
    .where('placeId', '=', row.placeId)
    .where('state', '=', 'pending')
    .execute()
  await db
    .insertInto('lane')
    .columns(['lane', 'heldBy', 'parkedUntil', 'tokens', 'countedAt', 'faults'])
    .expression((from) =>
      from
        .selectFrom('lane')
        .select((select) => [
          select.val(lane).as('lane'),
          select.lit(null).as('heldBy'),
          'parkedUntil',
          'tokens',
          'countedAt',
          'faults',
        ])
        .where('lane', '=', row.lane),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A topic is there: what waits for it is sent into it. */
async function settleTopic(db: Db, row: OwedRow, chat: string, thread: string | null): Promise<void> {
  await db.updateTable('place').set({ chat, thread }).where('topicDeliveryId', '=', row.id).execute()
}

/** Of these kinds only the newest counts. */
const REPLACING: readonly Owed['act'][][] = [['edit'], ['topic-name'], ['topic-close', 'topic-reopen']]

async function replaceOlderCards(db: Db, owed: readonly Owed[]): Promise<void> {
  for (const acts of REPLACING) {
    const changed = owed.flatMap(({ act, rank, of }) => (acts.includes(act) && rank === ranks.card && of ? [of] : []))
    if (changed.length === 0) continue
    // What has gone out shows nothing any more: kept, a ticket's cards would take more room than its words.
    await db
      .with('gone', (query) =>
        query
          .deleteFrom('delivery')
          .where('ofId', 'in', changed)
          .where('act', 'in', [...acts])
          .where('state', 'in', ['sent', 'superseded']),
      )
      .updateTable('delivery')
      .set({ state: 'superseded' })
      .where('ofId', 'in', changed)
      .where('act', 'in', [...acts])
      .where('state', '=', 'pending')
      .execute()
  }
}
