import { afterAll, beforeAll, expect, it } from 'vitest'
import { HELP, KIM } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { fuzz, strangeIn } from '../support/fuzz.ts'
import { until } from '../support/people.ts'

/** reliability.md SEC6. 200,000 are sent by `npm run faults -- --full --only SEC6`, to a desk that is a process of its own. */
const TIMES = 2000
const SEED = 20_261_123
/** Beside the tests of a whole suite nobody is as quick as alone. */
const WITHIN_MS = 5000

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({ webhook: true })
})
afterAll(() => desk.stop())

it(`of ${TIMES} mutated requests none breaks the desk`, async () => {
  const found = await fuzz(desk.desk, { seed: SEED, times: TIMES, withinMs: WITHIN_MS })
  const { broken, statuses, unhandled, polluted } = found
  expect(broken).toEqual([])
  expect(unhandled).toEqual([])
  expect(polluted).toEqual([])
  // It was no walk past the door: some were taken in, some refused.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(TIMES / 10)
  expect(statuses.get(400) ?? 0).toBeGreaterThan(TIMES / 50)
  expect(strangeIn(statuses)).toEqual([])
}, 120_000)

it('and afterwards Kim asks and is heard, though much of that waits to be looked at by people', async () => {
  await desk.slack.command(KIM, HELP, '/ticket', 'after the storm')
  const subjects = async () =>
    (await desk.database.query<{ subject: string }>('select subject from ticket')).rows.map(({ subject }) => subject)
  await until(async () => (await subjects()).includes('after the storm'), 'her ticket', 30_000)
  const ready = await fetch(`http://127.0.0.1:${desk.desk.port}/health/ready`)
  expect(ready.status).toBe(200)
}, 40_000)
