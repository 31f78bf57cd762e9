import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, LENA, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { shownIn, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { type Shipped, startShipped } from '../support/shipped.ts'
import { type Asked, agentsHear, ritaHears, ritaReads, whispered } from '../support/slack-asks.ts'

const DAY = 24 * 3_600_000
let hr: Shipped

beforeAll(async () => {
  hr = await startShipped(fileURLToPath(new URL('./hr.yaml', import.meta.url)))
  await clockStandsAt(hr.test, '2027-03-01T10:00:00Z') // a Monday in London
})
afterEach(() => replayedEqualsStored(hr.test))
afterAll(() => hr.test.stop())

async function leaveAsked(subject: string, why: string): Promise<Asked> {
  await hr.asks('leave', {
    Subject: subject,
    'First day': '2027-07-05',
    'How many days?': '10',
    'Why?': why,
    'What happened?': 'Nothing yet',
    Category: 'Holiday',
  })
  if (hr.test.slack.view(RITA)) await hr.asks(undefined, {})
  const asked = await hr.asked(subject)
  await hr.press(asked, 'button-take')
  await hr.stands(asked.key, 'looked-at')
  return asked
}

async function says(asked: Asked, user: string, details: Record<string, string>): Promise<void> {
  await hr.press(asked, 'button-details', user)
  await until(() => hr.test.slack.view(user), 'the details')
  const { version } = await hr.ticket(asked.key)
  await hr.test.slack.submitView(user, details)
  await until(async () => (await hr.ticket(asked.key)).version > version, 'that it is said')
}

it('leave is asked for in its own form, hinted in the desk’s own words, and approved by manager and director, in this order', async () => {
  const { slack } = hr.test
  await hr.asks('leave', {
    Subject: 'Two weeks in July',
    'First day': '2027-07-05',
    'How many days?': '10',
    'Why?': 'rest',
    'What happened?': 'Nothing yet',
    Category: 'Holiday',
  })
  const form = await until(() => slack.view(RITA), 'the hint')
  expect(slack.textOf({ blocks: form.blocks })).toContain('A sentence or two help your manager to decide.')
  await hr.asks(undefined, {})
  const asked = await hr.asked('Two weeks in July')
  await hr.press(asked, 'button-take')
  await hr.stands(asked.key, 'looked-at')
  await hr.moves(asked, 'for-approval')
  await hr.stands(asked.key, 'for-approval')

  for (const user of [ADA, BO, LENA]) {
    await hr.press(asked, 'button-resolve', user)
    await whispered(hr.test, user, 'cannot go from where it is')
  }
  await hr.moves(asked, 'countersign', BO)
  await whispered(hr.test, BO, 'Please fill in first: Work is covered')
  await says(asked, BO, { 'Work is covered': 'Yes' })
  await hr.moves(asked, 'countersign', BO)
  await hr.stands(asked.key, 'countersign')
  // Explicit: what they say among themselves stays there.
  hr.answers(asked, 'She has twenty days left', BO)
  await hr.moves(asked, 'declined', BO)
  await hr.press(asked, 'button-resolve', LENA)
  await hr.stands(asked.key, 'approved')
  await ritaHears(hr.test, asked, /solved|resolved/i)
  expect(ritaReads(hr.test, asked).join()).not.toContain('twenty days')
})

it('who decides is called by name when two working days are over, and declines with a reason', async () => {
  const asked = await leaveAsked('A year at sea', 'I want to sail around the world')
  await hr.moves(asked, 'for-approval')
  await hr.stands(asked.key, 'for-approval')
  await clockMoves(hr.test, 2 * DAY + 60_000)
  await agentsHear(hr.test, asked, 'It is not solved yet')
  await clockMoves(hr.test, 61_000)
  const called = new RegExp(`@Bo[\\s\\S]*${asked.key} A year at sea`)
  await until(() => shownIn(hr.test.slack, TRIAGE).find((text) => called.test(text)), 'that Bo is called')
  await hr.moves(asked, 'declined', BO)
  await whispered(hr.test, BO, 'Please fill in first: Why not?')
  await says(asked, BO, { 'Why not?': 'Nobody can stand in for a year' })
  await hr.moves(asked, 'declined', BO)
  await hr.stands(asked.key, 'declined')
})

it('who is asked back and says nothing is reminded; then it lapses', async () => {
  const asked = await leaveAsked('Next week', 'My parents come for a visit')
  await hr.moves(asked, 'asked-back')
  await hr.stands(asked.key, 'asked-back')
  // Three days later it is a Saturday: she hears of it on Monday morning.
  await clockMoves(hr.test, 5 * DAY)
  await ritaHears(hr.test, asked, /still|wait/i)
  expect(await hr.ticket(asked.key)).toMatchObject({ status: 'asked-back' })
  await clockMoves(hr.test, 4 * DAY)
  expect(await hr.stands(asked.key, 'declined')).toMatchObject({ resolution: 'cancelled-by-silence' })
})
