import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { runReport } from '../../src/commands/report.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { cardNow, cardsWith } from '../support/customer.ts'
import { closedOn } from '../support/demo.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { seen, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { agentsHear, ritaAsks, ritaHears, whispered } from '../support/slack-asks.ts'

const HOUR = 3_600_000

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({ desk: (demo) => closedOn(demo, '2027-05-24') })
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

const weeks = () => cardsWith(desk, '(Europe/Stockholm)').filter((post) => /Opened \d/.test(desk.slack.textOf(post)))

it('a desk that begins on a Monday is not told of the week before it', async () => {
  const young = await startTestDesk({})
  try {
    await clockStandsAt(young, '2027-05-10T08:00:00Z')
    await ritaAsks(young, 'the very first')
    await young.desk.runTimers()
    await young.desk.idle()
    expect(cardsWith(young, 'How it was')).toEqual([])
    await clockStandsAt(young, '2027-05-17T07:00:01Z')
    await young.desk.runTimers()
    await until(() => seen(young.slack, TRIAGE, 'How it was from 10 May 2027, 00:00'), 'its first week')
    await replayedEqualsStored(young)
  } finally {
    await young.stop()
  }
})

it('Ada reads how the week was; Rita does not', async () => {
  // Wednesday.
  await clockStandsAt(desk, '2027-05-12T08:00:00Z')
  const asked = await ritaAsks(desk, 'the stairs')
  await clockMoves(desk, HOUR)
  desk.slack.say(ADA, TRIAGE, { text: 'Which ones?', thread: asked.card.ts })
  await ritaHears(desk, asked, 'Which ones?')
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Take' })
  await until(() => /Assignee\s+Ada/.test(cardNow(desk, asked.card)), 'that Ada has it')
  await ritaAsks(desk, 'the other stairs')
  await desk.slack.command(ADA, TRIAGE, '/ticket', `tag ${asked.key} house`)
  await whispered(desk, ADA, `Tags of ${asked.key}: house`)

  await desk.slack.command(ADA, TRIAGE, '/ticket', 'report week csv')
  const shown = desk.slack.textOf(await whispered(desk, ADA, 'Opened 2, solved 0, still open 2.'))
  expect(shown).toMatch(
    /First answer: 1 hr(?: \d min)? in the middle, nine of ten within 1 hr(?: \d min)?; in time 100% \(kept 1, broken 0/,
  )
  expect(shown).toMatch(/By tag\s+house: opened 1/)
  expect(shown).toContain('Ada: opened 1')
  expect(shown).toContain('Nobody: opened 1')
  expect(shown).toContain('npm run desk -- report --csv --week')

  await desk.slack.command(RITA, HELP, '/ticket', 'report')
  await whispered(desk, RITA, 'Only the people of this desk can do this')
})

it('the operator has it as CSV', async () => {
  const env = (name: string): string => `C0${name.split('_')[1]}`
  const config = { databaseUrl: desk.database.url, desks: ['desks/demo.yaml'] }
  const { lines, ok } = await runReport(['--csv', '--week'], config, { env, home: 'unused' })
  expect(ok).toBe(true)
  expect(lines[0]).toMatch(/^by,id,name,opened,resolved,backlog,first_response_met/)
  expect(lines[1]).toMatch(/^all,,,2,0,2,1,0,0,1,36\d\d,36\d\d,/)
  expect(lines.some((line) => /^agent,[\w-]+,Ada,1,/.test(line))).toBe(true)
})

it('on Monday at nine the agents are told how the week was: once, and not before they are there', async () => {
  await clockStandsAt(desk, '2027-05-17T06:59:00Z')
  await desk.desk.runTimers()
  await desk.desk.idle()
  expect(weeks()).toEqual([])
  await clockStandsAt(desk, '2027-05-17T07:00:01Z')
  await desk.desk.runTimers()
  await until(
    () => seen(desk.slack, TRIAGE, 'How it was from 10 May 2027, 00:00 to 17 May 2027, 00:00 (Europe/Stockholm)'),
    'the week',
  )
  await clockMoves(desk, HOUR)
  await desk.desk.runTimers()
  await desk.desk.idle()
  expect(weeks()).toHaveLength(1)
  expect(desk.slack.textOf(weeks()[0] ?? { text: '' })).toContain('Opened 2')
})

it('where Monday is a holiday they are told when they are back', async () => {
  await clockStandsAt(desk, '2027-05-24T12:00:00Z')
  await desk.desk.runTimers()
  await desk.desk.idle()
  expect(weeks()).toHaveLength(1)
  await clockStandsAt(desk, '2027-05-25T07:00:01Z')
  await desk.desk.runTimers()
  await until(() => weeks().length === 2, 'the next week')
  expect(desk.slack.textOf(weeks()[1] ?? { text: '' })).toContain('from 17 May 2027, 00:00 to 24 May 2027, 00:00')
})

it('a low score stays in the figures though who gave it has the ticket opened again', async () => {
  const { slack } = desk
  await clockStandsAt(desk, '2027-06-09T08:00:00Z')
  const asked = await ritaAsks(desk, 'the cellar')
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Resolve' })
  await until(() => /Status\s+Done/.test(cardNow(desk, asked.card)), 'that it is done')
  await clockMoves(desk, 2 * 60_000)
  const question = await until(() => seen(slack, slack.dm(RITA), 'was our answer to'), 'the question')
  await slack.press(RITA, slack.dm(RITA), question.ts, { label: '2' })
  await agentsHear(desk, asked, 'Rita rates the answer 2 of 5.')
  slack.say(RITA, HELP, { text: 'It is still wet', thread: asked.root.ts })
  await until(async () => (await timesHappened(desk, asked.key, 'TicketReopened')) === 1, 'that it is open again')

  await slack.command(ADA, TRIAGE, '/ticket', 'report week')
  await whispered(desk, ADA, 'Rating: 2 of 5 (answers: 1).')
})
