import type { ExpressionBuilder } from 'kysely'
import { type Deliveries, type Owed, ranks } from '../ports/store.ts'
import { coursesOf } from './courses.ts'
import { laneFor, owedOf, rowToInsert } from './delivery-row.ts'
import type { Gather } from './gather.ts'
import { asJson, insertInto } from './insert.ts'
import type { Known } from './known.ts'
import type { Lately } from './lately.ts'
import { movedPostsOf } from './moved-posts.ts'
import type { Db } from './orm.ts'
import { outcomesOf } from './outcomes.ts'
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
export function deliveriesOf(db: Db, now: Date, laneNow: Date, gather: Gather, known: Known, ours: Lately): Deliveries {
  const oweAll = gather(async (all: readonly (readonly Owed[])[]) => {
    await owe(all.flat())
    return all.map(() => undefined)
  })
  const owe = async (owed: readonly Owed[]): Promise<void> => {
    await replaceOlderCards(db, owed)
    const lanes = [...new Set(owed.map(laneFor))].toSorted()
    ours.touch(lanes)
    await write(db, OWE, [asJson(owed.map((one) => rowToInsert(one, now))), lanes, laneNow])
  }
  return {
    ...outcomesOf(db, now, known, ours),
    ...coursesOf(db, laneNow),
    ...undeliveredOf(db),
    ...movedPostsOf(db, now, laneNow, known, ours),
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
