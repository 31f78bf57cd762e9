import { benchBudget } from './budget.ts'
import { benchFlood } from './flood.ts'
import { benchKinds } from './kinds.ts'
import { benchMemory } from './memory.ts'
import { benchMirror } from './mirror.ts'
import { benchReplicas } from './replicas.ts'
import { benchScale } from './scale.ts'
import { benchStart } from './start.ts'
import { benchTimers } from './timers.ts'

/** `npm run bench -- NAME [options]`: each resolves with whether what it measured is as it should be. */
const benches: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  budget: benchBudget,
  flood: benchFlood,
  memory: benchMemory,
  kinds: benchKinds,
  mirror: benchMirror,
  replicas: benchReplicas,
  scale: benchScale,
  start: benchStart,
  timers: benchTimers,
}

const [name = '', ...args] = process.argv.slice(2)
const bench = benches[name]
if (bench) {
  process.exitCode = (await bench(args)) ? 0 : 1
} else {
  process.stderr.write(`Say what to measure: npm run bench -- ${Object.keys(benches).join(' | ')}\n`)
  process.exitCode = 2
}
