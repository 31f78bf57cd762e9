import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HELP, KIM } from '../../playground/slack/index.ts'
import { fuzz } from '../support/fuzz.ts'
import { type FuzzedDesk, fuzzedApart, fuzzedWithin } from '../support/fuzzed-desk.ts'
import { until } from '../support/people.ts'

/**
 * reliability.md SEC6. `FUZZ=20000` tries more, and `node test/run.mjs --full` 200,000: against a process of its own, whose
 * memory and slowest answer count then. A run that was ended goes on with `FUZZ_FROM`.
 */
const apart = process.env.FUZZ !== undefined
const times = Number(process.env.FUZZ ?? 2000)
const first = Number(process.env.FUZZ_FROM ?? 0)
const seed = Number(process.env.FUZZ_SEED ?? 20_261_123)
/** After so many all code has run and been compiled, and the process has the size it has. */
const WARM = 1000
const MORE_MEMORY = 64 * 1024 * 1024
const WEIGHED_EVERY = 500
const TOLD_EVERY = 10_000

let desk: FuzzedDesk

beforeAll(async () => {
  desk = await (apart ? fuzzedApart() : fuzzedWithin())
})
afterAll(() => desk.stop())

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`

it(
  `of ${times} mutated requests none breaks the desk`,
  async () => {
    let warm = 0
    let most = 0
    const onSent = async (sent: number, slowestMs: number): Promise<void> => {
      if (sent === WARM) warm = (await desk.memory()) ?? 0
      if (sent >= WARM && sent % WEIGHED_EVERY === 0) most = Math.max(most, (await desk.memory()) ?? 0)
      if (!apart || (sent % TOLD_EVERY !== 0 && sent < times - first)) return
      const at = first + sent
      const facts = `slowest answer ${slowestMs.toFixed(0)} ms, memory ${megabytes(warm)} warm, ${megabytes(most)} at most`
      process.stdout.write(`${sent} sent, to number ${at} of seed ${seed}: ${facts}. Goes on with FUZZ_FROM=${at}\n`)
    }
    // Beside the tests of a whole suite nobody is as quick as alone.
    const asked = apart ? { withinMs: 1000, tries: 3 } : { withinMs: 5000 }
    const found = await fuzz(desk, { seed, times, first, onSent, ...asked })
    const { broken, statuses, unhandled, polluted } = found
    expect(broken).toEqual([])
    expect(unhandled).toEqual([])
    expect(desk.ended()).toBe(0)
    expect([...polluted, ...(await desk.prototype()).filter((name) => /pollut/.test(name))]).toEqual([])
    // It was no walk past the door: some were taken in, some refused.
    const sent = times - first
    expect(statuses.get(200) ?? 0).toBeGreaterThan(sent / 10)
    expect(statuses.get(400) ?? 0).toBeGreaterThan(sent / 50)
    // 404: a command or a form that is not ours. 413: what was multiplied until it was too much.
    expect([...statuses.keys()].filter((status) => ![200, 400, 404, 413].includes(status))).toEqual([])
    expect(most - warm, `${megabytes(warm)} warm, ${megabytes(most)} at most`).toBeLessThanOrEqual(MORE_MEMORY)
  },
  600_000 + times * 30,
)

it('and afterwards Kim asks and is heard, though much of that waits to be looked at by people', async () => {
  await desk.slack.command(KIM, HELP, '/ticket', 'after the storm')
  const database = new pg.Client({ connectionString: desk.databaseUrl })
  await database.connect()
  const subjects = async () => (await database.query<{ subject: string }>('select subject from ticket')).rows
  await until(async () => (await subjects()).some(({ subject }) => subject === 'after the storm'), 'her ticket', 30_000)
  await database.end()
  const ready = await fetch(`http://127.0.0.1:${desk.port}/health/ready`)
  expect(ready.status).toBe(200)
}, 40_000)
