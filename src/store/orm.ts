import { Migrator } from '@mikro-orm/migrations'
import { MikroORM } from '@mikro-orm/postgresql'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { byProperty } from './properties.ts'
import { preparing, speaks } from './statement.ts'
import { entities, type querying, type Tables } from './tables.ts'

export type Orm = Awaited<ReturnType<typeof openOrm>>
export type Db = Kysely<Tables>

const migrationsFolder = new URL('../../migrations', import.meta.url).pathname

/** The ORM on one database; `connections` bounds its pool. */
export function openOrm(url: string, connections = 20) {
  return MikroORM.init({
    entities,
    clientUrl: url,
    extensions: [Migrator],
    pool: { min: 0, max: connections },
    driverOptions: {
      // What a transaction asks is sent without waiting for the answers before (`transact`).
      pipeline: true,
      onPoolCreated: (pool: Pool) => void pool.on('connect', (client) => preparing(client)),
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

/** Queries through Kysely: it binds its parameters and costs a third of a flush (stack.md §3). */
export function dbOf(em: Orm['em']): Db {
  const plugin = byProperty(em)
  return speaks(em.getKysely<Tables, typeof querying>().withPlugin(plugin), plugin.read)
}
