import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, HELP, RITA, TEAM, TRIAGE } from '../../playground/slack/index.ts'
import { changeTicket } from '../../src/acts/change.ts'
import { keepWords } from '../../src/acts/speak.ts'
import type { World } from '../../src/acts/world.ts'
import { type Clock, isLive, isPaused } from '../../src/domain/clock.ts'
import { plainText } from '../../src/domain/text/text.ts'
import { replyAsAgent, replyAsRequester } from '../../src/domain/ticket/reply.ts'
import { logTo } from '../../src/log.ts'
import { idsOf } from '../../src/ports/ids.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { cardNow } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { type Asked, agentsHear, ritaAsks, ritaHears, whispered } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({
    desk: (demo) => ({
      ...demo,
      silence: [{ anchor: 'last-agent-reply', steps: [{ after: 'PT48H', do: 'close' }] }],
      rating: undefined,
      plans: {
        basic: {
          calendar: 'office',
          targets: { normal: { firstResponse: 'PT2H', nextResponse: 'PT2H', resolution: 'PT8H' } },
        },
      },
      defaultPlan: 'basic',
    }),
  })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

async function standingOf({ key }: Asked) {
  return desk.desk.store.transaction(async (unit) => {
    const ticket = await unit.tickets.byKey(key)
    const standing = ticket && (await unit.tickets.standing(ticket.id))
    if (!standing) throw new Error('no ticket')
    return standing
  })
}

async function clocks(asked: Asked): Promise<readonly Clock[]> {
  return (await standingOf(asked)).times.judged?.keeping.clocks ?? []
}

async function clockOf(asked: Asked, metric: Clock['metric']): Promise<Clock> {
  const found = (await clocks(asked)).findLast((clock) => clock.metric === metric)
  if (!found) throw new Error(`no clock of ${metric}`)
  return found
}

async function adaAnswers(asked: Asked, text: string): Promise<void> {
  desk.slack.say(ADA, TRIAGE, { text, thread: asked.card.ts })
  await ritaHears(desk, asked, text)
}

async function ritaWrites(asked: Asked, text: string): Promise<void> {
  desk.slack.say(RITA, HELP, { text, thread: asked.root.ts })
  await agentsHear(desk, asked, text)
}

it('the resolution stands still while Rita is asked, and goes on with her answer; the response never does', async () => {
  // Wednesday.
  await clockStandsAt(desk, '2027-09-01T07:00:00Z')
  const asked = await ritaAsks(desk, 'the window')
  await clockStandsAt(desk, '2027-09-01T08:00:00Z')
  await adaAnswers(asked, 'Which window?')
  await until(async () => (await clockOf(asked, 'resolution')).pauses.length === 1, 'the pause')
  expect((await clockOf(asked, 'first-response')).breachedAt).toBeNull()
  await clockStandsAt(desk, '2027-09-02T07:00:00Z')
  await ritaWrites(asked, 'The one to the north')
  const running = await clockOf(asked, 'resolution')
  expect(running.pauses).toEqual([expect.objectContaining({ because: 'waiting', to: expect.any(Number) })])
  await until(() => cardNow(desk, asked.card).includes('Next answer due'), 'the next promise')
  expect((await clockOf(asked, 'next-response')).startedAt).toBeGreaterThan(Date.parse('2027-09-02T06:59:00Z'))
  await adaAnswers(asked, 'It is mended')
  expect((await clockOf(asked, 'next-response')).stoppedAt).not.toBeNull()
})

it('an answer that is taken back is none: Rita waits since she asked, and is warned of and late as if it never had been', async () => {
  await clockStandsAt(desk, '2027-09-06T07:00:00Z')
  const asked = await ritaAsks(desk, 'the chimney')
  const due = (await standingOf(asked)).times.firstResponseDueAt
  const wrong = desk.slack.say(ADA, TRIAGE, { text: 'Which till?', thread: asked.card.ts })
  await ritaHears(desk, asked, 'Which till?')
  expect((await standingOf(asked)).times.firstResponseDueAt).toBeNull()
  desk.slack.edit(ADA, TRIAGE, wrong, '// Which till?')
  const again = await until(async () => (await standingOf(asked)).times.firstResponseDueAt ?? false, 'that it is owed')
  expect(again).toEqual(due)
  const other = desk.slack.say(ADA, TRIAGE, { text: 'Which tap?', thread: asked.card.ts })
  await ritaHears(desk, asked, 'Which tap?')
  // Too late by now to give another in time.
  await clockStandsAt(desk, '2027-09-06T10:00:00Z')
  desk.slack.remove(ADA, TRIAGE, other)
  await until(async () => (await clockOf(asked, 'first-response')).breachedAt, 'that it is late')
  await clockMoves(desk, 20_000)
  await agentsHear(desk, asked, /The first answer was due .* and is late now/)
  const clock = await clockOf(asked, 'first-response')
  expect(clock).toMatchObject({ stoppedAt: null, breachedBy: 'taken-back' })
  expect(clock.breachedAt).toBeGreaterThanOrEqual(Date.parse('2027-09-06T10:00:00Z'))
})

