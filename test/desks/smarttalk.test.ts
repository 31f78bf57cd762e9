import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, HELP, KIM, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { cardNow, newCustomer, pressed, told } from '../support/customer.ts'
import { cardOf, keyOn, seen, shownIn, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { type Shipped, startShipped } from '../support/shipped.ts'
import { type Asked, ritaHears, whispered } from '../support/slack-asks.ts'

/* desks.md §1, in its order. Ada is support, Bo develops, Kim tests. */

let vendor: Shipped

beforeAll(async () => {
  vendor = await startShipped('smarttalk', { developer: [BO], qa: [KIM] })
  await clockStandsAt(vendor.test, '2027-03-01T08:00:00Z') // a Monday, 09:00 in Stockholm
  vendor.test.slack.join(KIM, 'C0TRIAGE')
})
afterEach(() => replayedEqualsStored(vendor.test))
afterAll(() => vendor.test.stop())

async function reported(subject: string, priority: string): Promise<Asked> {
  await vendor.asks(undefined, {
    Subject: subject,
    'What did you do when it happened?': 'I called a customer and pressed mute twice',
    'How does it affect you?': 'We cannot mute',
    'Environment (system and version)': 'Windows 11, 4.2',
    Priority: priority,
  })
  return vendor.asked(subject)
}

async function fill(asked: Asked, user: string, values: Record<string, string>): Promise<void> {
  await vendor.press(asked, 'button-details', user)
  await until(() => vendor.test.slack.view(user), 'the details')
  const { version } = await vendor.ticket(asked.key)
  expect(await vendor.test.slack.submitView(user, values)).toMatchObject({ ok: true })
  await until(async () => (await vendor.ticket(asked.key)).version > version, 'that it is filled in')
}

async function moved(asked: Asked, status: string, user: string): Promise<void> {
  await vendor.moves(asked, status, user)
  await vendor.stands(asked.key, status)
  await until(() => cardNow(vendor.test, asked.card).includes(vendor.status(status)), status)
}

it('reported as critical, lowered by support, classified, fixed, tested by QA, and the reporter is told', async () => {
  const asked = await reported('Mute does not mute', 'Critical')
  expect(await vendor.ticket(asked.key)).toMatchObject({ status: 'reported', priority: 'critical' })
  await vendor.test.slack.press(
    ADA,
    'C0TRIAGE',
    asked.card.ts,
    { label: vendor.say('button-priority', {}) },
    { option: vendor.priority('high') },
  )
  await until(async () => (await vendor.ticket(asked.key)).priority === 'high', 'that it is lowered')
  await vendor.press(asked, 'button-take')
  await vendor.stands(asked.key, 'verifying')
  // Not before severity and category are said.
  await vendor.moves(asked, 'classified')
  await whispered(vendor.test, ADA, 'Please fill in first: Severity, Category')
  await fill(asked, ADA, { Severity: 'S2 – hinders work' })
  await vendor.press(asked, 'button-edit')
  await until(() => vendor.test.slack.view(ADA), 'the form')
  await vendor.test.slack.submitView(ADA, { Category: 'Calls' })
  await until(async () => (await vendor.ticket(asked.key)).category === 'voice', 'the category')
  await moved(asked, 'classified', ADA)

  await vendor.moves(asked, 'bugfix')
  await whispered(vendor.test, ADA, 'Please fill in first: Planned release')
  await fill(asked, ADA, { 'Planned release': '2027-Q1 sprint 6' })
  await ritaHears(vendor.test, asked, '2027-Q1 sprint 6')
  await moved(asked, 'bugfix', ADA)
  // Development investigates and fixes; support may not say so for them.
  await vendor.moves(asked, 'investigating', ADA)
  await whispered(vendor.test, ADA, 'cannot go from where it is to Investigation and fix')
  await moved(asked, 'investigating', BO)
  // Bo asks the reporter; what she answers leads back to him.
  vendor.answers(asked, 'Which headset is it?', BO)
  await ritaHears(vendor.test, asked, 'Which headset')
  await moved(asked, 'waiting', BO)
  vendor.test.slack.say(RITA, HELP, { text: 'A Jabra', thread: asked.root.ts })
  await vendor.stands(asked.key, 'verifying')
  await moved(asked, 'investigating', BO)
  await fill(asked, BO, { 'Root cause': 'The button was bound twice' })
  await moved(asked, 'testing', BO)
  // The fix is tested by QA: nobody else resolves it.
  await vendor.press(asked, 'button-resolve', ADA)
  await until(
    () =>
      vendor.test.slack.ephemerals(ADA).filter((one) => vendor.test.slack.textOf(one).includes('cannot go')).length > 1,
    'that she may not',
  )
  await vendor.press(asked, 'button-resolve', KIM)
  await whispered(vendor.test, KIM, 'Please fill in first: Severity confirmed by QA')
  await fill(asked, KIM, { 'Severity confirmed by QA': 'Yes' })
  await vendor.press(asked, 'button-resolve', KIM)
  await vendor.stands(asked.key, 'resolved')
  await ritaHears(vendor.test, asked, /solved|resolved/i)

  // If the fix did not help it is opened again.
  vendor.test.slack.say(RITA, HELP, { text: 'It still does not mute', thread: asked.root.ts })
  await vendor.stands(asked.key, 'classified')
})

it('what is critical takes the hotfix track at once', async () => {
  const asked = await reported('No calls at all', 'Critical')
  await vendor.press(asked, 'button-take')
  await vendor.stands(asked.key, 'verifying')
  await fill(asked, ADA, { Severity: 'S1 – stops work' })
  await vendor.press(asked, 'button-edit')
  await until(() => vendor.test.slack.view(ADA), 'the form')
  await vendor.test.slack.submitView(ADA, { Category: 'Calls' })
  await until(async () => (await vendor.ticket(asked.key)).category === 'voice', 'the category')
  await moved(asked, 'classified', ADA)
  await moved(asked, 'hotfix', ADA)
  await moved(asked, 'investigating', BO)
})

/** Words that need three bytes for each character. */
const long = (units: number): string => '系'.repeat(units)

/** How often the agents of a ticket read 系, below its card. */
function readBelow(asked: Pick<Asked, 'card'>): number {
  const below = shownIn(vendor.test.slack, TRIAGE, asked.card.ts).slice(1)
  return below.join('').split('系').length - 1
}

it('of answers as long as a form takes the card shows the beginning, and the thread all of it', async () => {
  const subject = 'Long answers'
  await vendor.asks(undefined, {
    Subject: subject,
    'What did you do when it happened?': 'I called a customer and pressed mute twice',
    'How does it affect you?': 'We cannot mute',
    'Environment (system and version)': long(3000),
    Priority: 'High priority',
  })
  const asked = await vendor.asked(subject)
  expect(cardNow(vendor.test, asked.card)).toMatch(/系{199}…/)
  await until(() => readBelow(asked) === 3000, 'all of the answer for the agents')
  await fill(asked, ADA, { 'Root cause': long(3000) })
  await until(() => readBelow(asked) === 6000, 'all of the cause')
  await vendor.press(asked, 'button-take')
  await until(() => cardNow(vendor.test, asked.card).match(/系{199}…/g)?.length === 2, 'both on the same card')
})

it('raised in the middle of a thread with long answers Rita reads of her ticket, and can bring what was said before', async () => {
  const { slack } = vendor.test
  const root = slack.say(KIM, HELP, 'Does mute work for you?')
  const ts = slack.say(RITA, HELP, { text: 'Not for me either', thread: root })
  await slack.shortcut(RITA, HELP, ts, 'ticket_from_message')
  await until(() => slack.view(RITA), 'the form')
  await vendor.asks(undefined, {
    'What did you do when it happened?': `I called a customer and pressed mute. ${long(2900)}`,
    'How does it affect you?': long(3000),
    'Environment (system and version)': 'Windows 11, 4.2',
    Priority: 'High priority',
  })
  const key = keyOn(vendor.test, await cardOf(vendor.test, 'Not for me either'))
  const offer = await until(() => seen(slack, HELP, key, root), 'the key in her thread')
  await slack.press(RITA, HELP, offer.ts, { label: 'Bring the earlier messages' })
  await whispered(vendor.test, RITA, 'was brought along')
})

it('a reporter asks the bot how it is going, sees the roadmap, and rates', async () => {
  const { test } = vendor
  const customer = newCustomer(test, 'Sven', 'sv')
  test.telegram.write(customer, 'Chatten svarar inte efter uppdateringen')
  const card = await cardOf(test, 'Chatten svarar inte')
  const key = keyOn(test, card)
  await told(test, customer, `Ditt ärende har nummer ${key}`)
  expect(cardNow(test, card)).toContain('Ansvarig')
  test.telegram.write(customer, `Hur går det med ${key}?`)
  await told(test, customer, 'Rapporterat')
  await test.slack.command(ADA, HELP, '/ticket', `set ${key} planned Q2 2027`)
  await told(test, customer, '2027-Q2')
  test.telegram.write(customer, '/roadmap')
  await told(test, customer, new RegExp(`2027-Q2[\\s\\S]*${key}`))
  await vendor.press({ card }, 'button-resolve')
  await vendor.stands(key, 'resolved')
  await told(test, customer, `Vi tror att ${key} är löst`)
  await clockMoves(test, 6 * 60_000)
  await told(test, customer, `Vad tyckte du om vårt svar på ${key}`)
  await pressed(test, customer, '3')
  await until(async () => (await vendor.ticket(key)).rating?.score === 3, 'the rating')
  expect(seen(test.slack, 'C0TRIAGE', key)).toBeDefined()
  const read = test.telegram.messages(customer).flatMap(({ from, text }) => (from === 'bot' ? [text] : []))
  expect(read.filter((text) => /\b(the|this|you|your)\b/i.test(text))).toEqual([])
})
