import { sql } from 'kysely'
import { createTimeout } from 'retry'
import type { RawEvent } from '../adapter.ts'
import { grouped } from '../ports/grouped.ts'
import type { InboxQueue, InboxRow } from '../ports/inbox.ts'
import { nameOfError } from '../ports/log.ts'
import type { Unit } from '../ports/store.ts'
import type { Gather } from './gather.ts'
import { HEADS } from './inbox-heads.ts'
import { receive } from './inbox-receive.ts'
import { type Known, taken } from './known.ts'
import type { Db } from './orm.ts'
import { run, type Statement, select, write } from './statement.ts'
import { isPostgresTrouble } from './trouble.ts'

/** A row that fails this often is parked: listed, replayable, and out of its lane's way. */
const MOST_TRIES = 5

/** The outcome, so far, of a row that waits because its person or desk is over a limit. */
export const SLOWED = 'over-limit'

/** The inbox inside a transaction. @see Unit */
export function inboxOf(db: Db, now: Date, gather: Gather, { ahead }: Known): Unit['inbox'] {
  const done = gather(async (all: readonly { id: string; outcome: string }[]) => {
    await write(db, DONE, [all.map(({ id }) => id), all.map(({ outcome }) => outcome), now])
    return all.map(() => undefined)
  })
  const hold = gather((ids: readonly string[]) => held(db, ids))
  return {
    hold: (id) => taken(ahead.rows, id, () => hold(id)),
    async waitForOrganisation(id, person, deskId) {
      await db
        .insertInto('organisation_wait')
        .values({ inboxId: id, personId: person, deskId, since: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async postpone(id, until) {
      await db.updateTable('inbox').set({ readyAt: until, outcome: SLOWED }).where('id', '=', id).execute()
    },
    async outcomeOf({ platform, account }, naturalKey) {
      const row = await db
        .selectFrom('inbox')
        .select('outcome')
        .where((where) => where.and({ platform, account, naturalKey, state: 'done' }))
        .executeTakeFirst()
      return row?.outcome ?? undefined
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
    done: (id, outcome) => done({ id, outcome }),
  }
}

/** Whether each of these rows is ours from now on. */
export async function held(db: Db, ids: readonly string[]): Promise<boolean[]> {
  const ours = new Set((await run<{ id: string }>(db, HOLD, [ids])).map(({ id }) => id))
  return ids.map((id) => ours.has(id))
}

/** A row is heard once, and after those of its lane that were written earlier, also such as came since it was looked up. */
const HOLD: Statement = {
  name: 'inbox-hold',
  text: `
    select id from inbox as row
     where id = any ($1::uuid[]) and state = 'waiting'
       and not exists (
         select from inbox as earlier
          where earlier.lane = row.lane and earlier.state = 'waiting'
            and (earlier.occurred_at, earlier.micros, earlier.seq) < (row.occurred_at, row.micros, row.seq))
       for update skip locked`,
}

/** Not as a join: planned while the inbox is small, that reads all of it, for each group of words until it is analysed. */
const DONE: Statement = {
  name: 'inbox-done',
  text: `
    update inbox set state = 'done', outcome = ($2::text[])[array_position($1::uuid[], id)],
                     handled_at = $3::timestamptz
     where id = any ($1::uuid[])`,
}

/** A row that waits again is as if it never was tried, and anybody's. */
export const ANEW = { state: 'waiting', tries: 0, outcome: null, receivedBy: null } as const

/** So many requests of the platforms share one commit. */
const MOST_AT_ONCE = 64

/** The inbox as a queue. Every call is a statement of its own, but for those that receive at the same time. @see InboxQueue */
export function inboxQueue(db: () => Db, clock: () => Promise<Date>): InboxQueue {
  let hearer: string | null = null
  return {
    heardBy(holder) {
      hearer = holder
    },
    async leave() {
      const leaver = hearer
      hearer = null
      if (leaver === null) return
      await db()
        .updateTable('inbox')
        .set({ receivedBy: null })
        .where('state', '=', 'waiting')
        .where('receivedBy', '=', leaver)
        .execute()
    },
    receive: grouped(MOST_AT_ONCE, (calls: readonly (readonly RawEvent[])[]) => receive(db(), calls, hearer), {
      patience: { forMs: 4, unless: 12 },
    }),
    async heads(limit, platforms, { inHand = [], lookedFor = [] } = {}) {
      const asked = [limit, [...platforms], [...inHand], [...lookedFor], hearer]
      const found = await select<InboxRow & { theirs: boolean }>(db(), HEADS, asked)
      const rows: InboxRow[] = []
      const elsewhere: string[] = []
      for (const { theirs, ...row } of found) {
        if (theirs) elsewhere.push(row.lane)
        else rows.push(row)
      }
      return { rows, elsewhere }
    },
    async postpone(id, ms) {
      const readyAt = new Date((await clock()).getTime() + ms)
      // Whatever it waited for before: it is no limit now.
      await db()
        .updateTable('inbox')
        .set({ readyAt, outcome: null })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .execute()
    },
    async failed(id, error) {
      // Nothing is written either: there may be no room for it.
      if (isPostgresTrouble(error)) return 'not-its-fault'
      const now = await clock()
      const row = await db().selectFrom('inbox').select('tries').where('id', '=', id).executeTakeFirst()
      const tries = (row?.tries ?? 0) + 1
      const parked = tries >= MOST_TRIES
      const waitMs = createTimeout(tries - 1, { minTimeout: 200, maxTimeout: 5_000, factor: 2, randomize: true })
      await db()
        .updateTable('inbox')
        .set({
          tries,
          outcome: nameOfError(error),
          // Another process may have what this one lacks.
          receivedBy: null,
          state: parked ? 'parked' : 'waiting',
          readyAt: new Date(now.getTime() + waitMs),
        })
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
        .set({ ...ANEW, readyAt })
        .where('state', '=', 'parked')
      const { numUpdatedRows } = await (which === 'all'
        ? again
        : again.where(sql<string>`id::text`, '=', which.id)
      ).executeTakeFirst()
      return Number(numUpdatedRows)
    },
  }
}
