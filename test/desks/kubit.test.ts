import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, KIM, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { cardNow, newCustomer, pressed, told } from '../support/customer.ts'
import { cardOf, keyOn, seen, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { type Shipped, startShipped } from '../support/shipped.ts'
import { ritaHears, whispered } from '../support/slack-asks.ts'

/* desks.md §5, in its order. */

const HOUR = 3_600_000
let kubit: Shipped

beforeAll(async () => {
  kubit = await startShipped('kubit')
  await clockStandsAt(kubit.test, '2027-03-01T06:00:00Z') // a Monday, 09:30 in Tehran
})
afterEach(() => replayedEqualsStored(kubit.test))
afterAll(() => kubit.test.stop())

it('Rita chooses category and priority, a vague subject is hinted at once, and sending again sends it', async () => {
  const vague = { Subject: 'Problem', 'What happened?': 'The panel shows nothing at all', Category: 'Technical' }
  await kubit.asks(undefined, vague)
  const view = await until(() => kubit.test.slack.view(RITA), 'the form, still there')
  expect(kubit.test.slack.textOf({ blocks: view.blocks })).toContain('The subject says little')
  // What a dash stands for in the table is not offered to the plan.
  expect(JSON.stringify(view.blocks)).toContain('general guidance')
  expect(JSON.stringify(view.blocks)).not.toMatch(/production is down|business-critical/)
  expect(await kubit.asks(undefined, {})).toMatchObject({ ok: true })
  expect(kubit.test.slack.view(RITA)).toBeUndefined()
  const asked = await kubit.asked('Problem')
  expect(await kubit.ticket(asked.key)).toMatchObject({ status: 'awaiting', category: 'technical', priority: 'normal' })
  for (const shown of ['منتظر پاسخ', 'فنی', 'معمولی']) expect(cardNow(kubit.test, asked.card)).toContain(shown)
})

it('every status, the customer’s word, and closed 48 hours after the answer', async () => {
  const { test } = kubit
  await kubit.asks(undefined, {
    Subject: 'Invoices show zero',
    'What happened?': 'Since Monday',
    Category: 'Financial',
    Priority: 'Low',
  })
  const asked = await kubit.asked('Invoices show zero')
  await kubit.press(asked, 'button-take')
  await kubit.stands(asked.key, 'in-progress')
  kubit.answers(asked, 'Which invoice?')
  await ritaHears(test, asked, 'Which invoice?')
  await kubit.stands(asked.key, 'waiting')
  test.slack.say(RITA, HELP, { text: 'All of March', thread: asked.root.ts })
  await kubit.stands(asked.key, 'in-progress')
  kubit.answers(asked, 'Mended, please look')
  await kubit.stands(asked.key, 'waiting')
  await clockMoves(test, 48 * HOUR - 60_000)
  expect(await kubit.ticket(asked.key)).toMatchObject({ status: 'waiting' })
  await clockMoves(test, 90_000)
  expect(await kubit.stands(asked.key, 'solved')).toMatchObject({ resolution: 'closed-by-silence' })
  // She may say within a week that it was not.
  test.slack.say(RITA, HELP, { text: 'Still zero in April', thread: asked.root.ts })
  await kubit.stands(asked.key, 'in-progress')
  await kubit.press(asked, 'button-resolve')
  await kubit.stands(asked.key, 'solved')
  await clockMoves(test, 3 * 60_000)
  const question = await until(() => seen(test.slack, test.slack.dm(RITA), asked.key), 'the question how it was')
  await test.slack.press(RITA, test.slack.dm(RITA), question.ts, { label: '4' })
  await until(async () => (await kubit.ticket(asked.key)).rating?.score === 4, 'her four')
  await clockMoves(test, 8 * 24 * HOUR)
  await kubit.stands(asked.key, 'closed')
})

it('an enterprise is offered every priority, and all of it sees the ticket', async () => {
  const { test } = kubit
  const { slack } = test
  await slack.command(ADA, TRIAGE, '/desk', 'org add Sahand enterprise')
  await whispered(test, ADA, 'Sahand')
  for (const who of ['<@U0RITA|rita>', '<@U0KIM|kim>']) {
    await slack.command(ADA, TRIAGE, '/desk', `org person Sahand ${who}`)
    await whispered(test, ADA, who.includes('RITA') ? 'Rita' : 'Kim')
  }
  await kubit.asks(undefined, {
    Subject: 'All servers are gone',
    'What happened?': 'Nothing answers',
    Category: 'Technical',
    Priority: 'Critical',
  })
  const asked = await kubit.asked('All servers are gone')
  const ticket = await kubit.ticket(asked.key)
  expect(ticket).toMatchObject({ priority: 'critical', plan: 'enterprise' })
  const due = await test.desk.store.transaction((unit) => unit.tickets.standing(ticket.id))
  expect(due?.times.firstResponseDueAt?.getTime()).toBe(ticket.openedAt.getTime() + 30 * 60_000)
  await slack.command(KIM, HELP, '/ticket', 'company')
  await whispered(test, KIM, asked.key)
  await slack.command(KIM, HELP, '/ticket', `close ${asked.key}`)
  await kubit.stands(asked.key, 'solved')
})

it('the money’s questions of an enterprise are answered in office hours, technical ones day and night', async () => {
  const { test } = kubit
  await clockStandsAt(test, '2027-03-19T14:00:00Z') // a Friday, 17:30 in Tehran
  await kubit.asks(undefined, { Subject: 'Invoice of March', 'What happened?': 'It is missing', Category: 'Financial' })
  const asked = await kubit.asked('Invoice of March')
  const due = async () => {
    const { id } = await kubit.ticket(asked.key)
    const times = (await test.desk.store.transaction((unit) => unit.tickets.standing(id)))?.times
    return times?.firstResponseDueAt?.toISOString()
  }
  // Twelve hours of the office, which works from Saturday to Wednesday: Saturday’s eight, and four on Sunday.
  expect(await due()).toBe('2027-03-21T09:30:00.000Z')
  await kubit.press(asked, 'button-why')
  await whispered(test, ADA, 'For category Financial plan enterprise counts the hours of office')

  await kubit.press(asked, 'button-edit')
  await until(() => test.slack.view(ADA), 'the form')
  await test.slack.submitView(ADA, { Category: 'Technical' })
  await until(async () => (await kubit.ticket(asked.key)).category === 'technical', 'that it is technical')
  expect(await due()).toMatch(/^2027-03-20T02:0/)
})

it('a customer in Telegram reads the desk’s own words in Persian', async () => {
  const { test } = kubit
  const customer = newCustomer(test, 'Parisa', 'fa')
  test.telegram.write(customer, 'سرور ابری من روشن نمی‌شود')
  const card = await cardOf(test, 'سرور ابری من')
  const key = keyOn(test, card)
  test.slack.say('U0ADA', TRIAGE, { text: 'کدام سرور؟', thread: card.ts })
  await told(test, customer, 'کدام سرور؟')
  test.telegram.write(customer, `/status ${key}`)
  await told(test, customer, 'در انتظار مشتری')
  // As his keyboard types it, in words and in a command.
  const typed = key.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit)
  for (const asking of [`وضعیت ${typed}`, `/status ${typed}`]) {
    const before = test.telegram.messages(customer).length
    test.telegram.write(customer, asking)
    const answer = await until(
      () =>
        test.telegram
          .messages(customer)
          .slice(before)
          .find(({ from }) => from === 'bot'),
      asking,
    )
    expect(answer.text).toContain('در انتظار مشتری')
  }
  test.telegram.write(customer, 'سرور شماره دو')
  await kubit.stands(key, 'in-progress')
  test.telegram.write(customer, '/new')
  await told(test, customer, /./)
  await pressed(test, customer, /Cancel|لغو|انصراف/)
  test.telegram.write(customer, '/close')
  await kubit.stands(key, 'solved')
})
