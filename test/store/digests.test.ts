import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DigestLine } from '../../src/ports/digests.ts'
import type { Store } from '../../src/ports/store.ts'
import { type Opened, openStore } from './opened.ts'

let opened: Opened
let store: Store

beforeAll(async () => {
  opened = await openStore()
  store = opened.store
})
afterAll(() => opened.close())

const line: DigestLine = {
  what: 'warned',
  metric: 'resolution',
  cycle: 0,
  dueAt: '2027-03-01T10:00:00.000Z',
  calls: [],
}
const triage = { platform: 'slack', account: 'T0', chat: 'C0TRIAGE' } as const
/** Later than whatever waits, and than whatever was told. */
const EVER = new Date('2100-01-01T00:00:00Z')

const takes = async () => (await store.transaction((unit) => unit.digests.take(EVER, EVER)))?.lines.length

it('two tickets that become late together do not wait for each other, and are told together', async () => {
  await store.transaction((unit) => unit.digests.add(triage, v7(), line))
  await store.transaction(async (one) => {
    await one.digests.add(triage, v7(), line)
    // Before the first of them is through.
    await store.transaction((other) => other.digests.add(triage, v7(), line))
  })
  expect(await takes()).toBe(3)
  expect(await takes()).toBeUndefined()
})

it('a ticket that becomes late while the others are being told is told with the next', async () => {
  await store.transaction((unit) => unit.digests.add(triage, v7(), line))
  await store.transaction(async (late) => {
    await late.digests.add(triage, v7(), line)
    expect(await takes()).toBe(1)
  })
  expect(await takes()).toBe(1)
})