it('Bo, an agent, asks something himself: whatever he writes there is the requester’s word, and Ada’s is the answer', async () => {
  const { slack } = desk
  await clockStandsAt(desk, '2027-09-07T07:00:00Z')
  const asked = await ritaAsks(desk, 'the lamp', 'the lamp', BO)
  slack.say(BO, TRIAGE, { text: 'Any news?', thread: asked.card.ts })
  await until(async () => (await timesHappened(desk, asked.key, 'RequesterReplied')) === 2, 'that Bo asks')
  expect((await clockOf(asked, 'first-response')).stoppedAt).toBeNull()
  await slack.press(BO, TRIAGE, asked.card.ts, { label: 'Reply' })
  await until(() => slack.view(BO), 'the form')
  await slack.submitView(BO, { 'Reply to the requester': 'It flickers now' })
  await agentsHear(desk, asked, 'It flickers now')
  expect((await clockOf(asked, 'first-response')).stoppedAt).toBeNull()
  await adaAnswers(asked, 'Which lamp?')
  await until(async () => (await standingOf(asked)).ticket.stage === 'waiting-requester', 'that it is Bo’s turn')
  expect((await clockOf(asked, 'first-response')).stoppedAt).not.toBeNull()
  slack.say(BO, TRIAGE, { text: '// the one in the hall', thread: asked.card.ts })
  const held = await whispered(desk, BO, 'begins with //')
  await slack.press(BO, TRIAGE, held.ts, { label: 'Send anyway' })
  await until(async () => (await standingOf(asked)).ticket.stage === 'open', 'that it is ours again')
  expect((await clockOf(asked, 'next-response')).stoppedAt).toBeNull()
  expect(await timesHappened(desk, asked.key, 'AgentReplied')).toBe(1)
  // Thanks when it is solved do not open it again, there as in his own thread.
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Resolve' })
  await until(async () => (await standingOf(asked)).ticket.stage === 'resolved', 'that it is solved')
  slack.say(BO, TRIAGE, { text: 'Thanks!', thread: asked.card.ts })
  await until(async () => (await timesHappened(desk, asked.key, 'NoteAdded')) === 2, 'his thanks')
  expect((await standingOf(asked)).ticket.stage).toBe('resolved')
})

it('a ticket opened again has the same clock, without the time it was solved', async () => {
  await clockStandsAt(desk, '2027-09-08T07:00:00Z')
  const asked = await ritaAsks(desk, 'the roof')
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Resolve' })
  await ritaHears(desk, asked, 'We think')
  expect((await clockOf(asked, 'resolution')).stoppedAt).not.toBeNull()
  await clockStandsAt(desk, '2027-09-10T07:00:00Z')
  await ritaWrites(asked, 'It leaks again')
  await until(async () => (await clockOf(asked, 'resolution')).stoppedAt === null, 'that it runs')
  const clock = await clockOf(asked, 'resolution')
  expect(clock.cycle).toBe(1)
  expect(clock.pauses).toEqual([expect.objectContaining({ because: 'resolved' })])
})

it('a thanks that becomes a question by an edit waits for an answer like any word of hers', async () => {
  await clockStandsAt(desk, '2027-09-13T07:00:00Z')
  const asked = await ritaAsks(desk, 'the gate')
  await adaAnswers(asked, 'It is oiled')
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Resolve' })
  await ritaHears(desk, asked, 'We think')
  const thanks = desk.slack.say(RITA, HELP, { text: 'Thanks!', thread: asked.root.ts })
  await agentsHear(desk, asked, 'Thanks!')
  expect((await clocks(asked)).filter(({ metric }) => metric === 'next-response')).toEqual([])
  await clockStandsAt(desk, '2027-09-13T07:10:00Z')
  desk.slack.edit(RITA, HELP, thanks, 'Thanks, but it still squeaks')
  await until(async () => (await timesHappened(desk, asked.key, 'TicketReopened')) === 1, 'that it is open again')
  const waits = await clockOf(asked, 'next-response')
  expect(waits).toMatchObject({ stoppedAt: null, startedAt: expect.any(Number) })
  expect(waits.startedAt).toBeGreaterThanOrEqual(Date.parse('2027-09-13T07:09:00Z'))
  await adaAnswers(asked, 'Then we come again')
  expect((await clockOf(asked, 'next-response')).stoppedAt).not.toBeNull()
})

