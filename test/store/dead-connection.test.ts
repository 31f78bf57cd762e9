import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { type Orm, openOrm } from '../../src/store/orm.ts'
import { storeOf } from '../../src/store/store.ts'
import { freshDatabase } from '../support/database.ts'
import { openDeadEnd } from '../support/dead-end.ts'
import { rawEvent } from '../support/raw-event.ts'

it('connections that are dead without a word hold nobody up for longer than an answer may take', async () => {
  const database = await freshDatabase()
  const way = await openDeadEnd(Number(new URL(database.url).port))
  const through = Object.assign(new URL(database.url), { hostname: '127.0.0.1', port: way.port })
  const orm: Orm = await openOrm(through.href, 2, 500)
  try {
    const store = storeOf({ orm, realNow: () => new Date() })
    await store.inbox.receive([rawEvent(v7())])
    way.die()
    const received = await Promise.all([v7(), v7()].map((key) => store.inbox.receive([rawEvent(key)])))
    expect(received.map(({ fresh }) => fresh)).toEqual([1, 1])
  } finally {
    await orm.close(true)
    await way.close()
    await database.drop()
  }
})
