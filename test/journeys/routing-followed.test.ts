import { afterAll, afterEach, beforeAll, it } from 'vitest'
import { ADA, TRIAGE, TRIAGE_FINANCE } from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { cardOf, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { agentsHear, ritaAsks } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({ desk: withRoutes })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** What is urgent is worked on in a channel of its own, and what happens on a phone, or for the next release. */
function withRoutes(demo: Desk): Desk {
  const to = TRIAGE_FINANCE
  const routing = [
    { when: { priority: ['urgent'] }, to },
    { when: { os: ['phone'] }, to },
    { when: { planned: ['2027-Q2'] }, to },
  ]
  return { ...demo, routing }
}

const isIn = (key: string, channel: string) =>
  until(async () => {
    const ticket = await desk.desk.store.transaction((unit) => unit.tickets.byKey(key))
    return ticket?.triage.chat === channel
  }, `${key} in ${channel}`)

it('a priority chosen on the card takes the ticket where a route says, there and back', async () => {
  const asked = await ritaAsks(desk, 'the till is dead')
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Priority' }, { option: 'Urgent' })
  await isIn(asked.key, TRIAGE_FINANCE)
  const there = await cardOf(desk, asked.key, TRIAGE_FINANCE)
  await agentsHear(desk, asked, 'Ada moved this ticket to another channel.')
  await desk.slack.press(ADA, TRIAGE_FINANCE, there.ts, { label: 'Priority' }, { option: 'High' })
  await isIn(asked.key, TRIAGE)
})

it('so does an answer that an agent puts right, by the form and by the command', async () => {
  const asked = await ritaAsks(desk, 'the timetable')
  await edits(desk, ADA, asked.card, { Type: 'Something is broken' })
  await until(() => JSON.stringify(desk.slack.message(TRIAGE, asked.card.ts)).includes('Details…'), 'its details')
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Details…' })
  await until(() => desk.slack.view(ADA), 'the details')
  await desk.slack.submitView(ADA, {
    'What did you do before it broke?': 'I looked at it',
    'Operating system': 'A phone or tablet',
  })
  await isIn(asked.key, TRIAGE_FINANCE)
  await desk.slack.command(ADA, TRIAGE, '/ticket', `set ${asked.key} os linux`)
  await isIn(asked.key, TRIAGE)
  await desk.slack.command(ADA, TRIAGE, '/ticket', `set ${asked.key} planned 2027-Q2`)
  await isIn(asked.key, TRIAGE_FINANCE)
})
