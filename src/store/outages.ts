import { sql } from 'kysely'
import type { Address } from '../adapter.ts'
import type { LaneQueue } from '../ports/lanes.ts'
import { BESIDE, laneOf } from './delivery-row.ts'
import type { Db } from './orm.ts'

/**
 * What a platform does as a whole is kept in a row beside its lanes, `platform:account:*`, so that all lanes and all
 * replicas know of it: until when it wants quiet, how many calls in a row got no answer (`faults`), and which lane is
 * trying whether it is back (`heldBy`).
 */

/** So many calls in a row without an answer, over all chats, and the platform counts as away. One chat in trouble is no outage. */
export const AWAY_AFTER = 5
/** A platform that is away is tried this often, over all its chats (reliability.md R8). */
const PROBE_EVERY_MS = 15_000
/** What failed longer ago belongs to another trouble. */
const FORGOTTEN_AFTER_MS = 60_000

type Account = Pick<Address, 'platform' | 'account'>

/** How a lane finds its platform: `away`, and this lane tries whether it is back, or nobody may be doing so. */
export type Weather = 'fair' | 'stormy' | 'away' | 'probing'

/** The lanes' side that is one per account. `now` is the lanes' own clock. @see LaneQueue */
export function outages(
  db: () => Db,
  now: () => Date,
): Pick<LaneQueue, 'isQuiet' | 'parkAccount' | 'unanswered' | 'answered'> {
  return {
    async isQuiet(at) {
      const lane = laneOf(at)
      const own = await db().selectFrom('lane').select('parkedUntil').where('lane', '=', lane).executeTakeFirst()
      const { until } = await quietOf(db(), lane, own?.parkedUntil ?? null)
      return until !== null && until > now()
    },
    async parkAccount(at, until) {
      // Whoever says how long it wants quiet is not away.
      const said = { heldBy: null, parkedUntil: until, faults: 0 }
      await db()
        .insertInto('lane')
        .values({ lane: wholeOf(at), tokens: 0, countedAt: now(), ...said })
        .onConflict((conflict) => conflict.column('lane').doUpdateSet(said))
        .execute()
    },
    async unanswered(at) {
      const probeAt = new Date(now().getTime() + PROBE_EVERY_MS)
      const forgotten = new Date(now().getTime() - FORGOTTEN_AFTER_MS)
      // Away until it answers, however rarely somebody wants to say something there.
      const faults = sql<number>`case when lane.counted_at < ${forgotten} and lane.faults < ${AWAY_AFTER}
        then 1 else lane.faults + 1 end`
      const counted = await db()
        .insertInto('lane')
        .values({ lane: wholeOf(at), heldBy: null, parkedUntil: null, tokens: 0, countedAt: now(), faults: 1 })
        .onConflict((conflict) =>
          conflict.column('lane').doUpdateSet({
            heldBy: null,
            countedAt: now(),
            faults,
            parkedUntil: sql<Date | null>`case when ${faults} >= ${AWAY_AFTER}
              then greatest(lane.parked_until, ${probeAt}::timestamptz) else lane.parked_until end`,
          }),
        )
        .returning('faults')
        .executeTakeFirstOrThrow()
      return counted.faults === AWAY_AFTER
    },
    async answered(at) {
      const { numUpdatedRows } = await db()
        .updateTable('lane')
        .set({
          heldBy: null,
          faults: 0,
          // Quiet that was asked for stays.
          parkedUntil: sql<Date | null>`case when faults >= ${AWAY_AFTER} then null else parked_until end`,
        })
        .where('lane', '=', wholeOf(at))
        .where('faults', '>', 0)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}

/**
 * Until when a lane must be quiet: by its own park, by that of the chat it is beside, and by its account's,
 * unless it is the one that tries whether the platform is back.
 */
export async function quietOf(
  db: Db,
  lane: string,
  own: Date | null,
): Promise<{ until: Date | null; weather: Weather }> {
  const whole = `${lane.split(':').slice(0, 2).join(':')}:*`
  // A chat that wants quiet wants it of its signs, too.
  const over = [whole, lane.replace(new RegExp(BESIDE), '')].filter((other) => other !== lane)
  const rows = await db
    .selectFrom('lane')
    .select(['lane', 'parkedUntil', 'faults', 'heldBy'])
    .where('lane', 'in', over)
    .execute()
  const account = rows.find((row) => row.lane === whole)
  const weather = weatherOf(account, lane)
  const parks = rows.filter((row) => row !== account || weather !== 'probing').map(({ parkedUntil }) => parkedUntil)
  return { until: latest([own, ...parks]), weather }
}

function weatherOf(account: { faults: number; heldBy: string | null } | undefined, lane: string): Weather {
  if (!account || account.faults === 0) return 'fair'
  if (account.faults < AWAY_AFTER) return 'stormy'
  return account.heldBy === lane ? 'probing' : 'away'
}

/** Of all lanes that wait for a platform to be back one tries, and the next after a while. Whether it is this one. */
export async function takeProbe(db: Db, lane: string, now: Date): Promise<boolean> {
  const whole = `${lane.split(':').slice(0, 2).join(':')}:*`
  const { numUpdatedRows } = await db
    .updateTable('lane')
    .set({ heldBy: lane, parkedUntil: new Date(now.getTime() + PROBE_EVERY_MS) })
    .where('lane', '=', whole)
    .where('faults', '>=', AWAY_AFTER)
    .where((where) => where.or([where('parkedUntil', 'is', null), where('parkedUntil', '<=', now)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function wholeOf({ platform, account }: Account): string {
  return laneOf({ platform, account, chat: '*' })
}

function latest(all: readonly (Date | null)[]): Date | null {
  return all.reduce((one, other) => (one && other ? (one > other ? one : other) : (one ?? other)), null)
}
