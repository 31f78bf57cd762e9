import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ranks } from '../../src/ports/store.ts'
import { newCustomer, toldNow } from '../support/customer.ts'
import { secrets } from '../support/demo.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { until } from '../support/people.ts'

let desk: TestDesk
let pastMs = 0

beforeAll(async () => {
  desk = await startTestDesk({ realNow: () => new Date(Date.now() + pastMs) })
})
afterAll(() => desk.stop())

it('a whisper that Telegram would not take in time is given up, and nothing else is sent before the time it names', async () => {
  const customer = newCustomer(desk, 'Wanda')
  await desk.desk.idle()
  const { faults, ledger } = desk.playground.telegram
  const calls = () => ledger.entries.filter((entry) => 'method' in entry && entry.method === 'sendMessage').length
  const before = calls()
  faults.arm({ on: 'call', method: 'sendMessage', does: 'too-many', retryAfterSeconds: 600 }, 4)
  const to = {
    platform: 'telegram' as const,
    account: secrets.telegramToken.split(':')[0] ?? '',
    chat: String(customer),
  }
  const owed = { ticketId: null, to, class: 'must-arrive' as const, rank: ranks.words }
  const says = (words: string) => ({ language: 'en', author: { words }, body: [] })
  await desk.desk.store.transaction((unit) =>
    unit.deliveries.owe([
      { ...owed, id: v7(), act: 'whisper', person: String(customer), content: says('This is about now') },
      { ...owed, id: v7(), act: 'post', content: says('This is about later') },
    ]),
  )
  for (const tries of [1, 2, 3, 4]) {
    await until(() => calls() === before + tries, `try ${tries}`)
    await desk.desk.idle()
    if (tries < 4) pastMs += 601_000
  }
  expect(calls()).toBe(before + 4)
  expect(toldNow(desk, customer, 'about later')).toBeUndefined()
  pastMs += 601_000
  await until(() => toldNow(desk, customer, 'about later'), 'what comes after')
  expect(toldNow(desk, customer, 'about now')).toBeUndefined()
})
