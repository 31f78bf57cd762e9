import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchBudget } from './budget.ts'
import { benchFlood } from './flood.ts'
import { benchKinds } from './kinds.ts'
import { benchMemory } from './memory.ts'
import { benchMirror } from './mirror.ts'
import { benchReplicas } from './replicas.ts'
import { benchScale } from './scale.ts'
import { benchStart } from './start.ts'
import { benchTimers } from './timers.ts'

type Bench = (args: readonly string[]) => Promise<boolean>

/** Each resolves with whether what it measured is as it should be. What is soon done comes first. */
const benches: Readonly<Record<string, Bench>> = {
  budget: benchBudget,
  flood: benchFlood,
  replicas: benchReplicas,
  kinds: benchKinds,
  timers: benchTimers,
  mirror: benchMirror,
  memory: benchMemory,
  scale: benchScale,
  start: benchStart,
}
/** Their databases of a million tickets are the same: whichever comes second takes those of the first. */
const LARGE = ['scale', 'start']

/** `npm run bench -- NAME [options]` measures one thing, `npm run bench` all of them, one after the other. */
const [name, ...args] = process.argv.slice(2)
const bench = benches[name ?? '']
if (name === undefined) {
  process.exitCode = (await benchAll()) ? 0 : 1
} else if (bench) {
  process.exitCode = (await bench(args)) ? 0 : 1
} else {
  process.stderr.write(`Say what to measure: npm run bench -- ${Object.keys(benches).join(' | ')}\n`)
  process.exitCode = 2
}

async function benchAll(): Promise<boolean> {
  const kept = mkdtempSync(join(tmpdir(), 'deskhand-bench-'))
  const removeKept = (): void => rmSync(kept, { recursive: true, force: true })
  process.once('exit', removeKept)
  const short: string[] = []
  for (const [one, measure] of Object.entries(benches)) {
    process.stdout.write(`\n# ${one}\n`)
    const holds = await measure(LARGE.includes(one) ? ['--kept', kept] : []).catch((error: unknown) => {
      process.stderr.write(`${one} could not be measured: ${error instanceof Error ? error.stack : String(error)}\n`)
      return false
    })
    if (!holds) short.push(one)
  }
  process.stdout.write(short.length === 0 ? '\nEvery line holds.\n' : `\nFell short: ${short.join(', ')}\n`)
  return short.length === 0
}
