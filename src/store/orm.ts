import { fileURLToPath } from 'node:url'
import { Migrator } from '@mikro-orm/migrations'
import { MikroORM } from '@mikro-orm/postgresql'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { endingTogether } from './late.ts'
import { byProperty } from './properties.ts'
import { preparing, speaks } from './statement.ts'
import { entities, type querying, type Tables } from './tables.ts'

export type Orm = Awaited<ReturnType<typeof openOrm>>
export type Db = Kysely<Tables>

/** A path, and not an address: a folder may have a space in its name. */
const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

/** How long a new connection may take, and waiting for one (ms). */
const CONNECTED_WITHIN_MS = 10_000
/** PostgreSQL itself gives a question up when so much of the time is over, and its connection is as good as before. */
const SOONER = 0.8

/**
 * The ORM on one database; `connections` bounds its pool.
 * @param answersWithinMs how long a question may take, for the other end of a connection may be gone without a word, and TCP
 * waits for a quarter of an hour: what is not answered by then fails, and the connection with it. Default: for ever
 */
export function openOrm(url: string, connections = 20, answersWithinMs?: number) {
  return MikroORM.init({
    entities,
    clientUrl: url,
    extensions: [Migrator],
    pool: { min: 0, max: connections },
    driverOptions: {
      // What a transaction asks is sent without waiting for the answers before (`transact`).
      pipeline: true,
      ...(answersWithinMs !== undefined && {
        query_timeout: answersWithinMs,
        connectionTimeoutMillis: Math.min(answersWithinMs, CONNECTED_WITHIN_MS),
      }),
      onPoolCreated(pool: Pool) {
        const ending = endingTogether()
        pool.on('connect', (client) => {
          preparing(client)
          if (answersWithinMs === undefined) return
          ending(client)
          client.query(timeoutsOf(answersWithinMs)).catch(() => {})
        })
      },
    },
    migrations: {
      path: migrationsFolder,
      pathTs: migrationsFolder,
      emit: 'ts',
      snapshotName: '.snapshot',
      // One transaction for all: the advisory lock of `migrate` is held until every one is in.
      allOrNothing: true,
    },
    // Agenda's own: made by a migration written by hand.
    schemaGenerator: { skipTables: ['agenda_jobs'] },
    discovery: { warnWhenNoEntities: false },
    debug: false,
    // The migrator would talk on standard output; what runs is logged by us.
    logger: () => {},
  })
}

/**
 * What PostgreSQL is told of it. What a transaction holds it lets go, too, where no more is asked in it: of a machine that
 * lost its power PostgreSQL hears nothing for hours. Not told in the greeting, of which PgBouncer takes only what it knows.
 */
function timeoutsOf(answersWithinMs: number): string {
  const ms = Math.floor(answersWithinMs * SOONER)
  return `set statement_timeout to ${ms}; set idle_in_transaction_session_timeout to ${ms}`
}

/** Queries through Kysely: it binds its parameters and costs a third of a flush (stack.md §3). */
export function dbOf(em: Orm['em']): Db {
  const plugin = byProperty(em)
  return speaks(em.getKysely<Tables, typeof querying>().withPlugin(plugin), plugin.read)
}
