import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, HELP, KIM, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { cardNow, newCustomer, told } from '../support/customer.ts'
import { cardOf, keyOn, seen, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { type Shipped, startShipped } from '../support/shipped.ts'
import { type Asked, ritaHears, whispered } from '../support/slack-asks.ts'

/* desks.md §2, in its order. */

const DAY = 24 * 3_600_000
let portal: Shipped
let asked: Asked

const bug = {
  Subject: 'Player restarts every night',
  'Project name': 'Airport screens',
  'How badly is the system affected?': 'A part does not work',
  'Steps, what you expected, what happened': 'Leave it on overnight, it should play on, but it restarts at three',
  'Operating system': 'Tizen',
  'Server type': 'Cloud',
  'Version of the application': '6.2.1',
}

beforeAll(async () => {
  portal = await startShipped('smartplayer')
  await clockStandsAt(portal.test, '2027-03-01T07:00:00Z') // a Monday, 10:00 in Moscow
})
afterEach(() => replayedEqualsStored(portal.test))
afterAll(() => portal.test.stop())

it('the form of a bug asks for all of it, hints at a report without result, and shows on the card', async () => {
  const steps = 'Steps, what you expected, what happened'
  expect(await portal.asks('bug', { ...bug, [steps]: 'it restarts' })).toMatchObject({ ok: true })
  const form = await until(() => portal.test.slack.view(RITA), 'the form, with a hint')
  expect(portal.test.slack.textOf({ blocks: form.blocks })).toContain('What did you expect, and what happened instead?')
  await portal.asks(undefined, { [steps]: bug[steps] })
  asked = await portal.asked(bug.Subject)
  expect(asked.key).toMatch(/^SPSUP-\d+$/)
  for (const shown of ['Открыт', 'Airport screens', 'Не работает часть функций', 'Tizen', 'Облако', '6.2.1'])
    expect(cardNow(portal.test, asked.card)).toContain(shown)
})

it('each status is called what the portal calls it', async () => {
  await portal.press(asked, 'button-take')
  await portal.stands(asked.key, 'in-progress')
  for (const [status, shown] of [
    ['development', 'Ожидание разработки'],
    ['pending', 'В ожидании'],
    ['feedback', 'Ожидается обратная связь'],
    ['in-progress', 'Выполняется'],
  ] as const) {
    await portal.moves(asked, status)
    await portal.stands(asked.key, status)
    await until(() => cardNow(portal.test, asked.card).includes(shown), shown)
  }
})

it('the colleague named in the form stays named when an agent puts something else right, and is another when one is chosen', async () => {
  const { slack } = portal.test
  await portal.asks('bug', { ...bug, Subject: 'Player shows no clock', 'Share with a colleague': KIM })
  const named = await portal.asked('Player shows no clock')
  const filled = async (values: Record<string, string>) => {
    const { version } = await portal.ticket(named.key)
    await portal.press(named, 'button-details')
    await until(() => slack.view(ADA), 'the details')
    expect(await slack.submitView(ADA, values)).toMatchObject({ ok: true })
    return until(async () => {
      const now = await portal.ticket(named.key)
      return now.version > version && now.fields
    }, 'that it is filled in')
  }
  expect(await filled({ 'Version of the application': '6.2.2' })).toMatchObject({ version: '6.2.2', share: 'Kim' })
  expect(await filled({ 'Share with a colleague': BO })).toMatchObject({ version: '6.2.2', share: 'Bo' })
})

it('“how is the ticket going?” is answered wherever one can write, in words', async () => {
  const { test } = portal
  await test.slack.command(RITA, HELP, '/ticket', `how is ${asked.key} going?`)
  await whispered(test, RITA, 'In progress')
  const customer = newCustomer(test, 'Sasha', 'ru')
  test.telegram.write(customer, 'Экран в холле чёрный')
  const card = await cardOf(test, 'Экран в холле')
  const key = keyOn(test, card)
  // What comes without a form is most often that something does not work.
  expect(cardNow(test, card)).toContain('Сообщение об ошибке')
  test.telegram.write(customer, `Как дела с ${key}?`)
  await told(test, customer, 'Открыт')
  // Somebody else's is none, whoever asks.
  test.telegram.write(customer, `Как дела с ${asked.key}?`)
  await told(test, customer, new RegExp(`${asked.key}`))
})

it('shared with a colleague of the company, who reads and writes in it', async () => {
  const { test } = portal
  const { slack } = test
  await slack.command(ADA, TRIAGE, '/desk', 'org add Airport')
  await whispered(test, ADA, 'Airport')
  for (const who of ['<@U0RITA|rita>', '<@U0KIM|kim>']) {
    await slack.command(ADA, TRIAGE, '/desk', `org person Airport ${who}`)
    await whispered(test, ADA, who.includes('RITA') ? 'Rita' : 'Kim')
  }
  await portal.asks('feature', { Subject: 'Screen at gate four', 'What happened?': 'It is black' })
  const shared = await portal.asked('Screen at gate four')
  await slack.command(RITA, HELP, '/ticket', `share ${shared.key} <@U0KIM|kim>`)
  const root = await until(() => seen(slack, slack.dm(KIM), shared.key), 'it in Kim’s chat')
  slack.say(KIM, slack.dm(KIM), { text: 'Gate five, too', thread: root.ts })
  await until(() => seen(slack, TRIAGE, 'Gate five, too', shared.card.ts), 'her words for the agents')
})

it('shared in the form with a colleague; with anybody else it is not, and the ticket is there all the same', async () => {
  const { slack } = portal.test
  await portal.asks('bug', { ...bug, Subject: 'Screen at gate six', 'Share with a colleague': KIM })
  const shared = await portal.asked('Screen at gate six')
  const root = await until(() => seen(slack, slack.dm(KIM), shared.key), 'it in Kim’s chat')
  slack.say(KIM, slack.dm(KIM), { text: 'Gate seven, too', thread: root.ts })
  await until(() => seen(slack, TRIAGE, 'Gate seven, too', shared.card.ts), 'her words for the agents')
  expect(cardNow(portal.test, shared.card)).toContain('Kim')

  await portal.asks('bug', { ...bug, Subject: 'Screen at gate eight', 'Share with a colleague': BO })
  const alone = await portal.asked('Screen at gate eight')
  // A form has no place: she is told in her own chat with the desk.
  await until(() => seen(slack, slack.dm(RITA), 'Nobody called Bo in your organisation'), 'that he is none')
  expect(await portal.ticket(alone.key)).toMatchObject({ watchers: [] })
})

it('done by its requester at any time, reopened with a comment, closed after 14 days without one', async () => {
  const { test } = portal
  await test.slack.command(RITA, HELP, '/ticket', `close ${asked.key}`)
  expect(await portal.stands(asked.key, 'done')).toMatchObject({ resolution: 'by-requester' })
  await clockMoves(test, 3 * 60_000)
  const question = await until(() => seen(test.slack, test.slack.dm(RITA), asked.key), 'how it was, minutes later')
  await test.slack.press(RITA, test.slack.dm(RITA), question.ts, { label: '5' })
  await until(async () => (await portal.ticket(asked.key)).rating?.score === 5, 'her five')
  test.slack.say(RITA, HELP, { text: 'It restarted again tonight', thread: asked.root.ts })
  await portal.stands(asked.key, 'reopened')
  const timesAsked = () => timesHappened(test, asked.key, 'RequesterReminded')
  const before = await timesAsked()
  portal.answers(asked, 'We sent you a build, does it work?', ADA)
  await ritaHears(test, asked, 'does it work?')
  await portal.moves(asked, 'feedback')
  await portal.stands(asked.key, 'feedback')
  // She is asked whether it works, and told what happens if she says nothing.
  await until(async () => (await timesAsked()) > before, 'that she is asked again')
  const whether = await ritaHears(test, asked, /If we hear nothing, we close it on/)
  expect(whether).toMatch(/Solved[\s\S]*I still need help/)
  await clockMoves(test, 14 * DAY - 3_600_000)
  expect(await portal.ticket(asked.key)).toMatchObject({ status: 'feedback' })
  await clockMoves(test, 2 * 3_600_000)
  expect(await portal.stands(asked.key, 'done')).toMatchObject({ resolution: 'closed-by-silence' })
})
