import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noTimes } from '../../src/acts/times.ts'
import type { World } from '../../src/acts/world.ts'
import { logTo } from '../../src/log.ts'
import { idsOf } from '../../src/ports/ids.ts'
import type { Store } from '../../src/ports/store.ts'
import type { Timing } from '../../src/timers/index.ts'
import { sweep } from '../../src/timers/sweep.ts'
import { wakeSnoozed } from '../../src/timers/wake-snoozed.ts'
import { desk, given } from '../domain/ticket/given.ts'
import { type Opened, openStore } from './opened.ts'

let opened: Opened
let store: Store
const log = logTo('silent', false)
const ids = idsOf('a-secret-of-tests-a-secret-of-tests')
const world: World = { desks: [desk], accountOf: () => undefined, ids, log }

beforeAll(async () => {
  opened = await openStore()
  store = opened.store
})
afterAll(() => opened.close())

const now = new Date('2026-11-22T12:00:00Z')

/** A ticket that wakes so many minutes after `now`. */
function asleep(minutes: number, deskId = desk.desk) {
  const id = v7()
  return {
    ...given(),
    id,
    key: `DEMO-${id}`,
    requesterId: v7(),
    deskId,
    snoozedUntil: new Date(now.getTime() + minutes * 60_000),
  }
}

it('several processes wake what is due together, each ticket once, and leave alone what is not', async () => {
  const due = Array.from({ length: 12 }, (_, index) => asleep(-index))
  const others = [asleep(1), asleep(-5, 'a-desk-that-is-gone')]
  await store.transaction(async (unit) => {
    for (const ticket of [...due, ...others]) await unit.tickets.insert(ticket, noTimes)
  })
  const woken = await Promise.all([1, 2, 3].map(() => wakeSnoozed({ store, world, platforms: new Map() }, now)))
  expect(woken.reduce((sum, some) => sum + some)).toBe(due.length)
  await store.transaction(async (unit) => {
    for (const { id } of due) {
      expect((await unit.tickets.byId(id))?.snoozedUntil).toBeNull()
      expect((await unit.tickets.history(id)).map(({ event }) => event.type)).toEqual(['Woken'])
    }
    for (const { id } of others) expect((await unit.tickets.byId(id))?.snoozedUntil).not.toBeNull()
  })
})

it('what could not be handled is put off and counted as that, not as done', async () => {
  const due = Array.from({ length: 6 }, () => asleep(0))
  const [bad, ...others] = due
  await store.transaction(async (unit) => {
    for (const ticket of due) await unit.tickets.insert(ticket, noTimes)
  })
  const putOff: string[] = []
  const counting: Timing['counting'] = { timed: () => {}, putOff: (by) => void putOff.push(by) }
  const timing: Timing = { store, world, counting, platforms: new Map() }
  const handled = await sweep(timing, 'snoozedUntil', now, async (unit, { id }) => {
    if (id === bad?.id) throw new Error('always')
    await unit.tickets.putOff(id, 'snoozedUntil', new Date(now.getTime() + 3_600_000))
  })
  expect(handled).toBe(others.length)
  expect(putOff).toEqual(['snoozedUntil'])
  const { snoozedUntil } = (await store.transaction((unit) => unit.tickets.byId(bad?.id ?? ''))) ?? {}
  expect(snoozedUntil).toEqual(new Date(now.getTime() + 60_000))
})
