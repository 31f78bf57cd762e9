import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { inThread, newCustomer, quietTicket, threadOf, timesTold, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

it('told to wait (429), the desk calls that chat not once before the time is over, then delivers once', async () => {
  const { customer, card } = await quietTicket(desk, 'Abe')
  const { faults, ledger } = desk.playground.telegram
  const before = ledger.entries.length
  faults.arm({ on: 'call', method: 'sendMessage', does: 'too-many', retryAfterSeconds: 2 })
  desk.slack.say(ADA, TRIAGE, { text: 'Patience, Abe', thread: card.ts })
  await told(desk, customer, 'Patience, Abe')
  await desk.desk.idle()

  const calls = ledger.entries
    .slice(before)
    .filter((entry) => (entry.what === 'called' || entry.what === 'refused') && entry.method === 'sendMessage')
  expect(calls.map(({ what }) => what)).toEqual(['refused', 'called'])
  const [refused, called] = calls.map(({ atMs }) => atMs)
  expect((called ?? 0) - (refused ?? 0)).toBeGreaterThanOrEqual(2000)
  expect(timesTold(desk, customer, 'Patience, Abe')).toBe(1)
})

it('a Telegram that stumbles (502) gets the words again', async () => {
  const { customer, card } = await quietTicket(desk, 'Ben')
  desk.playground.telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'error', status: 502 })
  desk.slack.say(ADA, TRIAGE, { text: 'Second try, Ben', thread: card.ts })
  await told(desk, customer, 'Second try, Ben')
  await desk.desk.idle()
  expect(timesTold(desk, customer, 'Second try, Ben')).toBe(1)
})

it('where Telegram accepts and the answer is lost, the words are there, at most twice', async () => {
  const { customer, card } = await quietTicket(desk, 'Cleo')
  desk.playground.telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'drop-after-accepting' })
  desk.slack.say(ADA, TRIAGE, { text: 'Perhaps twice, Cleo', thread: card.ts })
  await told(desk, customer, 'Perhaps twice, Cleo')
  desk.slack.say(ADA, TRIAGE, { text: 'And then this', thread: card.ts })
  await told(desk, customer, 'And then this')
  expect(timesTold(desk, customer, 'Perhaps twice, Cleo')).toBeLessThanOrEqual(2)
  expect(timesTold(desk, customer, 'And then this')).toBe(1)
})

it('where Slack accepts and the answer is lost, the post is found again: exactly one', async () => {
  const { customer, card } = await quietTicket(desk, 'Dora')
  desk.playground.slack.faults.arm({ on: 'call', method: 'chat.postMessage', does: 'drop-after-accepting' })
  desk.telegram.write(customer, 'Said only once')
  desk.telegram.write(customer, 'and this after it')
  await inThread(desk, card, 'and this after it')
  expect(threadOf(desk, card)).toEqual(['Dora\nDora waits', 'Dora\nSaid only once', 'Dora\nand this after it'])
})

it('the same for the card itself: a ticket never has two', async () => {
  const customer = newCustomer(desk, 'Emil')
  await told(desk, customer, 'Hello Emil')
  desk.playground.slack.faults.arm({ on: 'call', method: 'chat.postMessage', does: 'drop-after-accepting' })
  desk.telegram.write(customer, 'Emil asks')
  const card = await cardOf(desk, 'Emil asks')
  await inThread(desk, card, 'Emil asks')
  expect(
    desk.slack.messages(TRIAGE).filter((message) => desk.slack.textOf(message).includes('Emil asks')),
  ).toHaveLength(1)
})
