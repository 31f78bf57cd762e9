import { parseArgs } from 'node:util'
import { z } from 'zod'
import { rageAtTalk } from './faults/rage-at-talk.ts'
import { rageAtTimers } from './faults/rage-at-timers.ts'
import { runScenarios } from './faults/run-scenarios.ts'
import { scenarios } from './faults/scenarios.ts'
import { report } from './faults/table.ts'

/**
 * `npm run faults [-- --quick|--full] [--only R1,SEC6] [--seed N] [--resume] [--untimed] [--no-record]`: the scenarios, quick unless full;
 * `-- --kills 40 [--seed N] [--minutes M] [--rate R] [--restarts R] [--calm]` or `-- --timers [--seed N]`: one of them,
 * in whatever size, with all its lines. See README.md beside this file.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    resume: { type: 'boolean', default: false },
    untimed: { type: 'boolean', default: false },
    'no-record': { type: 'boolean', default: false },
    kills: { type: 'string' },
    seed: { type: 'string' },
    minutes: { type: 'string' },
    rate: { type: 'string', default: '20' },
    restarts: { type: 'string', default: '3' },
    calm: { type: 'boolean', default: false },
    timers: { type: 'boolean', default: false },
  },
})
const count = z.coerce.number().int().nonnegative()
const seed = count.parse(values.seed ?? 20_261_122)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const passed = values.timers ? await timers() : values.kills === undefined ? await all() : await kills(values.kills)
// Idle connections would keep the process for some seconds more.
process.exit(passed ? 0 : 1)

function all(): Promise<boolean> {
  return runScenarios(scenarios, {
    size: values.full ? 'full' : 'quick',
    seed,
    only: values.only.split(',').filter((name) => name !== ''),
    resume: values.resume,
    record: !values['no-record'] && !values.untimed,
    timed: !values.untimed,
    say,
  })
}

async function timers(): Promise<boolean> {
  const { lines, passed: ok } = await rageAtTimers({ seed, say })
  for (const line of lines) say(line)
  return ok
}

async function kills(told: string): Promise<boolean> {
  const SECONDS_A_KILL = 8
  const times = count.parse(told)
  const rate = z.coerce.number().positive().parse(values.rate)
  const minutes = z.coerce
    .number()
    .positive()
    .parse(values.minutes ?? (times * SECONDS_A_KILL) / 60 + 0.5)
  say(`seed ${seed}: ${times} kills in ${minutes.toFixed(1)} min, ${rate} messages/s`)
  const restarts = count.parse(values.restarts)
  const raged = await rageAtTalk({ seed, kills: times, restarts, rate, ms: minutes * 60_000, calm: values.calm, say })
  const table = report({ seed, rate, kills: times, ...raged })
  for (const line of table.lines) say(line)
  if (!table.passed) say(`\nAgain, with the same kills and faults: npm run faults -- --kills ${times} --seed ${seed}`)
  return table.passed
}
