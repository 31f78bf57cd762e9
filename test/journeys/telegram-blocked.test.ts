import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { inThread, inThreadNow, newCustomer, told, toldNow } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'

const HOUR = 3_600_000

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk, ({ fault }) => fault === 'bot-was-blocked-by-the-user'))
afterAll(() => desk.stop())

it('a customer who has blocked the bot cannot be answered: the agents are told so, and what to do', async () => {
  const { slack, telegram } = desk
  const customer = newCustomer(desk, 'Wes')
  telegram.write(customer, 'Wes is angry')
  const card = await cardOf(desk, 'Wes is angry')
  await told(desk, customer, 'this is ticket')
  telegram.block(customer)
  slack.say(ADA, TRIAGE, { text: 'Please calm down', thread: card.ts })
  await inThread(desk, card, 'This did not reach Wes: they have blocked the bot')
  expect(toldNow(desk, customer, 'Please calm down')).toBeUndefined()

  telegram.unblock(customer)
  slack.say(ADA, TRIAGE, { text: 'Here we are again', thread: card.ts })
  await told(desk, customer, 'Here we are again')
  telegram.write(customer, 'Good')
  await inThread(desk, card, 'Good')
})

it('a reminder that cannot reach the customer closes nothing: the agents are told, and the ticket stays', async () => {
  const { slack, telegram } = desk
  await clockStandsAt(desk, '2027-07-05T08:00:00Z')
  const customer = newCustomer(desk, 'Zoe')
  telegram.write(customer, 'Zoe has lost her key')
  const card = await cardOf(desk, 'Zoe has lost her key')
  await told(desk, customer, 'this is ticket')
  slack.say(ADA, TRIAGE, { text: 'Which key?', thread: card.ts })
  await told(desk, customer, 'Which key?')
  telegram.block(customer)
  await clockMoves(desk, 73 * HOUR)
  await inThread(desk, card, 'The requester was reminded')
  await inThread(desk, card, 'This did not reach Zoe')
  await clockMoves(desk, 97 * HOUR)
  await inThread(desk, card, 'The notice before closing did not reach the requester, so this ticket stays open')
  const key = keyOn(desk, card)
  await clockMoves(desk, 200 * HOUR)
  expect(await timesHappened(desk, key, 'TicketResolved')).toBe(0)
  expect(await timesHappened(desk, key, 'SilenceHalted')).toBe(1)
  telegram.unblock(customer)
})

it('words that got nowhere are counted in the thread, and sent again when an agent says so: each once, in order', async () => {
  const { slack, telegram } = desk
  const customer = newCustomer(desk, 'Yuri')
  telegram.write(customer, 'Yuri has a question')
  const card = await cardOf(desk, 'Yuri has a question')
  await told(desk, customer, 'this is ticket')
  telegram.block(customer)
  slack.say(ADA, TRIAGE, { text: 'First answer', thread: card.ts })
  const second = slack.say(ADA, TRIAGE, { text: 'Secnod', thread: card.ts })
  await until(async () => (await lostPosts(keyOn(desk, card))) === 2, 'two refusals')
  // Another timer may be at the ticket in that moment; then it is told at the next look.
  const found = await until(async () => {
    await desk.desk.runTimers()
    await desk.desk.idle()
    return inThreadNow(desk, card, '2 messages could not be delivered')
  }, 'what could not be delivered')
  slack.edit(ADA, TRIAGE, second, 'Second answer')
  await desk.playground.slack.idle()
  await desk.desk.idle()
  // Told once: the next look finds nothing new.
  await desk.desk.runTimers()
  expect(await timesHappened(desk, keyOn(desk, card), 'UndeliveredFound')).toBe(1)

  telegram.unblock(customer)
  await slack.press(ADA, found.channel, found.ts, { label: 'Try again' })
  await told(desk, customer, 'Second answer')
  await inThread(desk, card, 'has 2 messages sent again')
  const answers = telegram.messages(customer).flatMap(({ from, text }) => {
    const answer = /(First|Second) answer/.exec(text)
    return from === 'bot' && answer ? [answer[0]] : []
  })
  expect(answers).toEqual(['First answer', 'Second answer'])
  await slack.press(ADA, found.channel, found.ts, { label: 'Try again' })
  await desk.desk.idle()
  expect(await timesHappened(desk, keyOn(desk, card), 'DeliveriesRetried')).toBe(1)
  // What was refused at first stands for nothing any more: an edit and a deletion are of what she sees.
  slack.edit(ADA, TRIAGE, second, 'Third answer')
  await told(desk, customer, 'Third answer')
  expect(toldNow(desk, customer, 'Second answer')).toBeUndefined()
  slack.remove(ADA, TRIAGE, second)
  await until(() => toldNow(desk, customer, 'Third answer') === undefined, 'that it is gone')
})

const lostPosts = (key: string) =>
  desk.desk.store.transaction(async (unit) => {
    const ticket = await unit.tickets.byKey(key)
    return ticket && unit.deliveries.undeliveredOf(ticket.id)
  })
