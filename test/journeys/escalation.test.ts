import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import type { World } from '../../src/acts/world.ts'
import { logTo } from '../../src/log.ts'
import { idsOf } from '../../src/ports/ids.ts'
import { channelDigests } from '../../src/timers/channel-digests.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { cardNow } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { shownIn, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { type Asked, agentsHear, ritaAsks, whispered } from '../support/slack-asks.ts'

const MINUTE = 60_000
let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({
    desk: (demo) => ({
      ...demo,
      escalation: [
        { after: 'PT0S', tell: 'assignee' },
        { after: 'PT15M', tell: 'channel' },
        { after: 'PT30M', tell: `person:${BO}`, repeat: 'PT30M' },
      ],
    }),
  })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** The channel itself, without threads. */
const channel = (): string[] => shownIn(desk.slack, TRIAGE)

/** Monday 10:00 in Stockholm, asked; eight office hours end on Tuesday at 11:00. */
async function lateTicket(monday: string, words: string): Promise<Asked> {
  await clockStandsAt(desk, `${monday}T09:00:00Z`)
  return ritaAsks(desk, words)
}

async function press(who: string, asked: Asked, label: string): Promise<void> {
  const said = desk.slack
    .messages(TRIAGE, { thread: asked.card.ts })
    .findLast(({ blocks }) => JSON.stringify(blocks ?? []).includes(label))
  if (!said) throw new Error(`nothing with ${label}`)
  await desk.slack.press(who, TRIAGE, said.ts, { label })
}

it('a breach climbs the ladder until somebody says that they look after it', async () => {
  const asked = await lateTicket('2027-02-01', 'the beamer')
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Take' })
  await agentsHear(desk, asked, 'Ada has taken')
  await clockStandsAt(desk, '2027-02-02T08:30:00Z')
  await agentsHear(desk, asked, /@Ada[\s\S]*The first answer is due soon/)
  await clockStandsAt(desk, '2027-02-02T10:00:20Z')
  await agentsHear(desk, asked, 'The first answer was due 2 Feb 2027, 11:00 (Central European Time) and is late now')
  await agentsHear(desk, asked, /@Ada[\s\S]*Nobody has given the first answer yet/)
  await clockMoves(desk, 16 * MINUTE)
  await until(
    () => channel().find((text) => text.includes(`${asked.key} the beamer: the first answer is late`)),
    'it in the channel',
  )
  await press(BO, asked, 'I look after it')
  await agentsHear(desk, asked, 'Bo has seen that it is late')
  await clockMoves(desk, 120 * MINUTE)
  await until(async () => (await timesHappened(desk, asked.key, 'EscalationAcknowledged')) === 1, 'that it is seen')
  expect(await timesHappened(desk, asked.key, 'Escalated')).toBe(2)
})

it('three late tickets nobody has taken are one message in the channel, and none that was answered', async () => {
  await clockStandsAt(desk, '2027-02-08T09:00:00Z')
  const first = await ritaAsks(desk, 'a red chair')
  const second = await ritaAsks(desk, 'a blue chair')
  const third = await ritaAsks(desk, 'a green chair')
  const before = channel().length
  await clockStandsAt(desk, '2027-02-09T10:00:20Z')
  for (const one of [first, second, third]) await agentsHear(desk, one, 'Nobody has given the first answer yet')
  // On a slow machine the last one misses the message of the others, and has the one a minute later.
  await clockMoves(desk, MINUTE + 1000)
  const words = ['a red chair', 'a blue chair', 'a green chair']
  // It is a Monday, and how the week was may be told just now, too.
  const told = (): string[] =>
    channel()
      .slice(before)
      .filter((text) => words.some((chair) => text.includes(chair)))
  await until(() => words.every((chair) => told().some((text) => text.includes(chair))), 'all three in the channel')
  expect(told().length).toBeLessThanOrEqual(2)
})

