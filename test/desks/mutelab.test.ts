import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, KIM, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { cardNow } from '../support/customer.ts'
import { seen, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { type Shipped, startShipped } from '../support/shipped.ts'
import { type Asked, agentsHear, ritaHears, whispered } from '../support/slack-asks.ts'

/* desks.md §4, in its order. */

const DAY = 24 * 3_600_000
let tracker: Shipped

/** Rita's task, of which Ada wants to know more. */
async function askedBack(subject: string): Promise<Asked> {
  await tracker.asks('task', { Subject: subject, 'What happened?': 'Please add it', 'Which settings?': 'Offices' })
  const asked = await tracker.asked(subject)
  tracker.test.slack.say(ADA, TRIAGE, { text: 'Its address?', thread: asked.card.ts })
  await tracker.stands(asked.key, 'feedback')
  return asked
}

const reminded = ({ root }: Asked) =>
  until(() => seen(tracker.test.slack, HELP, 'We are waiting for your answer', root.ts), 'the reminder')

beforeAll(async () => {
  tracker = await startShipped('mutelab')
  await clockStandsAt(tracker.test, '2027-03-01T07:00:00Z') // a Monday, 10:00 in Moscow
})
afterEach(() => replayedEqualsStored(tracker.test))
afterAll(() => tracker.test.stop())

it('only with a corporate address of a customer: what Rita wrote before waits, and is a ticket once hers is one', async () => {
  const { slack } = tracker.test
  await tracker.asks('discussion', { Subject: 'Fares of Sunday', 'What happened?': 'They are missing' })
  // A form has no place: she is told in her own chat with the desk.
  await until(() => seen(slack, slack.dm(RITA), '/ticket email'), 'how to get in')
  await slack.command(ADA, TRIAGE, '/desk', 'org add Rita Travel contract')
  await whispered(tracker.test, ADA, 'Rita Travel')
  // The e-mail of her account here is the company's own, confirmed.
  await slack.command(ADA, TRIAGE, '/desk', 'org domain Rita Travel demo.example')
  const asked = await tracker.asked('Fares of Sunday')
  expect(cardNow(tracker.test, asked.card)).toContain('Rita Travel')
})

it('the form shows what each priority means, and a vague report is hinted at', async () => {
  const { slack } = tracker.test
  await slack.command(RITA, HELP, '/ticket')
  const form = await until(() => slack.view(RITA), 'the form')
  expect(JSON.stringify(form.blocks)).toContain('main functions fail: you lose money, or fines threaten')
  const answers = { 'Steps, what the documentation says, what happens': 'broken', Priority: 'Critical' }
  await tracker.asks('bug', { Subject: 'Booking broken', ...answers })
  const hinted = await until(() => slack.view(RITA), 'the hints')
  const shown = slack.textOf({ blocks: hinted.blocks })
  expect(shown).toContain('The subject says little')
  expect(shown).toContain('What did you do before it happened')
  await tracker.asks(undefined, {})
  const { key } = await tracker.asked('Booking broken')
  expect(await tracker.ticket(key)).toMatchObject({ type: 'bug', status: 'new', priority: 'critical' })
})

it('paid development goes ahead once prepayment is marked, and not before', async () => {
  const { slack } = tracker.test
  await tracker.asks('paid', { Subject: 'Export of fares to our accounting', 'What happened?': 'As in contract 7' })
  const asked = await tracker.asked('Export of fares')
  await tracker.press(asked, 'button-take')
  await tracker.stands(asked.key, 'in-progress')
  await tracker.moves(asked, 'go-ahead')
  await whispered(tracker.test, ADA, 'Please fill in first: Prepayment is in')
  expect(await tracker.ticket(asked.key)).toMatchObject({ status: 'in-progress' })

  await tracker.press(asked, 'button-details')
  await until(() => slack.view(ADA), 'the details')
  await slack.submitView(ADA, { 'Prepayment is in': 'Yes', 'Planned release': 'Q2 2027' })
  await until(async () => (await tracker.ticket(asked.key)).fields.prepaid === 'yes', 'that it is marked')
  await ritaHears(tracker.test, asked, '2027-Q2')
  await tracker.moves(asked, 'go-ahead')
  await tracker.stands(asked.key, 'go-ahead')
  for (const status of ['pending', 'go-ahead', 'tested', 'pending', 'feedback'] as const) {
    await tracker.moves(asked, status)
    await tracker.stands(asked.key, status)
    await until(() => cardNow(tracker.test, asked.card).includes(tracker.status(status)), status)
  }
  await slack.command(RITA, HELP, '/ticket', 'roadmap')
  expect(slack.textOf(await whispered(tracker.test, RITA, '2027-Q2'))).toContain(asked.key)
  // It is on the roadmap of whoever she brought into it, too.
  await slack.command(RITA, HELP, '/ticket', `watch ${asked.key} <@${KIM}|kim>`)
  await whispered(tracker.test, RITA, 'Kim')
  await slack.command(KIM, HELP, '/ticket', 'roadmap')
  expect(slack.textOf(await whispered(tracker.test, KIM, '2027-Q2'))).toContain(asked.key)
})

it('an agent closes it, its requester may have it reopened', async () => {
  await tracker.asks('discussion', { Subject: 'Which fares are refundable?', 'What happened?': 'We could not find it' })
  const asked = await tracker.asked('Which fares')
  await tracker.test.slack.command(RITA, HELP, '/ticket', `close ${asked.key}`)
  await whispered(tracker.test, RITA, 'is closed by those who work on it')
  await tracker.press(asked, 'button-resolve')
  await tracker.stands(asked.key, 'resolved')
  tracker.test.slack.say(RITA, HELP, { text: 'And on weekends?', thread: asked.root.ts })
  await tracker.stands(asked.key, 'in-progress')
})

it('three days of silence remind, three more cancel', async () => {
  const asked = await askedBack('New office in Kazan')
  await clockMoves(tracker.test, 3 * DAY + 60_000)
  const reminder = await reminded(asked)
  // She cannot close it herself, so nothing offers her that.
  expect(tracker.test.slack.textOf(reminder)).toContain('I still need help')
  expect(tracker.test.slack.textOf(reminder)).not.toContain('Solved')
  expect(await tracker.ticket(asked.key)).toMatchObject({ status: 'feedback' })
  // That is a Sunday: people hear of it on Monday.
  await clockMoves(tracker.test, 4 * DAY + 60_000)
  expect(await tracker.stands(asked.key, 'resolved')).toMatchObject({ resolution: 'cancelled-by-silence' })
  await agentsHear(tracker.test, asked, tracker.say('cancelled-by-silence-here', {}))
})

it('who presses that help is still needed has answered the reminder: agents hear it, and nothing is cancelled', async () => {
  const asked = await askedBack('New office in Perm')
  await clockMoves(tracker.test, 3 * DAY + 60_000)
  const reminder = await reminded(asked)
  await tracker.test.slack.press(RITA, HELP, reminder.ts, { label: 'I still need help' })
  await tracker.stands(asked.key, 'in-progress')
  await agentsHear(tracker.test, asked, tracker.say('help-still-needed', { by: 'Rita' }))
  await ritaHears(tracker.test, asked, 'stays open')
  await clockMoves(tracker.test, 8 * DAY)
  expect(await tracker.ticket(asked.key)).toMatchObject({ status: 'in-progress' })
})
