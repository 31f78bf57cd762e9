import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import {
  cardNow,
  cardsWith,
  inThread,
  newCustomer,
  threadOf,
  timesTold,
  told,
  withButton,
} from '../support/customer.ts'
import { secrets, startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk
let updates = 900_000

beforeAll(async () => {
  desk = await startTestDesk({ webhook: true })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** Somebody who is not Telegram, or a Telegram that says what no app would. */
async function posted(update: object, secret: string = secrets.webhookSecret): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${desk.desk.port}/telegram/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify({ update_id: updates++, ...update }),
  })
  return response.status
}

function pressOf(customer: number, message: number, data: string) {
  const from = { id: customer, is_bot: false, first_name: 'Somebody' }
  const chat = { id: customer, type: 'private' }
  return {
    callback_query: {
      id: `${updates}`,
      from,
      chat_instance: '1',
      data,
      message: { message_id: message, date: 1, chat },
    },
  }
}

it('by webhook a customer and an agent talk just the same', async () => {
  const customer = newCustomer(desk, 'Xena')
  await told(desk, customer, 'Hello Xena')
  desk.telegram.write(customer, 'Xena has no key')
  const card = await cardOf(desk, 'Xena has no key')
  await inThread(desk, card, 'Xena has no key')
  desk.slack.say(ADA, TRIAGE, { text: 'Which *door*?', thread: card.ts })
  await told(desk, customer, 'Which door?')
  desk.telegram.write(customer, 'The blue one')
  await inThread(desk, card, 'The blue one')
})

it('without the secret nobody is heard', async () => {
  const from = { id: 7001, is_bot: false, first_name: 'Cara' }
  const message = {
    message_id: 77,
    date: 1_800_000_000,
    chat: { id: 7001, type: 'private' },
    from,
    text: 'Forged words',
  }
  expect(await posted({ message }, 'a-wrong-secret')).toBe(401)
  expect(await posted({ message }, '')).toBe(401)
  await desk.desk.idle()
  expect(cardsWith(desk, 'Forged words')).toEqual([])
})

it('an update told three times is one ticket', async () => {
  const customer = newCustomer(desk, 'Yves')
  await told(desk, customer, 'Hello Yves')
  desk.playground.telegram.faults.arm({ on: 'event', does: 'double', copies: 2 })
  desk.telegram.write(customer, 'Yves asks once')
  const card = await cardOf(desk, 'Yves asks once')
  await inThread(desk, card, 'Yves asks once')
  await desk.playground.telegram.idle()
  await desk.desk.idle()
  expect(cardsWith(desk, 'Yves asks once')).toHaveLength(1)
  expect(threadOf(desk, card)).toEqual(['Yves\nYves asks once'])
  expect(timesTold(desk, customer, 'this is ticket')).toBe(1)
})

it('invented button data, another customer’s button and an agent’s button do nothing', async () => {
  const owner = newCustomer(desk, 'Zoe')
  const thief = newCustomer(desk, 'Zack')
  desk.telegram.write(owner, 'Zoe asks for money')
  const card = await cardOf(desk, 'Zoe asks for money')
  desk.telegram.write(owner, '/new')
  const form = await withButton(desk, owner, 'Question')
  const hers = form.buttons.flat().find(({ label }) => label === 'Question')?.data ?? ''

  for (const data of [
    'forged',
    "'; drop table ticket; --",
    '{"act":"resolve"}',
    '\u0000',
    '01a20544-1e6f-7222-8b1a-15efa4309fdf',
  ]) {
    expect(await posted(pressOf(thief, 1, data))).toBe(200)
  }
  await desk.desk.idle()
  await told(desk, thief, 'This button is out of date')
  expect(await posted(pressOf(thief, form.id, hers))).toBe(200)
  await told(desk, thief, 'This form is no longer there')

  const resolve = JSON.stringify(card.blocks).match(/"text":"Resolve","emoji":true\},"value":"([^"]+)"/)?.[1] ?? ''
  expect(resolve).not.toBe('')
  expect(await posted(pressOf(thief, 1, resolve))).toBe(200)
  await told(desk, thief, 'Only the people of this desk can do this')
  expect(cardNow(desk, card)).toContain('New')
  await withButton(desk, owner, 'Question') // her form is as it was
})
