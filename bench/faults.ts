import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openOrm } from '../src/store/orm.ts'
import { randomOf } from '../test/support/random.ts'
import { check } from './faults/checker.ts'
import { openGround } from './faults/ground.ts'
import { startLoad } from './faults/load.ts'
import { planOf, rage } from './faults/nemesis.ts'
import { settle } from './faults/settle.ts'
import { report } from './faults/table.ts'
import { startTrouble } from './faults/trouble.ts'
import { rageAtTimers } from './faults-timers.ts'

/** `npm run faults -- --kills 40 [--seed N] [--minutes M] [--rate R] [--restarts R] [--calm]`, or `-- --timers [--seed N]`; see README.md beside this file. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    seed: { type: 'string', default: '20261122' },
    minutes: { type: 'string' },
    rate: { type: 'string', default: '20' },
    restarts: { type: 'string', default: '3' },
    calm: { type: 'boolean', default: false },
    timers: { type: 'boolean', default: false },
  },
})
const count = z.coerce.number().int().nonnegative()
const kills = count.parse(values.kills)
const seed = count.parse(values.seed)
const restarts = count.parse(values.restarts)
const rate = z.coerce.number().positive().parse(values.rate)
const SECONDS_A_KILL = 8
const minutes = z.coerce
  .number()
  .positive()
  .parse(values.minutes ?? (kills * SECONDS_A_KILL) / 60 + 0.5)

const say = (line: string): void => void process.stdout.write(`${line}\n`)
process.exitCode = (await (values.timers ? rageAtTimers(seed, say) : rageAtTalk())) ? 0 : 1

async function rageAtTalk(): Promise<boolean> {
  const ground = await openGround()
  const orm = await openOrm(ground.databaseUrl, 4)
  let passed = false
  try {
    say(`seed ${seed}: ${kills} kills in ${minutes.toFixed(1)} min, ${rate} messages/s`)
    const load = startLoad(ground.playground, { random: randomOf(seed), rate })
    const trouble = startTrouble(ground.playground, { random: randomOf(seed + 1), rate, calm: values.calm })
    const ms = minutes * 60_000
    const plan = planOf({ random: randomOf(seed + 2), kills, restarts, ms })
    const wrought = await rage(ground, { plan, ms, say })
    await load.stop()
    trouble.stop()
    const settled = await settle(ground, orm)
    const findings = await check({ ground, orm, talk: load.talk })
    const table = report({ seed, rate, kills, load, trouble: trouble.done, wrought, settled, findings })
    for (const line of table.lines) say(line)
    passed = table.passed
    if (!passed) say(`\nAgain, with the same kills and faults: npm run faults -- --kills ${kills} --seed ${seed}`)
  } finally {
    await orm.close(true)
    await ground.close()
  }
  return passed
}
