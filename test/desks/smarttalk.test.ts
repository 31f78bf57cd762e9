import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, HELP, KIM, RITA } from '../../playground/slack/index.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { cardNow, newCustomer, pressed, told } from '../support/customer.ts'
import { cardOf, keyOn, seen, until } from '../support/people.ts'
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
