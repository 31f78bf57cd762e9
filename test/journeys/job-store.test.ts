import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { ADA } from '../../playground/slack/index.ts'
import { localDateAndTime } from '../../src/domain/local-time.ts'
import { clockMoves } from '../support/clock.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { agentsHear, ritaAsks } from '../support/slack-asks.ts'

const HOUR = 3_600_000
const ZONE = 'Europe/Stockholm'
const health = z.object({ ready: z.boolean(), reasons: z.array(z.string()) })
let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(() => desk.stop())

async function sql(statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: desk.database.url })
  await client.connect()
  try {
    return (await client.query(statement)).rowCount ?? 0
  } finally {
    await client.end()
  }
}

async function readiness() {
  const answer = await fetch(`http://127.0.0.1:${desk.desk.port}/health/ready`)
  return { status: answer.status, ...health.parse(await answer.json()) }
}

async function snoozed(words: string) {
  const asked = await ritaAsks(desk, words)
  const now = await desk.desk.store.transaction(async (unit) => unit.now)
  const { date, time } = localDateAndTime(new Date(now.getTime() + 2 * HOUR), ZONE)
  await edits(desk, ADA, asked.card, { 'Snooze until': date, [`At what time? (${ZONE})`]: time })
  await agentsHear(desk, asked, 'Ada snoozed')
  return asked
}

it('every timer is a job there, one for each, however many tickets', async () => {
  await until(async () => (await sql('select from agenda_jobs')) >= 8, 'the jobs')
  // In one look: more of them may be declared meanwhile.
  expect(await sql('select name from agenda_jobs group by name having count(*) > 1')).toBe(0)
  expect(await readiness()).toEqual({ status: 200, ready: true, reasons: [] })
})

it('its jobs are taken away while a ticket sleeps: it wakes in its hour all the same, once, and the jobs are back', async () => {
  const asked = await snoozed('order a lamp')
  await sql('delete from agenda_jobs')
  await clockMoves(desk, 2 * HOUR + 60_000)
  await agentsHear(desk, asked, 'The time has come')
  await until(async () => (await sql('select from agenda_jobs')) >= 8, 'the jobs')
  expect(await timesHappened(desk, asked.key, 'Woken')).toBe(1)
})

it('its table itself is gone: the desk says so, stays in service and forgets nothing', async () => {
  const asked = await snoozed('order a desk')
  await sql('drop table agenda_jobs')
  await until(async () => (await readiness()).reasons.includes('job-store'), 'that it is said', 15_000)
  expect(await readiness()).toMatchObject({ status: 200, ready: true })
  await clockMoves(desk, 2 * HOUR + 60_000)
  await agentsHear(desk, asked, 'The time has come')
  expect(await timesHappened(desk, asked.key, 'Woken')).toBe(1)
  await replayedEqualsStored(desk)
})
