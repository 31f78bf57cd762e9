import { sql } from 'kysely'
import { type Deliveries, type OwedRow, ranks } from '../ports/deliveries.ts'
import { laneOf, lanesOf, movedLane } from './delivery-row.ts'
import type { Known } from './known.ts'
import type { Lately } from './lately.ts'
import type { Db } from './orm.ts'

type Outcomes = Pick<Deliveries, 'sent' | 'later' | 'settle'>

/** What came of sending something. @see Deliveries */
export function outcomesOf(db: Db, now: Date, known: Known, ours: Lately, holder: string | undefined): Outcomes {
  /** Another process that held us for dead may have settled it, or be at it, meanwhile: then ours is no news any more. */
  const stillOurs = ({ id }: OwedRow) => {
    const row = db.updateTable('delivery').where('id', '=', id).where('state', 'in', ['pending', 'sending'])
    return holder === undefined
      ? row
      : row.where((held) => held.or([held('heldBy', 'is', null), held('heldBy', '=', holder)]))
  }
  return {
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
      await settleRoot(db, row, chat, thread ?? null, ours)
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
      const ours = await stillOurs(row).set({ state, heldBy: null, fault: code }).returning('id').execute()
      if (ours.length === 0) return
      await db
        .updateTable('lane')
        .set((set) => ({ heldBy: null, parkedUntil: until, faults: set('faults', '+', 1) }))
        .where('lane', '=', row.lane)
        .execute()
    },
    async settle(row, state, code) {
      const settled = { state, heldBy: null, fault: code, settledAt: now }
      const ours = await stillOurs(row).set(settled).returning('id').execute()
      if (ours.length === 0) return 0
      await db.updateTable('lane').set({ heldBy: null }).where('lane', '=', row.lane).execute()
      return fallWith(db, [row.id], now)
    },
  }
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
async function settleRoot(db: Db, row: OwedRow, chat: string, thread: string | null, ours: Lately): Promise<void> {
  if (!row.placeId) return
  const moved = await db
    .updateTable('place')
    .set({ chat, thread })
    .where('id', '=', row.placeId)
    .where('rootDeliveryId', '=', row.id)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n || chat === row.to.chat) return
  const lanes = lanesOf({ ...row.to, chat })
  ours.touch(lanes)
  await db
    .updateTable('delivery')
    .set({ chat, lane: movedLane(laneOf({ ...row.to, chat })) })
    .where('placeId', '=', row.placeId)
    .where('state', '=', 'pending')
    .execute()
  await db
    .insertInto('lane')
    .columns(['lane', 'heldBy', 'parkedUntil', 'tokens', 'countedAt', 'faults'])
    .expression((from) =>
      from
        .selectFrom(['lane', sql<{ name: string }>`unnest(${lanes}::text[])`.as<'there'>(sql`there (name)`)])
        .select((select) => [
          'there.name as lane',
          select.lit(null).as('heldBy'),
          'parkedUntil',
          'tokens',
          'countedAt',
          'faults',
        ])
        .where('lane.lane', '=', row.lane),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A topic is there: what waits for it is sent into it. */
async function settleTopic(db: Db, row: OwedRow, chat: string, thread: string | null): Promise<void> {
  await db.updateTable('place').set({ chat, thread }).where('topicDeliveryId', '=', row.id).execute()
}
