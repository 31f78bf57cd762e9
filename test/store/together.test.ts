import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Twin } from '../../src/ports/messages.ts'
import type { Store, Unit } from '../../src/ports/store.ts'
import { type Opened, openStore } from './opened.ts'

let opened: Opened
let store: Store

beforeAll(async () => {
  opened = await openStore(4)
  store = opened.store
})
afterAll(() => opened.close())

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

const aTwin = (platformMessageId: string, ticketId: string): Twin => ({
  platform: 'slack',
  account: 'T1',
  chat: 'C1',
  messageId: null,
  role: 'sentence',
  deliveryId: null,
  contentHash: null,
  words: null,
  platformMessageId,
  ticketId,
})
const twinAt = (message: string) =>
  store.transaction((unit) => unit.messages.twinAt({ platform: 'slack', account: 'T1', chat: 'C1' }, message))

it('a write nobody waits for is seen by whatever is asked after it', async () => {
  const ticketId = v7()
  const seen = await store.transaction(async (unit) => {
    await unit.messages.addTwin(aTwin('1', ticketId))
    return unit.messages.twinAt({ platform: 'slack', account: 'T1', chat: 'C1' }, '1')
  })
  expect(seen?.ticketId).toBe(ticketId)
})

it('one that fails brings all down, and says why', async () => {
  const work = async (unit: Unit) => {
    await unit.messages.addTwin(aTwin('2', v7()))
    await unit.messages.addTwin(aTwin('3', 'no id'))
    await unit.messages.addTwin(aTwin('4', v7()))
  }
  await expect(store.transaction(work)).rejects.toThrow('invalid input syntax for type uuid')
  // Whoever asks on is only told that the transaction is over: the first reason is the one that counts.
  const asksOn = store.transaction(async (unit) => {
    await work(unit)
    return unit.people.at(rita)
  })
  await expect(asksOn).rejects.toThrow('invalid input syntax for type uuid')
  expect([await twinAt('2'), await twinAt('4')]).toEqual([undefined, undefined])
})

it('a question that failed and was not minded does not pass for a transaction that was done', async () => {
  const done = store.transaction(async (unit) => {
    await unit.messages.addTwin(aTwin('5', v7()))
    await unit.tickets.byId('no id').catch(() => undefined)
  })
  await expect(done).rejects.toThrow('a statement of this transaction has failed')
  expect(await twinAt('5')).toBeUndefined()
})

it('nothing is asked of a connection that is somebody else’s by now', async () => {
  let kept: Unit | undefined
  await store.transaction(async (unit) => {
    kept = unit
  })
  await expect(kept?.people.at(kim)).rejects.toThrow('over')
})
