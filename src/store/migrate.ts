import { createTimeout } from 'retry'
import { type Orm, openOrm } from './orm.ts'
import { again } from './race.ts'

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
    await whileInUse(() => orm.migrator.up())
  })
}

/** About half a minute altogether. */
const MOST_TRIES = 21
const pauseMs = (races: number): number =>
  createTimeout(races - 1, { minTimeout: 50, maxTimeout: 2_000, factor: 2, randomize: true })

/**
 * Changes tables that others work with, all or nothing. Who changes several waits for those who use one of them, and they
 * may wait for it: then PostgreSQL lets one of the two go, and it is tried again where that was the change.
 */
export async function whileInUse(change: () => Promise<unknown>): Promise<void> {
  await again(change, { most: MOST_TRIES, pauseMs })
}
