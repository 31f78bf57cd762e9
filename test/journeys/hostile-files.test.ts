import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inThread, newCustomer, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { toSlack, toTelegram } from '../support/files-crossing.ts'
import { hostileFiles } from '../support/hostile-files.ts'
import { cardOf, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk
let customer: number
let card: Awaited<ReturnType<typeof cardOf>>

beforeAll(async () => {
  desk = await startTestDesk()
  customer = newCustomer(desk, 'Mallory')
  desk.telegram.write(customer, 'Mallory asks')
  card = await cardOf(desk, 'Mallory asks')
  await inThread(desk, card, 'Mallory asks')
  await told(desk, customer, 'this is ticket')
})
afterAll(async () => {
  // Once for all of them: it replays every ticket.
  await replayedEqualsStored(desk)
  await desk.stop()
})

it.each(hostileFiles)('Slack → Telegram: $what', async (file) => {
  expect(await toTelegram(desk, { customer, card }, file)).toEqual([])
})

it.each(hostileFiles)('Telegram → Slack: $what', async (file) => {
  expect(await toSlack(desk, { customer, card }, file)).toEqual([])
})

it('more than Telegram gives a bot is told in words', async () => {
  const big = Buffer.alloc(20 * 1024 * 1024 + 1)
  const sent = desk.telegram.send(customer, { document: { name: 'big.iso', bytes: big, caption: 'all of it' } })
  const said = await inThread(desk, card, 'all of it')
  expect(desk.slack.textOf(said)).toContain('too large to be carried over: big.iso')
  desk.telegram.edit(customer, sent, 'each byte of it')
  expect(desk.slack.textOf(await inThread(desk, card, 'each byte of it'))).toContain(
    'too large to be carried over: big',
  )
})

it('bytes lie under their digest and nowhere else', async () => {
  await until(() => readdirSync(desk.files).length > 0)
  for (const name of readdirSync(desk.files, { recursive: true })) {
    expect(String(name)).toMatch(/^[0-9a-f]{2}(\/[0-9a-f]{64})?$/)
  }
})
