import type { Orm } from '../../src/store/orm.ts'

/**
 * For connections to a database that is loaded: nobody waits for the disk, and references are not looked up row by row,
 * for they hold by how copies are made.
 */
const WHILE_LOADING = {
  session_replication_role: 'replica',
  synchronous_commit: 'off',
  maintenance_work_mem: '1GB',
  work_mem: '64MB',
}

/**
 * Connections made from now on load the database quickly, and nothing is tidied behind their backs.
 * @param orm a connection to any other database of the cluster
 */
export async function loadQuickly(orm: Orm, database: string): Promise<void> {
  await run(orm, 'alter system set autovacuum = off')
  await run(orm, 'select pg_reload_conf()')
  for (const [name, value] of Object.entries(WHILE_LOADING)) {
    await run(orm, `alter database "${database}" set ${name} = '${value}'`)
  }
}

/** The database is as any other again, and what was loaded is on the disk. */
export async function loaded(orm: Orm, database: string): Promise<void> {
  await run(orm, `alter database "${database}" reset all`)
  await run(orm, 'alter system reset all')
  await run(orm, 'select pg_reload_conf()')
  await run(orm, 'checkpoint')
}

/**
 * No index of these tables is kept any more, keys as well, until `reindex table` makes all of them anew in one go. By the
 * catalogue and not by dropping them, so that every index and every reference is afterwards what the migrations made.
 */
export async function suspendIndexes(orm: Orm, tables: readonly string[]): Promise<void> {
  const named = tables.map((name) => `'${name}'::regclass`).join(', ')
  await run(orm, `update pg_index set indisready = false, indisvalid = false where indrelid in (${named})`)
}

async function run(orm: Orm, sql: string): Promise<void> {
  await orm.em.fork().execute(sql)
}
