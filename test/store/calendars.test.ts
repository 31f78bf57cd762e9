import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store, Unit } from '../../src/ports/store.ts'
import { type Orm, openOrm } from '../../src/store/orm.ts'
import { storeOf } from '../../src/store/store.ts'
import { freshDatabase } from '../support/database.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let orms: Orm[]
let one: Store
let other: Store

beforeAll(async () => {
  database = await freshDatabase()
  orms = [await openOrm(database.url, 2), await openOrm(database.url, 2)]
  const [first, second] = orms.map((orm) => storeOf({ orm, realNow: () => new Date() }))
  if (!first || !second) throw new Error('two stores are needed')
  one = first
  other = second
})
afterAll(async () => {
  for (const orm of orms) await orm.close(true)
  await database.drop()
})

const keep = ({ rulebook, now }: Unit, calendars: string[], timingId = 'some-lines', at = now) =>
  rulebook.keep(
    {
      id: 'it',
      policyId: 'a-policy',
      policy: { plans: {}, pausing: [] },
      calendars: Object.fromEntries(calendars.map((calendar) => [calendar, { alwaysOpen: true }])),
      timingId,
    },
    at,
  )
const calendarsOf = async ({ rulebook }: Unit) => [...(await rulebook.hours('it')).keys()]

it('a calendar that another process keeps is read by one that has read the others already', async () => {
  await one.transaction((unit) => keep(unit, ['office']))
  expect(await one.transaction(calendarsOf)).toEqual(['office'])

  await other.transaction((unit) => keep(unit, ['office', 'weekend']))

  expect(await one.transaction(calendarsOf)).toEqual(['office', 'weekend'])
})

it('what a transaction keeps it reads itself, and nobody does where it comes to nothing', async () => {
  const before = await one.transaction(calendarsOf)
  const failing = one.transaction(async (unit) => {
    await keep(unit, [...before, 'night'])
    expect(await calendarsOf(unit)).toContain('night')
    throw new Error('it comes to nothing')
  })

  await expect(failing).rejects.toThrow('it comes to nothing')
  expect(await one.transaction(calendarsOf)).toEqual(before)
})

it('what else a file says of time: an edit is one for every process that starts soon after, for the others still went by the old file', async () => {
  const calendars = await one.transaction(calendarsOf)
  const startsWith = (store: Store, timingId: string, later = 0) =>
    store.transaction((unit) => keep(unit, calendars, timingId, new Date(unit.now.getTime() + later)))
  expect(await startsWith(one, 'some-lines')).toBe(false)
  expect(await startsWith(one, 'other-lines')).toBe(true)
  expect(await startsWith(other, 'other-lines')).toBe(true)
  expect(await startsWith(other, 'other-lines', 3_600_001)).toBe(false)
})
