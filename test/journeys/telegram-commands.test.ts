import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { cardNow, inThread, labelsOn, newCustomer, pressed, timesTold, told, toldNow } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, seen, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

const AGENTS_GROUP = -1001
const ADA_ON_TELEGRAM = 7101
let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

async function asks(name: string, subject: string) {
  const customer = newCustomer(desk, name)
  desk.telegram.write(customer, subject)
  const card = await cardOf(desk, subject)
  return { customer, card, key: keyOn(desk, card) }
}

it('/tickets lists one’s own, /status tells how one is going, by key in any case', async () => {
  const { customer, card, key } = await asks('Lea', 'Lea has no heating')
  const other = await asks('Max', 'Max has no light')
  await desk.slack.press(ADA, TRIAGE, card.ts, { label: 'Take' })
  await inThread(desk, card, 'Ada has taken this ticket')

  desk.telegram.write(customer, '/tickets')
  const list = await told(desk, customer, 'You have 1 open ticket')
  expect(list.text).toContain(`${key} Lea has no heating (In progress)`)
  expect(list.text).not.toContain(other.key)

  desk.telegram.write(customer, `/status ${key.toLowerCase()}`)
  const status = await told(desk, customer, 'Status: In progress')
  expect(status.text).toContain('Assignee: Ada')

  desk.telegram.write(customer, `/status ${other.key}`)
  const refusal = await told(desk, customer, `There is no ticket ${other.key} among yours`)
  expect(refusal.text).not.toContain('light')
  desk.telegram.write(customer, '/status DEMO-99999')
  await told(desk, customer, 'There is no ticket DEMO-99999 among yours')
  desk.telegram.write(customer, `/close ${other.key}`)
  await desk.playground.telegram.idle()
  await desk.desk.idle()
  expect(cardNow(desk, other.card)).toContain('New')
})

it('/close closes the only one, asks which of several, and says when there is none', async () => {
  const { customer, card, key } = await asks('Nia', 'Nia is locked out')
  desk.telegram.write(customer, '/new Nia needs a desk')
  await pressed(desk, customer, 'Question')
  await pressed(desk, customer, 'Send')
  const second = await cardOf(desk, 'Nia needs a desk')

  desk.telegram.write(customer, '/close')
  const which = await told(desk, customer, 'Which ticket shall be closed?')
  expect(labelsOn(which)).toEqual([`${keyOn(desk, second)} Nia needs a desk`, `${key} Nia is locked out`])
  await pressed(desk, customer, `${key} Nia is locked out`)
  const news = await told(desk, customer, `${key} is marked as solved`)
  await inThread(desk, card, 'Nia says it is solved')

  desk.telegram.write(customer, '/close')
  await inThread(desk, second, 'Nia says it is solved')
  desk.telegram.write(customer, '/close')
  await told(desk, customer, 'You have no open ticket to close.')
  desk.telegram.write(customer, `/close ${key}`)
  await told(desk, customer, `${key} is already closed.`)

  desk.telegram.press(customer, news.id, { label: 'I still need help' })
  await told(desk, customer, `${key} is open again`)
})

it('/help, a greeting with a payload, and a command nobody knows', async () => {
  const customer = newCustomer(desk, 'Ola')
  await told(desk, customer, 'Hello Ola, this is Demo desk')
  desk.telegram.write(customer, '/help')
  const help = await told(desk, customer, 'Just write what you need')
  expect(help.text).toContain('/status')
  desk.telegram.write(customer, '/frobnicate now')
  await until(() => timesTold(desk, customer, 'Just write what you need') === 2, 'the help again')
  desk.telegram.start(customer, 'from-the-website')
  await until(() => timesTold(desk, customer, 'Hello Ola') === 2, 'a second greeting')
  expect(seen(desk.slack, TRIAGE, 'Ola')).toBeUndefined()
})

it('in a group the bot says to write privately, and keeps nothing of it', async () => {
  desk.telegram.write(ADA_ON_TELEGRAM, { chat: AGENTS_GROUP, text: '@deskhand_bot my salary is wrong' })
  await until(() => toldNow(desk, AGENTS_GROUP, 'Please write to me privately'), 'the advice')
  expect(seen(desk.slack, TRIAGE, 'salary')).toBeUndefined()
})
