import { sql } from 'kysely'
import { createTimeout } from 'retry'
import { v7 } from 'uuid'
import type { Address } from '../adapter.ts'
import type { InboxQueue, InboxRow, Unit } from '../ports/store.ts'
import { withoutPoison } from './clean.ts'
import type { Db } from './orm.ts'

/** A row that fails this often is parked: listed, replayable, and out of its lane's way. */
const MOST_TRIES = 5

/** The inbox inside a transaction. @see Unit */
export function inboxOf(db: Db, now: Date): Unit['inbox'] {
  return {
    async hold(id) {
      const row = await db
        .selectFrom('inbox as row')
        .select('row.id')
        .where('row.id', '=', id)
        .where('row.state', '=', 'waiting')
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!row) return false
      // A row of its lane that was written earlier may have come since it was looked up.
      const before = await db
        .selectFrom('inbox as row')
        .innerJoin('inbox as earlier', 'earlier.lane', 'row.lane')
        .select('earlier.id')
        .where('row.id', '=', id)
        .where('earlier.state', '=', 'waiting')
        .where((where) =>
          where.eb(
            where.refTuple('earlier.occurredAt', 'earlier.seq'),
            '<',
            where.refTuple('row.occurredAt', 'row.seq'),
          ),
        )
        .limit(1)
        .executeTakeFirst()
      return before === undefined
    },
    async waitForOrganisation(id, person, deskId) {
      await db
        .insertInto('organisation_wait')
        .values({ inboxId: id, personId: person, deskId, since: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async postpone(id, until) {
      await db.updateTable('inbox').set({ readyAt: until }).where('id', '=', id).execute()
    },
    async takeAlbum({ id, lane }, album) {
      const rows = await db
        .updateTable('inbox')
        .set({ state: 'done', outcome: 'in-album', handledAt: now })
        .where('lane', '=', lane)
        .where('state', '=', 'waiting')
        .where('album', '=', album)
        .where('id', '!=', id)
        .returning(['body', 'occurredAt', 'seq'])
        .execute()
      return rows
        .toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || a.seq - b.seq)
        .map(({ body }) => body)
    },
    async done(id, outcome) {
      await db.updateTable('inbox').set({ state: 'done', outcome, handledAt: now }).where('id', '=', id).execute()
    },
  }
}

/** The inbox as a queue. Every call is a statement of its own. @see InboxQueue */
export function inboxQueue(db: () => Db, clock: () => Promise<Date>): InboxQueue {
  return {
    async receive(raws) {
      const receivedAt = await clock()
      const rows = raws.map((raw) => ({
        id: v7(),
        platform: raw.platform,
        account: raw.account,
        key: raw.key,
        naturalKey: raw.naturalKey ?? null,
        lane: `${raw.platform}:${raw.account}:${raw.lane}`,
        body: withoutPoison(raw.body),
        occurredAt: raw.occurredAt,
        receivedAt,
        state: 'waiting' as const,
        readyAt: new Date(receivedAt.getTime() + raw.holdMs),
        album: raw.album ?? null,
      }))
      const result = await db()
        .insertInto('inbox')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return Number(result.numInsertedOrUpdatedRows ?? 0n)
    },
    async heads(limit, platforms) {
      const now = await clock()
      const rows = await db()
        .selectFrom((from) =>
          from
            .selectFrom('inbox')
            .selectAll()
            .distinctOn('lane')
            .where('state', '=', 'waiting')
            .orderBy('lane')
            .orderBy('occurredAt')
            .orderBy('seq')
            .as('head'),
        )
        .select(['id', 'platform', 'account', 'lane', 'body', 'occurredAt', 'receivedAt', 'admittedAt', 'tries'])
        .where('readyAt', '<=', now)
        .where('platform', 'in', [...platforms])
        .orderBy('receivedAt')
        .limit(limit)
        .execute()
      return rows.map((row): InboxRow => ({ ...row, platform: row.platform as Address['platform'] })) // as written
    },
    async postpone(id, ms) {
      const readyAt = new Date((await clock()).getTime() + ms)
      await db().updateTable('inbox').set({ readyAt }).where('id', '=', id).where('state', '=', 'waiting').execute()
    },
    async failed(id, error) {
      const now = await clock()
      const row = await db().selectFrom('inbox').select('tries').where('id', '=', id).executeTakeFirst()
      const tries = (row?.tries ?? 0) + 1
      const parked = tries >= MOST_TRIES
      const waitMs = createTimeout(tries - 1, { minTimeout: 200, maxTimeout: 5_000, factor: 2, randomize: true })
      await db()
        .updateTable('inbox')
        .set({ tries, outcome: error, state: parked ? 'parked' : 'waiting', readyAt: new Date(now.getTime() + waitMs) })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .execute()
      return parked ? 'parked' : 'again'
    },
    parked: async () =>
      db()
        .selectFrom('inbox')
        .select(['id', 'platform', 'outcome', 'receivedAt', 'tries'])
        .where('state', '=', 'parked')
        .orderBy('seq')
        .execute(),
    async replay(which) {
      const readyAt = await clock()
      const again = db()
        .updateTable('inbox')
        .set({ state: 'waiting', tries: 0, outcome: null, readyAt })
        .where('state', '=', 'parked')
      const { numUpdatedRows } = await (which === 'all'
        ? again
        : again.where(sql<string>`id::text`, '=', which.id)
      ).executeTakeFirst()
      return Number(numUpdatedRows)
    },
  }
}
