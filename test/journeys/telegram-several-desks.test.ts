import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, RANDOM, TRIAGE, TRIAGE_FINANCE } from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { billingLike } from '../support/billing.ts'
import { clockMoves } from '../support/clock.ts'
import { inThread, labelsOn, newCustomer, pressed, threadOf, timesTold, told, withButton } from '../support/customer.ts'
import { demoDesks, startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk

beforeAll(async () => {
  const [demo] = await demoDesks()
  if (!demo) throw new Error('no demo desk')
  desk = await startTestDesk({ desks: [demo, staff(demo), billing(demo)] })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** What is asked there alone, and how urgent it is. */
const payment: Desk['types'][number] = {
  id: 'payment',
  label: { en: 'A payment' },
  hints: {},
  asks: ['priority'],
  fields: [],
  agentFields: [],
}

/** Its own plan offers less, and one type more. */
function billing(demo: Desk): Desk {
  return billingLike(demo, {
    name: { en: 'Billing desk', ru: 'Бухгалтерия' },
    types: [...demo.types, payment],
    plans: { ...demo.plans, gold: { calendar: 'always', targets: { urgent: {}, normal: {} } } },
    defaultPlan: 'gold',
  })
}

/** For employees alone: its file names no Telegram. */
function staff(demo: Desk): Desk {
  const { telegram: _, ...channels } = demo.channels
  return billingLike(
    demo,
    {
      desk: 'hr',
      prefix: 'HR',
      name: { en: 'Staff desk' },
      channels: { ...channels, slack: { triage: RANDOM, intake: [] } },
      triage: { platform: 'slack', chat: RANDOM },
    },
    { slack: [BO], slackMembersOf: [] },
  )
}

it('a first word asks which desk; it waits, and opens a ticket there', async () => {
  const customer = newCustomer(desk, 'Flo')
  desk.telegram.write(customer, 'Flo paid twice')
  const picker = await told(desk, customer, 'Who should help?')
  expect(labelsOn(picker)).toEqual(['Demo desk', 'Billing desk'])
  desk.telegram.write(customer, 'on Monday')
  await pressed(desk, customer, 'Billing desk')
  const card = await cardOf(desk, 'Flo paid twice', TRIAGE_FINANCE)
  expect(keyOn(desk, card)).toMatch(/^BILL-/)
  await inThread(desk, card, 'on Monday')
  expect(threadOf(desk, card)).toEqual(['Flo\nFlo paid twice', 'Flo\non Monday'])
  desk.slack.say(ADA, TRIAGE_FINANCE, { text: 'We send it back', thread: card.ts })
  await told(desk, customer, 'We send it back')
})

it('words that wait for a desk are asked about again, and no ticket made meanwhile takes them unasked', async () => {
  const customer = newCustomer(desk, 'Greta')
  desk.telegram.write(customer, 'Greta paid twice')
  await told(desk, customer, 'Who should help?')
  desk.telegram.write(customer, '/new Greta has no sound')
  await until(() => timesTold(desk, customer, 'Who should help?') === 2, 'the question of the form')
  await pressed(desk, customer, 'Demo desk')
  await pressed(desk, customer, 'Question')
  await pressed(desk, customer, 'Send')
  const other = await cardOf(desk, 'Greta has no sound')
  await clockMoves(desk, 60_000)
  desk.telegram.write(customer, 'on Monday')
  const picker = await withButton(desk, customer, /has no sound/)
  expect(picker.text).toBe('Who should help?')
  expect(labelsOn(picker)).toEqual([`${keyOn(desk, other)} Greta has no sound`, 'Demo desk', 'Billing desk'])
  await pressed(desk, customer, 'Billing desk')
  const card = await cardOf(desk, 'Greta paid twice', TRIAGE_FINANCE)
  await inThread(desk, card, 'on Monday')
  expect(threadOf(desk, other).join()).not.toContain('Monday')
})

it('in Russian the desks have their Russian names', async () => {
  const customer = newCustomer(desk, 'Глеб', 'ru')
  desk.telegram.write(customer, 'Глеб спрашивает')
  const picker = await withButton(desk, customer, 'Бухгалтерия')
  expect(labelsOn(picker)).toEqual(['Демо-поддержка', 'Бухгалтерия'])
  await pressed(desk, customer, 'Демо-поддержка')
  await cardOf(desk, 'Глеб спрашивает', TRIAGE)
})

it('/new asks for the desk first, and back leads there again; its name may be typed', async () => {
  const customer = newCustomer(desk, 'Hana')
  desk.telegram.write(customer, '/new Hana needs a bill')
  await told(desk, customer, 'Who should help?')
  await pressed(desk, customer, 'Demo desk')
  await told(desk, customer, 'What is it?')
  await pressed(desk, customer, 'Back')
  await until(() => timesTold(desk, customer, 'Who should help?') === 2, 'the desk again')
  desk.telegram.write(customer, 'billing desk')
  await pressed(desk, customer, 'Question')
  await pressed(desk, customer, 'Send')
  const card = await cardOf(desk, 'Hana needs a bill', TRIAGE_FINANCE)
  expect(keyOn(desk, card)).toMatch(/^BILL-/)
})

it('who goes back to choose another desk is offered what its own plan has', async () => {
  const customer = newCustomer(desk, 'Hugo')
  desk.telegram.write(customer, '/new Hugo cannot pay')
  await pressed(desk, customer, 'Demo desk')
  await told(desk, customer, 'What is it?')
  await pressed(desk, customer, 'Back')
  await pressed(desk, customer, 'Billing desk')
  await pressed(desk, customer, 'A payment')
  const priorities = labelsOn(await withButton(desk, customer, 'Urgent'))
  expect(priorities).toContain('Normal')
  expect(priorities).not.toContain('High')
})

it('a link that names a desk leads there without asking', async () => {
  const customer = newCustomer(desk, 'Ivo')
  desk.telegram.start(customer, 'billing')
  await told(desk, customer, 'Hello Ivo, this is Billing desk.')
  desk.telegram.write(customer, 'Ivo asks for his bill')
  await cardOf(desk, 'Ivo asks for his bill', TRIAGE_FINANCE)

  const other = newCustomer(desk, 'Jo')
  desk.telegram.start(other, 'billing')
  desk.telegram.write(other, '/new Jo asks by form')
  await pressed(desk, other, 'Question')
  await pressed(desk, other, 'Send')
  await cardOf(desk, 'Jo asks by form', TRIAGE_FINANCE)
})

it('of two links the last one counts: the words go to the desk that has just said who it is', async () => {
  const customer = newCustomer(desk, 'Kai')
  desk.telegram.start(customer, 'billing')
  await told(desk, customer, 'Hello Kai, this is Billing desk.')
  desk.telegram.start(customer, 'demo')
  await told(desk, customer, 'Hello Kai, this is Demo desk.')
  desk.telegram.write(customer, 'Kai has no sound')
  await cardOf(desk, 'Kai has no sound', TRIAGE)
})

it('who comes by a link to another desk is heard there, whatever is open elsewhere, and answers where they answer', async () => {
  const customer = newCustomer(desk, 'Lara')
  desk.telegram.start(customer, 'demo')
  desk.telegram.write(customer, 'Lara has no sound')
  const demo = await cardOf(desk, 'Lara has no sound', TRIAGE)
  const opened = await told(desk, customer, 'this is ticket')

  desk.telegram.start(customer, 'billing')
  await told(desk, customer, 'Hello Lara, this is Billing desk.')
  desk.telegram.write(customer, { text: 'It is the left speaker', replyTo: opened.id })
  await inThread(desk, demo, 'It is the left speaker')
  desk.telegram.write(customer, 'Lara paid twice')
  const billing = await cardOf(desk, 'Lara paid twice', TRIAGE_FINANCE)
  expect(threadOf(desk, demo).join()).not.toContain('paid twice')

  // What is open there goes on, and the link counts once.
  desk.telegram.start(customer, 'billing')
  await until(() => timesTold(desk, customer, 'this is Billing desk') === 2, 'the greeting again')
  desk.telegram.write(customer, 'On Monday and on Tuesday')
  await inThread(desk, billing, 'On Monday and on Tuesday')
  desk.telegram.write(customer, 'And one thing more')
  await told(desk, customer, 'Which one is this for?')
})

it('a desk whose file does not name Telegram is neither offered there nor reached by a link or a press', async () => {
  const customer = newCustomer(desk, 'Eve')
  desk.telegram.start(customer, 'hr')
  await until(() => timesTold(desk, customer, 'this is Demo desk, Billing desk.') === 2, 'an ordinary greeting')
  desk.telegram.write(customer, 'Eve asks what Bo earns')
  const offered = await told(desk, customer, 'Who should help?')
  expect(labelsOn(offered)).toEqual(['Demo desk', 'Billing desk'])
  // Its file named Telegram still when this was offered.
  await desk.database.query(`update button set argument = 'hr' where act = 'choose-desk' and argument = 'billing'`)
  await pressed(desk, customer, 'Billing desk')
  await told(desk, customer, 'There is no desk for this place')
})

it('a link leads to its desk, too, while words wait for a choice or a comment is waited for', async () => {
  const customer = newCustomer(desk, 'Mona')
  desk.telegram.write(customer, 'Mona has no sound')
  await told(desk, customer, 'Who should help?')
  desk.telegram.start(customer, 'billing')
  await told(desk, customer, 'Hello Mona, this is Billing desk.')
  desk.telegram.write(customer, 'Mona paid twice')
  const billing = await cardOf(desk, 'Mona paid twice', TRIAGE_FINANCE)
  expect(threadOf(desk, billing).join()).not.toContain('no sound')
  await pressed(desk, customer, 'Demo desk')
  const demo = await cardOf(desk, 'Mona has no sound', TRIAGE)

  await desk.slack.press(ADA, TRIAGE, demo.ts, { label: 'Resolve' })
  await clockMoves(desk, 2 * 60_000)
  await pressed(desk, customer, '5')
  await pressed(desk, customer, 'Add a comment')
  await withButton(desk, customer, 'No comment')
  desk.telegram.start(customer, 'billing')
  await until(() => timesTold(desk, customer, 'this is Billing desk') === 2, 'the greeting again')
  desk.telegram.write(customer, 'On Monday and on Tuesday')
  await inThread(desk, billing, 'On Monday and on Tuesday')
})
