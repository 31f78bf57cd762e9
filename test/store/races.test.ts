import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noTimes } from '../../src/acts/times.ts'
import { prioritise } from '../../src/domain/ticket/prioritise.ts'
import { LostRace, type Store } from '../../src/ports/store.ts'
import { dbOf } from '../../src/store/orm.ts'
import { storeOf } from '../../src/store/store.ts'
import { ada, desk, given, happened } from '../domain/ticket/given.ts'
import { type Opened, openStore } from './opened.ts'

let opened: Opened
let store: Store

beforeAll(async () => {
  opened = await openStore()
  store = opened.store
})
afterAll(() => opened.close())

const aTicket = () => ({ ...given(), id: v7(), requesterId: v7() })

describe('two changes of one ticket at once', () => {
  it('the second loses, runs again, and sees the first', async () => {
    const ticket = aTicket()
    await store.transaction((unit) => unit.tickets.insert(ticket, noTimes))
    const seen: (string | undefined)[] = []
    const raise = (priority: string) =>
      store.transaction(async (unit) => {
        const now = await unit.tickets.byId(ticket.id)
        if (!now) throw new Error('the ticket is gone')
        seen.push(now.priority)
        const after = happened(now, prioritise(now, desk, ada, priority))
        await unit.tickets.update(after, noTimes, now.version)
      })
    await Promise.all([raise('urgent'), raise('high')])
    const end = await store.transaction((unit) => unit.tickets.byId(ticket.id))
    expect(end?.version).toBe(3)
    expect(seen).toContain('normal')
    expect(seen.some((priority) => priority !== 'normal')).toBe(true)
  })

  it('an old version is refused', async () => {
    const ticket = aTicket()
    await store.transaction((unit) => unit.tickets.insert({ ...ticket, key: 'DEMO-2' }, noTimes))
    const late = store.transaction((unit) => unit.tickets.update({ ...ticket, key: 'DEMO-2', version: 9 }, noTimes, 8))
    await expect(late).rejects.toThrow(LostRace)
  })
})

it('ticket numbers are never given twice, and nobody waits for one', async () => {
  const numbers = await Promise.all(Array.from({ length: 20 }, () => store.nextNumber('new-desk')))
  expect(new Set(numbers).size).toBe(20)
})

describe('a lease', () => {
  it('has one holder, until it runs out', async () => {
    const runOut = () => opened.orm.em.fork().execute("update lease set until = until - interval '5 s'")
    expect(await store.leases.hold('poll', 'one', 5_000)).toBe(true)
    expect(await store.leases.hold('poll', 'two', 5_000)).toBe(false)
    expect(await store.leases.hold('poll', 'one', 5_000)).toBe(true)
    await runOut()
    expect(await store.leases.hold('poll', 'two', 5_000)).toBe(true)
    await store.leases.release('poll', 'one')
    expect(await store.leases.hold('poll', 'one', 5_000)).toBe(false)
  })

  it('runs by the database’s clock, whatever a process’s own says', async () => {
    const [early, late] = [-3_600_000, 3_600_000].map((ms) =>
      storeOf({ orm: opened.orm, realNow: () => new Date(Date.now() + ms) }),
    )
    expect(await early?.leases.hold('skewed', 'early', 5_000)).toBe(true)
    expect(await late?.leases.hold('skewed', 'late', 5_000)).toBe(false)
    expect(await early?.leases.hold('skewed', 'early', 5_000)).toBe(true)
  })
})

describe('the clock', () => {
  it('carries the offset the playground set, the same all through a transaction', async () => {
    const before = await store.transaction(async (unit) => unit.now)
    await dbOf(opened.orm.em.fork()).updateTable('clock').set({ offsetMs: 86_400_000 }).where('id', '=', 1).execute()
    const after = await store.transaction(async (unit) => unit.now)
    await dbOf(opened.orm.em.fork()).updateTable('clock').set({ offsetMs: 0 }).where('id', '=', 1).execute()
    expect(after.getTime() - before.getTime()).toBeGreaterThanOrEqual(86_400_000)
  })
})