it('Ada is not called in her quiet hours: her name stands there, and her phone is silent', async () => {
  await desk.slack.command(ADA, HELP, '/desk', 'quiet 8-18')
  await whispered(desk, ADA, /nobody calls you between 08:00\s*–\s*18:00 \(Europe\/Stockholm\)/)
  const asked = await lateTicket('2027-02-15', 'the sofa')
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Take' })
  await agentsHear(desk, asked, 'Ada has taken')
  await clockStandsAt(desk, '2027-02-16T08:30:00Z')
  await agentsHear(desk, asked, /For Ada:[\s\S]*The first answer is due soon/)
  await desk.slack.command(ADA, HELP, '/desk', 'quiet off')
  await whispered(desk, ADA, 'no quiet hours of your own any more')
})

it('Why? tells every stretch of the clock with the rule that made it', async () => {
  const asked = await lateTicket('2027-02-22', 'the lift')
  await clockStandsAt(desk, '2027-02-22T16:30:00Z')
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Why?' })
  const shown = await whispered(desk, ADA, 'First answer: 8 hr of office')
  const told = desk.slack.textOf(shown)
  expect(told).toContain('Due 23 Feb 2027, 11:00')
  expect(told).toMatch(/22 Feb 2027, 10:00 – 22 Feb 2027, 12:00 {2}2 hr {2}running/)
  expect(told).toMatch(/22 Feb 2027, 12:00 – 22 Feb 2027, 13:00 {2}1 hr {2}outside the hours of office/)
  expect(told).toContain('Used 6 hr of 8 hr')
})

it('another priority is another promise: a breach is dated at the change, and a requester is not told why', async () => {
  const asked = await lateTicket('2027-03-08', 'the door')
  await clockStandsAt(desk, '2027-03-08T13:30:00Z')
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Priority' }, { option: 'Urgent' })
  await clockMoves(desk, 20_000)
  await agentsHear(desk, asked, 'The first answer was due 8 Mar 2027, 11:00')
  await desk.slack.command(RITA, HELP, '/ticket', `why ${asked.key}`)
  await whispered(desk, RITA, 'Only the people of this desk')
  expect(cardNow(desk, asked.card)).toContain('Why?')
})

it('Why? stays where the plan promises nothing for the priority, and says so once', async () => {
  const asked = await lateTicket('2027-05-31', 'the plant')
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Priority' }, { option: 'Low' })
  await until(() => /Priority\s+Low/.test(cardNow(desk, asked.card)), 'that it is low')
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Why?' })
  const told = desk.slack.textOf(await whispered(desk, ADA, 'promises nothing for priority Low'))
  expect(told.split('promises nothing')).toHaveLength(2)
})

it('a desk that has gone from the files takes nobody else’s lines with it', async () => {
  const asked = await lateTicket('2027-06-07', 'the fax')
  const { store } = desk.desk
  // What months without anybody made late is told first, so that the desk itself has nothing to take with these lines.
  await clockMoves(desk, 3_000)
  await desk.desk.runTimers()
  await desk.desk.idle()
  const ticketId = await store.transaction(async ({ tickets }) => (await tickets.byKey(asked.key))?.id ?? '')
  const to = { platform: 'slack', account: 'T0DEMO', chat: TRIAGE } as const
  const dueAt = '2027-06-08T09:00:00.000Z'
  await store.transaction((unit) =>
    unit.digests.add(to, ticketId, { what: 'warned', metric: 'first-response', cycle: 0, dueAt, calls: [] }),
  )
  const world: World = { desks: [], accountOf: () => undefined, ids: idsOf('unused'), log: logTo('silent', false) }
  const tell = () => channelDigests({ store, world, platforms: new Map() }, new Date('2027-06-08T10:00:00Z'))
  // The desk itself may be looking just now, and a channel is one look's at a time.
  await until(async () => (await tell()) === 1, 'that the line is taken')
})
