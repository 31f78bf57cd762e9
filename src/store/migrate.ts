import { type Orm, openOrm } from './orm.ts'

/** Any number will do, as long as every process of the product uses the same. */
const MIGRATION_LOCK = 7_260_001

/** Brings a database to the newest tables, then leaves it. Two processes starting together take turns. */
export async function migrate(url: string): Promise<void> {
  const orm = await openOrm(url, 2)
  try {
    await migrateOrm(orm)
  } finally {
    await orm.close(true)
  }
}

/**
 * Runs what is missing under an advisory lock: without it, processes that start together collide on making the same
 * tables (stack.md §3). The lock is taken on a connection of its own and is free again when that ends.
 */
export async function migrateOrm(orm: Orm): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    await em.execute(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`)
    await orm.migrator.up()
  })
}
