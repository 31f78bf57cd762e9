import { sql } from 'kysely'
import type { Delivered } from '../adapter.ts'
import { grouped } from '../ports/grouped.ts'
import type { Claim, Claimed, LaneQueue, Target } from '../ports/lanes.ts'
import type { OwedRow } from '../ports/store.ts'
import { ENDED } from './deliveries.ts'
import { owedOf } from './delivery-row.ts'
import type { Kept } from './kept.ts'
import { isUnreadable, sentTogether, takeLanes, UNREADABLE_MS } from './lanes-together.ts'
import { LONGEST_PARK_MS, lanesStuck, lanesWaiting } from './lanes-waiting.ts'
import type { Db } from './orm.ts'
import { outages, quietOf, takeProbe } from './outages.ts'
import { fallWith } from './outcomes.ts'

/** The lanes as queues. `now` is the lanes' own clock (design.md §8). @see LaneQueue */
export function laneQueue(db: () => Db, now: () => Date, kept: Kept): LaneQueue {
  const { owed } = kept
  const sent = grouped(MOST_SENT, (all: readonly { row: OwedRow; delivered: Delivered }[]) => sentTogether(db(), all), {
    patience: { forMs: 6, unless: 12 },
  })
  return {
    waiting: () => lanesWaiting(db(), now(), LONGEST_PARK_MS, owed.lanes(), kept.sender?.holder ?? ''),
    stuck: (lanes, holder, judges = true) => lanesStuck(db(), lanes, holder, now(), LONGEST_PARK_MS, judges),
    async take(asked, holder) {
      const found = await takeLanes(db(), asked, holder, now(), LONGEST_PARK_MS)
      owed.touch(found.taken.map(({ lane }) => lane))
      return found
    },
    sentBy(sender) {
      kept.sender = sender
    },
    sentPlainly: (row, delivered) => sent({ row, delivered }),
    async claim(lane, holder, budget) {
      try {
        return await db()
          .transaction()
          .execute((inside) => claim(inside, lane, holder, budget, now()))
      } catch (error) {
        if (!isUnreadable(error)) throw error
        const until = new Date(now().getTime() + UNREADABLE_MS)
        await db().updateTable('lane').set({ parkedUntil: until }).where('lane', '=', lane).execute()
        return { found: 'unreadable' }
      }
    },
    ...outages(db, now),
  }
}

/** So many acceptances share one commit; under load they wait for each other: their copies have been seen by then. */
const MOST_SENT = 64

async function claim(
  db: Db,
  lane: string,
  holder: string,
  budget: { burst: number; everyMs: number },
  now: Date,
): Promise<Claim> {
  const held = await db
    .selectFrom('lane')
    .selectAll()
    .where('lane', '=', lane)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!held) return { found: 'nothing' }
  if (held.heldBy !== null && held.heldBy !== holder && (await alive(db, held.heldBy))) return { found: 'nothing' }
  const { until: parked, weather } = await quietOf(db, lane, held.parkedUntil)
  if (parked && parked > now && parked.getTime() - now.getTime() <= LONGEST_PARK_MS)
    return { found: 'wait', until: parked }
  const troubled = weather !== 'fair'
  const mayTry = async (): Promise<boolean> => weather !== 'away' || (await takeProbe(db, lane, now))
  const left = await halfSent(db, lane)
  if (left) {
    if (!(await mayTry())) return { found: 'wait', until: now }
    await db.updateTable('lane').set({ heldBy: holder }).where('lane', '=', lane).execute()
    await db.updateTable('delivery').set({ heldBy: holder }).where('id', '=', left.id).execute()
    return { found: 'recover', row: left, troubled, ...(await whereTo(db, left)) }
  }

  const row = await firstReady(db, lane)
  if (!row) return { found: 'nothing' }
  // A clock that was set back has let no time pass, and must not hold the lane until it has caught up.
  const sinceMs = Math.max(0, now.getTime() - held.countedAt.getTime())
  const tokens = Math.min(budget.burst, held.tokens + sinceMs / budget.everyMs)
  if (tokens < 1) return { found: 'wait', until: new Date(now.getTime() + Math.ceil((1 - tokens) * budget.everyMs)) }
  if (!(await mayTry())) return { found: 'wait', until: now }

  await db
    .updateTable('lane')
    .set({ heldBy: holder, tokens: tokens - 1, countedAt: now })
    .where('lane', '=', lane)
    .execute()
  await db
    .updateTable('delivery')
    .set({ state: 'sending', tries: row.tries + 1, heldBy: holder, triedAt: now })
    .where('id', '=', row.id)
    .execute()
  const target = (row.of && (await sentMessage(db, row.of))) || namedIn(row)
  const at = await whereTo(db, row)
  return {
    found: 'send',
    row: { ...row, state: 'sending', tries: row.tries + 1, triedAt: now },
    target,
    troubled,
    strangersRead: row.content?.internal !== undefined && (await isShared(db, row.to.platform, at.chat)),
    ...at,
  }
}

