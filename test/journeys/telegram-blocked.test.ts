import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { inThread, newCustomer, told, toldNow } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

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
