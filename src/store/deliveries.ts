import { type ExpressionBuilder, sql } from 'kysely'
import { type Deliveries, type Owed, type OwedRow, type Posted, ranks } from '../ports/store.ts'
import { coursesOf } from './courses.ts'
import { laneFor, owedOf, rowToInsert } from './delivery-row.ts'
import type { Gather } from './gather.ts'
import { asJson } from './insert.ts'
import type { Kept } from './kept.ts'
import type { Known } from './known.ts'
import { movedPostsOf } from './moved-posts.ts'
import type { Db } from './orm.ts'
import { outcomesOf } from './outcomes.ts'
import { keptLanes, OWE, oweAtOnce } from './owe-at-once.ts'
import { refusedPlacesOf } from './refused-places.ts'
import { write } from './statement.ts'
import type { Tables } from './tables.ts'
import { undeliveredOf } from './undelivered.ts'
import { unreachedOf } from './unreached.ts'

/** Unsent states that end a delivery for good. */
export const ENDED = ['failed', 'unknown', 'superseded'] as const

/** @see Deliveries */
export function deliveriesOf(db: Db, now: Date, laneNow: Date, gather: Gather, known: Known, kept: Kept): Deliveries {
  const { owed: ours } = kept
  const oweAll = gather(async (all: readonly (readonly Owed[])[]) => {
    await owe(all.flat())
    return all.map(() => undefined)
  })
  const owe = async (owed: readonly Owed[]): Promise<void> => {
    await replaceOlderCards(db, owed)
    const lanes = [...new Set(owed.map(laneFor))].toSorted()
    ours.touch(lanes)
    const rows = asJson(owed.map((one) => rowToInsert(one, now)))
    const candidates = keptLanes(owed, known, kept.sender)
    if (kept.sender && candidates.length > 0) {
      const { holder } = kept.sender
      await oweAtOnce(db, { rows, owed: owed.length, lanes, laneNow, candidates, holder }, known)
    } else {
      await write(db, OWE, [rows, lanes, laneNow])
      known.waits = true
    }
  }
  return {
    ...outcomesOf(db, now, known, ours, kept.sender?.holder),
    ...coursesOf(db, laneNow),
    ...undeliveredOf(db),
    ...unreachedOf(db),
    ...refusedPlacesOf(db, known),
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
        // Sent anew as another, it stands for nothing any more: the other is what people see.
        .where('state', '!=', 'superseded')
        .where(notTakenBack)
        .orderBy('seq')
        .execute()
      return rows.map((row) => {
        const owed = owedOf(row)
        const { placeId, state, content } = owed
        const files = (content?.files ?? []).map((file) => file.id)
        return { ...postedOf(owed), placeId: placeId ?? null, state, bearsFiles: files.length > 0, files }
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
      return rows.map((row) => postedOf(owedOf(row)))
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
    async rephrase(id, content) {
      const [post] = await db
        .updateTable('delivery')
        .set({ content: sql`content || ${JSON.stringify(content)}::jsonb` })
        .where('id', '=', id)
        .where('state', '=', 'pending')
        .returning('id')
        .execute()
      if (!post) return false
      // An edit that was owed while it was under way, and waits with it again, says less than it does now.
      await putAside(db).where('ofId', '=', id).where('act', '=', 'edit').execute()
      return true
    },
    async supersede(id) {
      const [post] = await putAside(db).where('id', '=', id).returning('id').execute()
      if (!post) return false
      await putAside(db).where('ofId', '=', id).execute()
      return true
    },
  }
}

function postedOf({ id, messageId, to, part }: OwedRow): Posted {
  return { id, messageId: messageId ?? null, to, part: part ?? 0 }
}

/** Of what waits, what is asked for is not sent any more. */
const putAside = (db: Db) => db.updateTable('delivery').set({ state: 'superseded' }).where('state', '=', 'pending')

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