async function isShared(db: Db, platform: string, chat: string): Promise<boolean> {
  const row = await db
    .selectFrom('shared_channel')
    .select('chat')
    .where('platform', '=', platform)
    .where('chat', '=', chat)
    .where('shared', '=', true)
    .executeTakeFirst()
  return row !== undefined
}

/** A process is alive while its lease runs; a killed one stops renewing it. */
async function alive(db: Db, holder: string): Promise<boolean> {
  const lease = db.selectFrom('lease').select('name').where('name', '=', `process:${holder}`)
  return (await lease.where('until', '>', sql<Date>`now()`).executeTakeFirst()) !== undefined
}

/** What a dead process was sending here, or what ended unclear; whoever takes the lane settles that first. */
async function halfSent(db: Db, lane: string): Promise<OwedRow | undefined> {
  const row = await db
    .selectFrom('delivery')
    .selectAll()
    .where('lane', '=', lane)
    .where('state', '=', 'sending')
    .orderBy('seq')
    .executeTakeFirst()
  return row && owedOf(row)
}

async function firstReady(db: Db, lane: string): Promise<OwedRow | undefined> {
  const ready = () =>
    db
      .selectFrom('delivery')
      .leftJoin('delivery as before', 'before.id', 'delivery.afterId')
      .selectAll('delivery')
      .where('delivery.lane', '=', lane)
      .where('delivery.state', '=', 'pending')
      .where((where) => where.or([where('delivery.afterId', 'is', null), where('before.state', '=', 'sent')]))
      .orderBy('delivery.rank')
      .orderBy('delivery.seq')
      .limit(1)
      .executeTakeFirst()
  const row = await ready()
  if (!row) await fallIfRootEnded(db, lane)
  return row && owedOf(row)
}

/** Owed after something that had already ended when it was owed. */
async function fallIfRootEnded(db: Db, lane: string): Promise<void> {
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('delivery as before', 'before.id', 'delivery.afterId')
    .select(['before.id', 'delivery.owedAt'])
    .where('delivery.lane', '=', lane)
    .where('delivery.state', '=', 'pending')
    .where('before.state', 'in', [...ENDED])
    .execute()
  const [first] = rows
  if (first)
    await fallWith(
      db,
      rows.map(({ id }) => id),
      first.owedAt,
    )
}

/** What somebody wrote is known by the platform's id. */
function namedIn({ target }: OwedRow): Target | null {
  return target ? { message: target, also: [], bearsFiles: false } : null
}

async function sentMessage(db: Db, id: string): Promise<Target | null> {
  const row = await db
    .selectFrom('delivery')
    .select(['sentMessageId', 'sentAlso', 'content'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.sentMessageId === null) return null
  return {
    message: row.sentMessageId,
    also: row.sentAlso ?? [],
    bearsFiles: (row.content?.files ?? []).length > 0,
  }
}

/** A place may have moved since the row was owed (its root was accepted, or it fell back to a DM). */
async function whereTo(db: Db, row: OwedRow): Promise<Pick<Claimed, 'chat' | 'thread' | 'side' | 'topicLost'>> {
  if (row.of) {
    const of = await db
      .selectFrom('delivery')
      .select(['sentChat', 'sentThread'])
      .where('id', '=', row.of)
      .executeTakeFirst()
    if (of?.sentChat) return { chat: of.sentChat, thread: of.sentThread }
  }
  if (!row.placeId) return { chat: row.to.chat, thread: row.to.thread ?? null }
  const place = await db
    .selectFrom('place')
    .select(['side', 'chat', 'thread', 'topicDeliveryId'])
    .where('id', '=', row.placeId)
    .executeTakeFirst()
  if (!place) return { chat: row.to.chat, thread: row.to.thread ?? null }
  // A root makes its thread where there is none yet.
  const thread = row.act === 'topic' ? null : place.thread
  const topicLost = row.act === 'post' && place.topicDeliveryId !== null && thread === null
  return { side: place.side, chat: place.chat, thread, topicLost }
}
