import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BOT_USER, HELP, KIM, TRIAGE } from '../../playground/slack/index.ts'
import {
  cardNow,
  cardsWith,
  inThread,
  newCustomer,
  pressed,
  threadOf,
  timesTold,
  told,
  toldNow,
  withButton,
} from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, seen, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { agentsHear, ritaAsks, ritaReads, whispered } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

const HERE = 'I am here. When you need something'

async function heard(): Promise<void> {
  await desk.playground.telegram.idle()
  await desk.playground.slack.idle()
  await desk.desk.idle()
}

it('a greeting opens nothing and is answered by one line, once; the question after it opens the ticket', async () => {
  const customer = newCustomer(desk, 'Ola')
  desk.telegram.write(customer, 'Hello! 👋')
  await told(desk, customer, HERE)
  desk.telegram.write(customer, 'good morning')
  desk.telegram.write(customer, '🙏')
  await heard()
  expect(timesTold(desk, customer, HERE)).toBe(1)
  desk.telegram.write(customer, 'Ola cannot log in')
  const card = await cardOf(desk, 'Ola cannot log in')
  await inThread(desk, card, 'Ola cannot log in')
  expect(threadOf(desk, card).join()).not.toContain('Hello')
  // On an open ticket it may matter.
  desk.telegram.write(customer, 'ok')
  await inThread(desk, card, /Ola\s+ok/)
})

it('after an hour it is answered again', async () => {
  const customer = newCustomer(desk, 'Ola2')
  desk.telegram.write(customer, 'hi')
  await told(desk, customer, HERE)
  await heard()
  // The hour goes by: leases run by real time, which nothing here can move.
  const client = new pg.Client({ connectionString: desk.database.url })
  await client.connect()
  const kept = await client.query(`update lease set until = until - interval '1 hour' where name like 'noise:%'`)
  await client.end()
  expect(kept.rowCount).toBeGreaterThan(0)
  desk.telegram.write(customer, 'hi')
  await until(() => timesTold(desk, customer, HERE) === 2, 'the second answer')
})

it('in Russian it is answered in Russian', async () => {
  const customer = newCustomer(desk, 'Оля', 'ru')
  desk.telegram.write(customer, 'Добрый день')
  await told(desk, customer, 'Я здесь')
})

it('thanks for what is solved do not reopen it: the agents see them as a note; a word of doubt reopens it', async () => {
  const customer = newCustomer(desk, 'Pia')
  desk.telegram.write(customer, 'Pia’s screen is dark')
  const card = await cardOf(desk, 'Pia’s screen is dark')
  await desk.slack.press(ADA, TRIAGE, card.ts, { label: 'Resolve' })
  await told(desk, customer, 'We think')
  desk.telegram.write(customer, 'Thank you so much 🙏')
  await inThread(desk, card, /Note by Pia\s+Thank you so much/)
  await told(desk, customer, `Thank you! ${keyOn(desk, card)} stays solved`)
  desk.telegram.write(customer, 'thanks!')
  await inThread(desk, card, /Note by Pia\s+thanks!/)
  await heard()
  expect(cardNow(desk, card)).toContain('Done')
  expect(timesTold(desk, customer, 'stays solved')).toBe(1)
  expect(toldNow(desk, customer, 'is open again')).toBeUndefined()
  desk.telegram.write(customer, 'ok?')
  await told(desk, customer, 'is open again')
})

it('a thanks that becomes a question when it is edited is heard as one', async () => {
  const customer = newCustomer(desk, 'Quin')
  desk.telegram.write(customer, 'Quin needs a mouse')
  const card = await cardOf(desk, 'Quin needs a mouse')
  await desk.slack.press(ADA, TRIAGE, card.ts, { label: 'Resolve' })
  await told(desk, customer, 'We think')
  const thanks = desk.telegram.write(customer, 'thanks')
  await inThread(desk, card, /Note by Quin\s+thanks/)
  desk.telegram.edit(customer, thanks, 'thanks, but it does not click')
  await told(desk, customer, 'is open again')
  await inThread(desk, card, 'it does not click')
})

it('a greeting that becomes a question when it is edited opens the ticket, and is edited there from then on', async () => {
  const customer = newCustomer(desk, 'Rune')
  const greeting = desk.telegram.write(customer, 'Hi')
  await told(desk, customer, HERE)
  desk.telegram.edit(customer, greeting, 'Hello')
  desk.telegram.edit(customer, greeting, 'Hello, the gate does not open')
  const card = await cardOf(desk, 'the gate does not open')
  await inThread(desk, card, /Rune\s+Hello, the gate does not open/)
  desk.telegram.edit(customer, greeting, 'Hello, the gate does not shut')
  await inThread(desk, card, 'the gate does not shut')
  expect(timesTold(desk, customer, HERE)).toBe(1)
})

it('nor does it answer the form that was begun meanwhile; what was no greeting is not heard anew', async () => {
  const customer = newCustomer(desk, 'Stig')
  const greeting = desk.telegram.write(customer, 'hi')
  await told(desk, customer, HERE)
  const command = desk.telegram.write(customer, '/new Stig needs a lamp')
  await withButton(desk, customer, 'Question')
  desk.telegram.edit(customer, greeting, 'hi, the lift is stuck')
  await cardOf(desk, 'the lift is stuck')
  await pressed(desk, customer, 'Question')
  await pressed(desk, customer, 'Send')
  await cardOf(desk, 'Stig needs a lamp')
  desk.telegram.edit(customer, command, '/new Stig needs two lamps')
  await heard()
  expect(cardsWith(desk, 'two lamps')).toEqual([])
})

it('a picture, or words nobody lists, are no noise', async () => {
  const customer = newCustomer(desk, 'Roy')
  desk.telegram.send(customer, { photo: { caption: 'hello' } })
  await until(() => cardsWith(desk, 'hello')[0], 'a ticket of the picture')
})

it('in Slack: thanks in her thread, to the desk alone, by mention and by command', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'The fan is loud')
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Resolve' })
  await until(() => ritaReads(desk, asked).some((text) => text.includes('We think')), 'that it is solved')
  slack.say('U0RITA', HELP, { text: 'thanks!', thread: asked.root.ts })
  await agentsHear(desk, asked, /Note by Rita\s+thanks!/)
  await whispered(desk, 'U0RITA', 'stays solved')

  const greeting = slack.say(KIM, slack.dm(KIM), 'hey there')
  await until(
    () => seen(slack, slack.dm(KIM), HERE) ?? slack.ephemerals(KIM).find((one) => slack.textOf(one).includes(HERE)),
    'the one line',
  )
  slack.say(KIM, HELP, `<@${BOT_USER}> thank you!`)
  await whispered(desk, KIM, HERE)
  await slack.command(KIM, HELP, '/ticket', 'hello')
  await until(() => slack.view(KIM), 'the form instead of a ticket called hello')
  await heard()
  expect([...cardsWith(desk, 'hey there'), ...cardsWith(desk, 'thank you!')]).toEqual([])
  expect(cardNow(desk, asked.card)).toContain('Done')

  slack.edit(KIM, slack.dm(KIM), greeting, 'hey there, Kim’s badge is gone')
  await inThread(desk, await cardOf(desk, 'Kim’s badge is gone'), 'Kim’s badge is gone')
})
