import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { type Asked, agentsHear, ritaAsks, ritaHears } from '../support/slack-asks.ts'

const HOUR = 3_600_000
let desk: TestDesk
let jumpMs = 0

beforeAll(async () => {
  // The process's own clock, which the operating system may set; the desk's hour is the database's.
  desk = await startTestDesk({ realNow: () => new Date(Date.now() + jumpMs) })
})
afterAll(() => desk.stop())

const standing = ({ key }: Asked) =>
  desk.desk.store.transaction(async (unit) => {
    const ticket = await unit.tickets.byKey(key)
    return ticket && unit.tickets.standing(ticket.id)
  })

it('the machine’s clock jumps an hour and a day, forward and back: nothing is early, nothing moves, nothing stops', async () => {
  await clockStandsAt(desk, '2027-03-01T09:00:00Z')
  const asked = await ritaAsks(desk, 'the heating')
  desk.slack.say(ADA, TRIAGE, { text: 'Since when?', thread: asked.card.ts })
  await ritaHears(desk, asked, 'Since when?')
  const before = await standing(asked)
  for (const jump of [HOUR, -HOUR, 24 * HOUR, -24 * HOUR]) {
    jumpMs = jump
    await desk.desk.runTimers()
    expect(await standing(asked)).toEqual(before)
  }
  expect(await timesHappened(desk, asked.key, 'RequesterReminded')).toBe(0)
  // A day behind, and still it wakes in its hour.
  await clockMoves(desk, 73 * HOUR)
  await agentsHear(desk, asked, 'The requester was reminded')
  jumpMs = 0
  await replayedEqualsStored(desk)
  expect(await timesHappened(desk, asked.key, 'RequesterReminded')).toBe(1)
})
