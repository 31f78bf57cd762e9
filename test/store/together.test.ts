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
  orm = await openOrm(database.url, 4)
  store = storeOf({ orm, realNow: () => new Date() })
})
afterAll(async () => {
  await orm.close(true)
  await database.drop()
})

const rita = { platform: 'slack', account: 'T1', id: 'U0RITA' } as const
const kim = { platform: 'slack', account: 'T1', id: 'U0KIM' } as const
const at = (who: typeof rita | typeof kim) => store.transaction((unit) => unit.people.at(who))

it('works side by side happen all, each with its own answer', async () => {
  const [one, other] = await store.together([
    (unit) => unit.people.meet(rita, { name: 'Rita' }),
    (unit) => unit.people.meet(kim, { name: 'Kim' }),
  ])
  expect([one?.name, other?.name]).toEqual(['Rita', 'Kim'])
  expect((await at(rita))?.id).toBe(one?.id)
  expect((await at(kim))?.id).toBe(other?.id)
})

it('or none of them does, and nobody is left asking', async () => {
  const refused = store.together([
    async (unit) => unit.people.meet(rita, { name: 'Margherita' }),
    async () => Promise.reject(new Error('no')),
  ])
  await expect(refused).rejects.toThrow('no')
  expect((await at(rita))?.name).toBe('Rita')
})
