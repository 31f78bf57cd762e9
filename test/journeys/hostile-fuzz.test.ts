import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HELP, KIM } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { fuzz } from '../support/fuzz.ts'
import { until } from '../support/people.ts'

/** reliability.md SEC6. `FUZZ=20000` tries more. */
const times = Number(process.env.FUZZ ?? 2000)
const SEED = 20_261_123

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({ webhook: true })
})
afterAll(async () => {
  await desk.stop()
})

it(`of ${times} mutated requests none breaks the desk`, async () => {
  const { broken, statuses, slowestMs, unhandled, polluted } = await fuzz(desk, { seed: SEED, times })
  expect(broken).toEqual([])
  expect(unhandled).toEqual([])
  expect(polluted).toEqual([])
  // It was no walk past the door: some were taken in, some refused.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(times / 10)
  expect(statuses.get(400) ?? 0).toBeGreaterThan(times / 50)
  // 404: a command or a form that is not ours. 413: what was multiplied until it was too much.
  expect([...statuses.keys()].filter((status) => ![200, 400, 404, 413].includes(status))).toEqual([])
  expect(slowestMs).toBeLessThan(5000)
}, 600_000)

it('and afterwards Kim asks and is heard, though much of that waits to be looked at by people', async () => {
  await desk.slack.command(KIM, HELP, '/ticket', 'after the storm')
  const database = new pg.Client({ connectionString: desk.database.url })
  await database.connect()
  const subjects = async () => (await database.query<{ subject: string }>('select subject from ticket')).rows
  await until(async () => (await subjects()).some(({ subject }) => subject === 'after the storm'), 'her ticket', 30_000)
  await database.end()
  const ready = await fetch(`http://127.0.0.1:${desk.desk.port}/health/ready`)
  expect(ready.status).toBe(200)
}, 40_000)
