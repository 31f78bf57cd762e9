import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { type Opened, openStore } from './opened.ts'

let opened: Opened
let store: Store

beforeAll(async () => {
  opened = await openStore(2)
  store = opened.store
})
afterAll(() => opened.close())

/** What a restart of PostgreSQL does to everybody connected. */
async function everybodyOut(): Promise<void> {
  const client = new pg.Client({ connectionString: opened.url })
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
