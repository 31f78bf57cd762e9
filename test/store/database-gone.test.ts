import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { type Orm, openOrm } from '../../src/store/orm.ts'
import { storeOf } from '../../src/store/store.ts'
import { freshDatabase } from '../support/database.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let orm: Orm
let store: Store

beforeAll(async () => {
  database = await freshDatabase()
  orm = await openOrm(database.url, 2)
  store = storeOf({ orm, realNow: () => new Date() })
})
afterAll(async () => {
  await orm.close(true) // ends only where no connection was forgotten
  await database.drop()
})

/** What a restart of PostgreSQL does to everybody connected. */
async function everybodyOut(): Promise<void> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
}

it('a database that goes away in the middle of transactions costs those, and no connection', async () => {
  for (let restart = 0; restart < 5; restart++) {
    const lost = store.transaction(async (unit) => {
      await everybodyOut()
      await unit.inbox.done('01900000-0000-7000-8000-000000000000', 'never')
    })
    await expect(lost).rejects.toThrow()
  }
  expect(await store.transaction(async (unit) => unit.now)).toBeInstanceOf(Date)
})
