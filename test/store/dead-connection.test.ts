import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTcpProxy, type TcpProxy } from '../../bench/faults/tcp-proxy.ts'
import { dbOf, type Orm, openOrm } from '../../src/store/orm.ts'
import { storeOf } from '../../src/store/store.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { rawEvent } from '../support/raw-event.ts'

let database: FreshDatabase
let way: TcpProxy
let orm: Orm
beforeAll(async () => {
  database = await freshDatabase()
  way = await openTcpProxy(Number(new URL(database.url).port))
  const through = Object.assign(new URL(database.url), { hostname: '127.0.0.1', port: way.port })
  orm = await openOrm(through.href, 4, 500)
})
afterAll(async () => {
  await orm.close(true)
  await way.close()
  await database.drop()
})

it('connections that are dead without a word hold nobody up for longer than an answer may take', async () => {
  const store = storeOf({ orm, realNow: () => new Date() })
  // Side by side: each by a connection of its own, and all of them are lost.
  await Promise.all([1, 2, 3, 4].map(() => orm.em.fork().execute('select pg_sleep(0.05)')))
  way.lose()
  const received = await Promise.all([v7(), v7()].map((key) => store.inbox.receive([rawEvent(key)])))
  expect(received.map(({ fresh }) => fresh)).toEqual([1, 1])
})

it('what a process held whose machine is gone without a word is free again', async () => {
  const gone = dbOf(orm.em.fork())
    .transaction()
    .execute(async (db) => {
      await sql`select pg_advisory_xact_lock(77)`.execute(db)
      way.lose()
      // Another process wants it.
      await database.query('select pg_advisory_xact_lock(77)')
    })
  await expect(gone).rejects.toThrow()
})
