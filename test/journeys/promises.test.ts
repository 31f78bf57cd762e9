import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { clockStandsAt } from '../support/clock.ts'
import { cardNow } from '../support/customer.ts'
import { closedOn, otherTimes } from '../support/demo.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { logLines } from '../support/log-lines.ts'
import { seen, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { agentsHear, ritaAsks, ritaHears } from '../support/slack-asks.ts'

let desk: TestDesk

const { log, lines } = logLines('trace')

beforeAll(async () => {
  desk = await startTestDesk({ log })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

it('the first answer is promised, warned of and missed, each said once and in the desk’s hours', async () => {
  // Monday 10:00 in Stockholm; eight office hours end on Tuesday at 11:00.
  await clockStandsAt(desk, '2027-03-01T09:00:00Z')
  const asked = await ritaAsks(desk, 'the printer on floor two')
  expect(cardNow(desk, asked.card)).toMatch(/First answer due/)
  await clockStandsAt(desk, '2027-03-02T08:25:00Z')
  await agentsHear(desk, asked, 'The first answer is due soon: 2 Mar 2027, 11:00 (Central European Time)')
  expect(await timesHappened(desk, asked.key, 'BreachAnnounced')).toBe(0)
  await clockStandsAt(desk, '2027-03-02T10:00:16Z')
  await agentsHear(desk, asked, 'The first answer was due 2 Mar 2027, 11:00 (Central European Time) and is late now')
  expect(await timesHappened(desk, asked.key, 'BreachWarned')).toBe(1)
  expect(await timesHappened(desk, asked.key, 'BreachAnnounced')).toBe(1)
})

it('who asks and does not answer is reminded, then told that it is over; a word opens it again', async () => {
  await clockStandsAt(desk, '2027-04-05T08:00:00Z')
  const asked = await ritaAsks(desk, 'the door code')
  desk.slack.say(ADA, TRIAGE, { text: 'Which door?', thread: asked.card.ts })
  await ritaHears(desk, asked, 'Which door?')
  await until(() => /Status\s+Waiting for an answer/.test(cardNow(desk, asked.card)), 'that it waits')
  expect(cardNow(desk, asked.card)).not.toMatch(/due/)
  await clockStandsAt(desk, '2027-04-08T08:01:00Z')
  await ritaHears(desk, asked, /If we hear nothing, we close it on 12 Apr 2027, 09:00/)
  await clockStandsAt(desk, '2027-04-12T07:02:00Z')
  await ritaHears(desk, asked, 'is cancelled')
  desk.slack.say(RITA, HELP, { text: 'The blue one', thread: asked.root.ts })
  await until(() => /Status\s+In progress/.test(cardNow(desk, asked.card)), 'that it is open again')
})

it('who asks when nobody is there is told when somebody is', async () => {
  // Saturday.
  await clockStandsAt(desk, '2027-05-08T10:00:00Z')
  const asked = await ritaAsks(desk, 'the gate')
  expect(desk.slack.textOf(asked.root)).toContain('We are back on 10 May 2027, 09:00 (Central European Time).')
  await clockStandsAt(desk, '2027-05-10T08:00:00Z')
  const inHours = await ritaAsks(desk, 'the fence')
  expect(desk.slack.textOf(inHours.root)).not.toContain('We are back')
})

it('another plan is other promises, counted from the beginning', async () => {
  await clockStandsAt(desk, '2027-05-17T07:00:00Z')
  const asked = await ritaAsks(desk, 'the roof')
  expect(cardNow(desk, asked.card)).toContain('18 May 2027, 10:00')
  await clockStandsAt(desk, '2027-05-17T08:00:00Z')
  await edits(desk, ADA, asked.card, { Plan: 'gold' })
  await agentsHear(desk, asked, 'Ada changed the plan to gold')
  await until(() => cardNow(desk, asked.card).includes('17 May 2027, 13:00'), 'four hours from when she asked')
})

it('who needs help again when nobody is there is told when somebody is', async () => {
  const { slack } = desk
  await clockStandsAt(desk, '2027-05-18T07:00:00Z')
  const solved = await ritaAsks(desk, 'the stairs')
  await slack.press(ADA, TRIAGE, solved.card.ts, { label: 'Resolve' })
  await ritaHears(desk, solved, 'We think')
  const waits = await ritaAsks(desk, 'the lift')
  slack.say(ADA, TRIAGE, { text: 'Which lift?', thread: waits.card.ts })
  await ritaHears(desk, waits, 'Which lift?')
  await clockStandsAt(desk, '2027-05-21T07:01:00Z')
  const reminder = await until(() => seen(slack, HELP, 'We are waiting for your answer', waits.root.ts), 'the reminder')
  // Saturday.
  await clockStandsAt(desk, '2027-05-22T10:00:00Z')
  slack.say(RITA, HELP, { text: 'They creak again', thread: solved.root.ts })
  expect(await ritaHears(desk, solved, 'is open again')).toContain('We are back on 24 May 2027, 09:00')
  await slack.press(RITA, HELP, reminder.ts, { label: 'I still need help' })
  expect(await ritaHears(desk, waits, 'stays open')).toContain('We are back on 24 May 2027, 09:00')
})

it('a holiday the file has now moves what is due: the card shows it at once, and the log lists it', async () => {
  // Monday.
  await clockStandsAt(desk, '2027-05-31T07:00:00Z')
  const asked = await ritaAsks(desk, 'the chair')
  expect(cardNow(desk, asked.card)).toContain('1 Jun 2027, 10:00')
  await desk.desk.idle()
  await desk.restart(desk.desks.map((demo) => closedOn(demo, '2027-06-01')))
  await until(() => cardNow(desk, asked.card).includes('2 Jun 2027, 10:00'), 'a day later')
  expect(lines.filter((line) => line.includes('"promises-changed"')).join()).toContain('"desks":["demo"]')
  const told = lines.filter((line) => line.includes('"due-moved"') && line.includes('"first-response"'))
  const toTheDay = {
    from: expect.stringContaining('2027-06-01T08:00'),
    to: expect.stringContaining('2027-06-02T08:00'),
  }
  expect(told.map((line): unknown => JSON.parse(line))).toEqual([
    expect.objectContaining({ ticket: asked.key, ...toTheDay }),
  ])
})

it('a plan that the file names only since the ticket was opened is promised from the beginning too', async () => {
  await clockStandsAt(desk, '2027-06-03T07:00:00Z')
  const asked = await ritaAsks(desk, 'the lamp')
  await desk.desk.idle()
  const platinum: Desk['plans'][string] = { calendar: 'always', targets: { normal: { firstResponse: 'PT3H' } } }
  await desk.restart(desk.desks.map((demo) => ({ ...demo, plans: { ...demo.plans, platinum } })))
  await edits(desk, ADA, asked.card, { Plan: 'platinum' })
  await agentsHear(desk, asked, 'Ada changed the plan to platinum')
  await until(() => cardNow(desk, asked.card).includes('3 Jun 2027, 12:00'), 'three hours from when she asked')
})

it('a desk file that gives more time after an answer, and less to one who is asked: both count for tickets there are', async () => {
  await clockStandsAt(desk, '2027-06-07T08:00:00Z')
  const solved = await ritaAsks(desk, 'the shelf')
  await desk.slack.press(ADA, TRIAGE, solved.card.ts, { label: 'Resolve' })
  await ritaHears(desk, solved, 'We think')
  const waits = await ritaAsks(desk, 'the drawer')
  desk.slack.say(ADA, TRIAGE, { text: 'Which drawer?', thread: waits.card.ts })
  await ritaHears(desk, waits, 'Which drawer?')
  await desk.desk.idle()
  await desk.restart(desk.desks.map(otherTimes))
  await clockStandsAt(desk, '2027-06-08T08:30:00Z')
  await ritaHears(desk, waits, 'We have heard nothing')
  // The eighth day: after the seven there were before.
  await clockStandsAt(desk, '2027-06-15T08:00:00Z')
  await desk.desk.runTimers()
  desk.slack.say(RITA, HELP, { text: 'It has fallen down again', thread: solved.root.ts })
  await until(() => /Status\s+In progress/.test(cardNow(desk, solved.card)), 'that it is open again')
  expect(await timesHappened(desk, solved.key, 'TicketReopened')).toBe(1)
  expect(await timesHappened(desk, waits.key, 'RequesterReminded')).toBe(0)
})
