import { sql } from 'kysely'
import type { Installation, Resumed } from '../ports/installation.ts'
import type { Db } from './orm.ts'

/** @see Installation */
export function installationOf(db: () => Db): Installation {
  return {
    arrive: () =>
      db()
        .transaction()
        .execute(async (inside) => {
          const here = await whereabouts(inside)
          await inside
            .insertInto('installation')
            .values({ id: 1, ...here, pausedAt: null })
            .onConflict((conflict) => conflict.doNothing())
            .execute()
          const before = await row(inside).forUpdate().executeTakeFirstOrThrow()
          const restored =
            before.system !== here.system ||
            before.database !== here.database ||
            (before.relation ?? here.relation) !== here.relation
          if (!restored && before.relation !== null) return before.pausedAt !== null
          await inside
            .updateTable('installation')
            .set({ ...here, ...(restored && { pausedAt: sql<Date>`coalesce(paused_at, now())` }) })
            .where('id', '=', 1)
            .execute()
          return restored || before.pausedAt !== null
        }),
    async paused() {
      const found = await row(db()).executeTakeFirst()
      if (!found?.pausedAt) return undefined
      const owed = await unsent(db())
        .select((select) => [
          'platform',
          select.fn.countAll<string>().as('deliveries'),
          // Aggregates come as PostgreSQL writes them.
          select.fn.min<string>('owedAt').as('oldest'),
        ])
        .groupBy('platform')
        .orderBy('platform')
        .execute()
      return {
        since: found.pausedAt,
        owed: owed.map((one) => ({ ...one, deliveries: Number(one.deliveries), oldest: new Date(one.oldest) })),
      }
    },
    resume: (askable) =>
      db()
        .transaction()
        .execute(async (inside) => {
          const found = await row(inside).forUpdate().executeTakeFirst()
          if (!found?.pausedAt) return undefined
          const resumed = await settleOwed(inside, askable)
          await inside.updateTable('installation').set({ pausedAt: null }).where('id', '=', 1).execute()
          return resumed
        }),
  }
}

const row = (db: Db) => db.selectFrom('installation').selectAll().where('id', '=', 1)

const unsent = (db: Db) => db.selectFrom('delivery').where('state', 'in', ['pending', 'sending'])

interface Whereabouts {
  system: string
  database: string
  relation: string
}

/**
 * A backup restored into the same PostgreSQL is another database of it, or (`pg_restore --clean`) other tables of the same
 * one, under the old names: all three count.
 */
async function whereabouts(db: Db): Promise<Whereabouts> {
  const { rows } = await sql<Whereabouts>`
    select system_identifier::text as system,
      (select oid::text from pg_database where datname = current_database()) as database,
      to_regclass('installation')::oid::text as relation
    from pg_control_system()`.execute(db)
  const [here] = rows
  if (!here) throw new Error('PostgreSQL does not say which one it is')
  return here
}

/**
 * Everything owed may have been sent between the backup and the restore. A post on a platform that can be asked counts
 * as half sent, so that its lane looks it up first. Of the others only what waits for nothing to hang on it is settled:
 * a card or topic must be there again, at the risk of two. Edits and deletions may be repeated without harm.
 */
async function settleOwed(db: Db, askable: readonly string[]): Promise<Resumed> {
  const asked =
    askable.length === 0
      ? undefined
      : await db
          .updateTable('delivery')
          .set((set) => ({ state: 'sending', heldBy: null, triedAt: set.fn.coalesce('triedAt', 'owedAt') }))
          .where('state', 'in', ['pending', 'sending'])
          .where('act', '=', 'post')
          .where('platform', 'in', [...askable])
          .executeTakeFirst()
  const rest = await unsent(db)
    .leftJoin('ticket', 'ticket.id', 'delivery.ticketId')
    .select(['delivery.id', 'delivery.messageId', 'ticket.key'])
    .where('act', '=', 'post')
    .where('platform', 'not in', askable.length > 0 ? [...askable] : [''])
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('delivery as later')
            .select('later.id')
            .whereRef('later.afterId', '=', 'delivery.id')
            .where('later.state', '=', 'pending'),
        ),
      ),
    )
    .execute()
  const words = rest.filter(({ messageId }) => messageId !== null)
  const notices = rest.filter(({ messageId }) => messageId === null)
  await settle(db, words, 'failed')
  await settle(db, notices, 'unknown')
  return {
    lookedUp: Number(asked?.numUpdatedRows ?? 0n),
    leftToAgents: words.length,
    dropped: notices.length,
    tickets: [...new Set(rest.flatMap(({ key }) => key ?? []))].toSorted(),
  }
}

async function settle(db: Db, rows: readonly { id: string }[], state: 'failed' | 'unknown'): Promise<void> {
  if (rows.length === 0) return
  await db
    .updateTable('delivery')
    .set({ state, heldBy: null, fault: 'restored', settledAt: sql<Date>`now()` })
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
}