it('an answer given in time whose word came late: the breach is taken back, and that is said', async () => {
  await clockStandsAt(desk, '2027-09-15T07:00:00Z')
  const asked = await ritaAsks(desk, 'the stairs')
  await clockStandsAt(desk, '2027-09-15T09:00:30Z')
  await agentsHear(desk, asked, 'is late now')
  // Ada wrote ten seconds before it was late; Slack was down and tells of it only now.
  await adaWrote(asked, new Date('2027-09-15T08:59:50Z'))
  await agentsHear(desk, asked, 'Correction: the first answer was in time')
  await ritaHears(desk, asked, 'On my way')
  expect((await clockOf(asked, 'first-response')).breachedAt).toBeNull()
  expect(await timesHappened(desk, asked.key, 'BreachRetracted')).toBe(1)
})

it('a word that came late, and another of the same moment was there first: it counts after that, from when it was said', async () => {
  await clockStandsAt(desk, '2027-09-15T09:10:00Z')
  const asked = await ritaAsks(desk, 'the lift')
  await clockStandsAt(desk, '2027-09-15T09:20:00Z')
  const now = await desk.desk.store.transaction(async (unit) => unit.now)
  await adaWrote(asked, now)
  let first = true
  await adaWrote(asked, new Date(now.getTime() - 60_000), async () => {
    if (first) await adaWrote(asked, now)
    first = false
  })
  expect(await timesHappened(desk, asked.key, 'AgentReplied')).toBe(3)
})

it('Rita writes in the second in which Ada answers and asks back: the ticket is ours again, and so say its clocks', async () => {
  await clockStandsAt(desk, '2027-09-16T07:00:00Z')
  const asked = await ritaAsks(desk, 'the gutter')
  await clockStandsAt(desk, '2027-09-16T08:00:00Z')
  const now = await desk.desk.store.transaction(async (unit) => unit.now)
  const second = Math.floor(now.getTime() / 1000) * 1000 - 2000
  await adaWrote(asked, new Date(second + 800))
  // Telegram tells the second alone, so hers seems the older one.
  await ritaWrote(asked, new Date(second))
  expect((await standingOf(asked)).ticket.status).toBe('open')
  const resolution = await clockOf(asked, 'resolution')
  expect([isLive(resolution), isPaused(resolution)]).toEqual([true, false])
  const next = await clockOf(asked, 'next-response')
  expect([isLive(next), next.startedAt]).toEqual([true, second + 800])
})

it('what Rita wrote before Ada answered and comes late moves the ticket, and the pause ends with it', async () => {
  await clockStandsAt(desk, '2027-09-16T08:10:00Z')
  const asked = await ritaAsks(desk, 'the well')
  await clockStandsAt(desk, '2027-09-16T08:20:00Z')
  const now = await desk.desk.store.transaction(async (unit) => unit.now)
  await adaWrote(asked, now)
  await ritaWrote(asked, new Date(now.getTime() - 30_500))
  const { ticket, times } = await standingOf(asked)
  expect(ticket.status).toBe('open')
  expect(isPaused(await clockOf(asked, 'resolution'))).toBe(false)
  expect(times.resolutionDueAt).not.toBeNull()
})

it('closed because nobody wrote, and Rita had: it was never closed, and she is owed an answer since she wrote', async () => {
  await clockStandsAt(desk, '2027-09-20T07:00:00Z')
  const asked = await ritaAsks(desk, 'the shutter')
  await clockStandsAt(desk, '2027-09-20T08:00:00Z')
  await adaAnswers(asked, 'Which shutter?')
  const answered = (await clockOf(asked, 'first-response')).stoppedAt ?? 0
  await clockStandsAt(desk, '2027-09-22T08:01:00Z')
  await ritaHears(desk, asked, 'We have heard nothing')
  const said = answered + 47 * 3_600_000
  await ritaWrote(asked, new Date(said))
  expect((await standingOf(asked)).ticket.status).toBe('open')
  const resolution = await clockOf(asked, 'resolution')
  expect(resolution.pauses).toEqual([{ from: answered, to: said, because: 'waiting' }])
  expect(isLive(resolution)).toBe(true)
  const next = await clockOf(asked, 'next-response')
  expect([isLive(next), next.startedAt]).toEqual([true, said])
})

