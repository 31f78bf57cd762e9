import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { localDateAndTime } from '../../src/domain/local-time.ts'
import { written } from '../../src/locales/index.ts'
import { clockMoves } from '../support/clock.ts'
import { cardNow } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { until, whispers } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { agentsHear, ritaAsks } from '../support/slack-asks.ts'

const HOUR = 3_600_000
const ZONE = 'Europe/Stockholm'
let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** So many hours from the desk's now, as the form takes it. */
async function inHours(hours: number): Promise<{ 'Snooze until': string; [time: string]: string }> {
  const now = await desk.desk.store.transaction(async (unit) => unit.now)
  const { date, time } = localDateAndTime(new Date(now.getTime() + hours * HOUR), ZONE)
  return { 'Snooze until': date, [`At what time? (${ZONE})`]: time }
}

/** One of Ada's lists, as she reads it. */
async function lists(which: 'mine' | 'unassigned'): Promise<string> {
  const before = whispers(desk, ADA).length
  await desk.slack.command(ADA, TRIAGE, '/ticket', which)
  return until(() => whispers(desk, ADA)[before], `the list ${which}`)
}
const nextByTurn = async () => (await desk.desk.store.transaction((unit) => unit.tickets.lockUnassigned('demo')))?.key

it('a snoozed ticket says until when, and comes back when the hour has come, once', async () => {
  const asked = await ritaAsks(desk, 'order a desk lamp')
  const until_ = await inHours(30)
  await edits(desk, ADA, asked.card, until_)
  await agentsHear(desk, asked, `Ada snoozed this ticket until ${written({ day: until_['Snooze until'] }, 'en')}`)
  await until(() => /Snoozed until/.test(cardNow(desk, asked.card)), 'the card')
  expect(cardNow(desk, asked.card)).toMatch(/Status\s+New/)
  // Nobody needs to look at it until then: it stands in no list of what nobody has, and falls to nobody by turn.
  expect(await lists('unassigned')).not.toContain(asked.key)
  expect(await nextByTurn()).not.toBe(asked.key)
  await clockMoves(desk, 31 * HOUR)
  await agentsHear(desk, asked, 'The time has come: this ticket is back.')
  await until(() => !/Snoozed until/.test(cardNow(desk, asked.card)), 'the card')
  expect(await timesHappened(desk, asked.key, 'Woken')).toBe(1)
  expect(await lists('unassigned')).toContain(asked.key)
  expect(await nextByTurn()).toBe(asked.key)
})

it('what Ada snoozed is not on her hands meanwhile, and when it is back she is called', async () => {
  const asked = await ritaAsks(desk, 'order a rug')
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Take' })
  await agentsHear(desk, asked, 'Ada has taken')
  expect(await lists('mine')).toContain(asked.key)
  await edits(desk, ADA, asked.card, await inHours(30))
  await agentsHear(desk, asked, 'Ada snoozed')
  expect(await lists('mine')).not.toContain(asked.key)
  await clockMoves(desk, 31 * HOUR)
  const told = await until(
    () =>
      desk.slack
        .messages(TRIAGE, { thread: asked.card.ts })
        .find((message) => desk.slack.textOf(message).includes('this ticket is back')),
    'that it is back',
  )
  // By name alone, in the hours in which she wants to be left alone.
  expect(JSON.stringify(told.blocks)).toMatch(/U0ADA|For Ada:/)
  expect(await lists('mine')).toContain(asked.key)
})

it('Rita’s word wakes it at once; an agent wakes it by emptying the date', async () => {
  const asked = await ritaAsks(desk, 'order a chair')
  await edits(desk, ADA, asked.card, await inHours(30))
  await agentsHear(desk, asked, 'Ada snoozed')
  desk.slack.say(RITA, HELP, { text: 'It is urgent now', thread: asked.root.ts })
  await agentsHear(desk, asked, 'It is urgent now')
  await until(() => !/Snoozed until/.test(cardNow(desk, asked.card)), 'that it is awake')
  await edits(desk, ADA, asked.card, await inHours(40))
  await until(() => /Snoozed until/.test(cardNow(desk, asked.card)), 'that it sleeps again')
  await edits(desk, ADA, asked.card, { 'Snooze until': null, [`At what time? (${ZONE})`]: '' })
  await agentsHear(desk, asked, 'Ada woke this ticket.')
})

it('an hour that is past, or no hour at all, is said in the form', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'order nothing')
  await slack.press(ADA, asked.card.channel, asked.card.ts, { label: 'Edit…' })
  await until(() => slack.view(ADA), 'the form')
  const errors = async (fields: Record<string, string>) => slack.submitView(ADA, fields)
  expect(await errors({ 'Snooze until': '2020-01-01' })).toMatchObject({
    errors: { 'field:snooze-date': 'This time is past already.' },
  })
  expect(await errors({ 'Snooze until': '2099-01-01', [`At what time? (${ZONE})`]: 'noon' })).toMatchObject({
    errors: { 'field:snooze-time': expect.stringContaining('a time like 09:30') },
  })
  await slack.closeView(ADA)
})
