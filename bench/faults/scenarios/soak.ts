import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { openOrm } from '../../../src/store/orm.ts'
import { randomOf } from '../../../test/support/random.ts'
import { check } from '../checker.ts'
import { openGround } from '../ground.ts'
import { startLoad } from '../load.ts'
import { none, told } from '../measure.ts'
import type { Figures, Scenario, Tools } from '../scenario.ts'
import { settle } from '../settle.ts'

const MINUTE = 60_000
const SOAK_MS = 30 * MINUTE
/** Caches fill and code is compiled: what is taken until then is no leak. */
const WARM_MS = 10 * MINUTE
const LOOK_EVERY_MS = 10_000
/** A quarter of load unit L. */
const RATE = 5

/** R16, as far as half an hour goes: what two replicas need of memory while people talk on and on. */
export const soak: Scenario = {
  name: 'soak',
  proves: ['R16'],
  parts: (size) => (size === 'quick' ? [] : [{ name: '30 min', run: soakFor }]),
}

async function soakFor({ seed, say }: Tools): Promise<Figures> {
  const ground = await openGround()
  const orm = await openOrm(ground.databaseUrl, 4)
  try {
    const load = startLoad(ground.playground, { random: randomOf(seed), rate: RATE })
    const began = performance.now()
    const samples = ground.replicas.map((): Sample[] => [])
    while (performance.now() - began < SOAK_MS) {
      await sleep(LOOK_EVERY_MS)
      const atMs = performance.now() - began
      if (atMs < WARM_MS) continue
      for (const [index, { pid }] of ground.replicas.entries())
        samples[index]?.push({ atMs, mebibytes: residentOf(pid) })
    }
    await load.stop()
    const { left } = await settle(ground, orm)
    const { verdict, unstored, unaskedExits } = await check({ ground, orm, talk: load.talk })
    const slopes = samples.map(mebibytesAnHour)
    say(`memory of the replicas, MiB an hour: ${slopes.map((slope) => slope.toFixed(1)).join(', ')}`)
    return {
      R16: [
        { what: 'MiB more in an hour', found: Math.max(...slopes), most: 2, over: 'worst' },
        none('messages lost', [...verdict.lost, ...unstored]),
        none('left over', left.unacknowledged + left.waiting + left.owed),
        none('process exits', unaskedExits),
        told('messages', load.done.messages),
      ],
    }
  } finally {
    await orm.close(true)
    await ground.close()
  }
}

interface Sample {
  atMs: number
  mebibytes: number
}

/** What is resident of a process (Linux). */
function residentOf(pid: number): number {
  const kibibytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kibibytes) / 1024
}

/** The slope of the line that fits best. */
function mebibytesAnHour(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, one) => sum + of(one), 0) / samples.length
  const [at, level] = [mean(({ atMs }) => atMs), mean(({ mebibytes }) => mebibytes)]
  const over = mean(({ atMs }) => (atMs - at) ** 2)
  return (mean(({ atMs, mebibytes }) => (atMs - at) * (mebibytes - level)) / over) * 60 * MINUTE
}