it('late already when Ada asks back within the quarter of a minute: that is told, though the clock pauses now', async () => {
  await clockStandsAt(desk, '2027-10-06T07:00:00Z')
  const asked = await ritaAsks(desk, 'the cellar')
  const due = await resolutionDue(asked)
  await clockStandsAt(desk, new Date(due + 5_000).toISOString())
  await adaWrote(asked, await desk.desk.store.transaction(async (unit) => unit.now))
  expect(await clockOf(asked, 'resolution')).toMatchObject({ breachedAt: due, announcedAt: null })
  expect(isPaused(await clockOf(asked, 'resolution'))).toBe(true)
  await clockStandsAt(desk, new Date(due + 16_000).toISOString())
  await agentsHear(desk, asked, /The solution was due .* and is late now/)
  expect((await clockOf(asked, 'resolution')).announcedAt).not.toBeNull()
})

it('a breach taken back is not taken back again by the next word that comes late, and the next breach is told', async () => {
  await clockStandsAt(desk, '2027-10-13T07:00:00Z')
  const asked = await ritaAsks(desk, 'the attic')
  const due = await resolutionDue(asked)
  await clockStandsAt(desk, new Date(due + 20_000).toISOString())
  await agentsHear(desk, asked, /The solution was due .* and is late now/)
  // Ada had asked back a minute before it was late: what is left of the eight hours waits for Rita.
  await adaWrote(asked, new Date(due - 60_000))
  await agentsHear(desk, asked, 'Correction: the solution was in time')
  expect(await breachesOfTheDay('resolution')).toBe(0)
  await adaWrote(asked, new Date(due - 50_000))
  expect(await timesHappened(desk, asked.key, 'BreachRetracted')).toBe(1)
  await ritaWrites(asked, 'It is the one upstairs')
  const again = await until(async () => (await standingOf(asked)).times.resolutionDueAt?.getTime(), 'that it runs')
  expect(again).toBeGreaterThan(due)
  await clockStandsAt(desk, new Date(again + 16_000).toISOString())
  await until(async () => (await clockOf(asked, 'resolution')).announcedAt !== null, 'that it is told again')
  // The first answer's, and both of the solution.
  expect(await timesHappened(desk, asked.key, 'BreachAnnounced')).toBe(3)
  expect(await timesHappened(desk, asked.key, 'BreachRetracted')).toBe(1)
  expect(await breachesOfTheDay('resolution')).toBe(1)
})

/** As the operator's figures have them; of this day is only what the test itself does. */
async function breachesOfTheDay(promise: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${desk.desk.port}/metrics`)
  const [, count] = (await answer.text()).match(`deskhand_breaches_day{desk="demo",promise="${promise}"} (\\d+)`) ?? []
  return Number(count ?? 0)
}

async function resolutionDue(asked: Asked): Promise<number> {
  const due = (await standingOf(asked)).times.resolutionDueAt
  if (!due) throw new Error('no solution is promised')
  return due.getTime()
}

/** As the inbox hands it over: said then, received now. `meanwhile`: between what it read of the ticket and what it does. */
function adaWrote(asked: Asked, occurredAt: Date, meanwhile = async (): Promise<void> => {}): Promise<void> {
  return wrote(ADA, asked, occurredAt, meanwhile)
}

function ritaWrote(asked: Asked, occurredAt: Date): Promise<void> {
  return wrote(RITA, asked, occurredAt, async () => {})
}

async function wrote(who: string, { key }: Asked, occurredAt: Date, meanwhile: () => Promise<void>): Promise<void> {
  const { desks } = desk
  const world: World = { desks, accountOf: () => undefined, ids: idsOf('unused'), log: logTo('silent', false) }
  const [side, name] = who === ADA ? (['agent', 'Ada'] as const) : (['requester', 'Rita'] as const)
  await desk.desk.store.transaction(async (unit) => {
    const ticket = await unit.tickets.byKey(key)
    const by = await unit.people.meet({ platform: 'slack', account: TEAM, id: who }, { name })
    if (!ticket) throw new Error('no ticket')
    await unit.tickets.standing(ticket.id)
    await meanwhile()
    const text = plainText('On my way')
    const words = { ticketId: ticket.id, kind: 'message', side, authorId: by.id, text, occurredAt } as const
    const message = await keepWords(unit, world, words)
    await changeTicket(
      unit,
      world,
      ticket.id,
      (now, its) =>
        side === 'agent'
          ? replyAsAgent(now, its, { ...by, roles: ['agent'] }, message.id)
          : replyAsRequester(now, its, by.id, message.id),
      { occurredAt, messages: [message] },
    )
  })
}
