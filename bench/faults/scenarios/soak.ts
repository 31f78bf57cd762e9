import { setTimeout as sleep } from 'node:timers/promises'
import type { Memory } from '../../../test/support/asked-of-child.ts'
import { slopeOf } from '../../slope.ts'
import { none, told } from '../measure.ts'
import type { Figures, Scenario, Tools } from '../scenario.ts'
import { underLoad } from '../under-load.ts'
import { fullDisk } from './disk.ts'

const MINUTE = 60_000
const SOAK_MS = 30 * MINUTE
/** Caches fill: what is taken until then is no leak. */
const WARM_MS = 10 * MINUTE
const LOOK_EVERY_MS = 30_000
const MEBIBYTE = 1024 * 1024
/** A quarter of load unit L. */
const RATE = 5

/**
 * R16, as far as half an hour goes: what two replicas hold on to while people talk on and on. Judged is what their objects
 * and buffers take after a collection. Beside it is told what V8 compiles, which goes on for hours, for what runs once in a
 * while is compiled when it has run often (heap snapshots four minutes apart: code +186 KiB, objects -42), and what the
 * process keeps beside all that, which V8 gives back when the machine needs it.
 */
export const soak: Scenario = {
  name: 'soak',
  proves: ['R16'],
  parts: (size) => (size === 'quick' ? [] : [{ name: '30 min', run: soakFor }, fullDisk(RATE)]),
}

function soakFor({ seed, say }: Tools): Promise<Figures> {
  return underLoad({ seed, rate: RATE }, async ({ ground, load, rest }) => {
    const began = performance.now()
    const samples = ground.replicas.map((): Sample[] => [])
    while (performance.now() - began < SOAK_MS) {
      await sleep(LOOK_EVERY_MS)
      const atMs = performance.now() - began
      if (atMs < WARM_MS) continue
      for (const [index, replica] of ground.replicas.entries())
        samples[index]?.push({ atMs, ...(await replica.memory()) })
    }
    const { leftOver, findings } = await rest()
    const { verdict, unstored, unaskedExits } = findings
    const slopes = (what: keyof Memory) => samples.map((its) => mebibytesAnHour(its, what))
    for (const what of ['held', 'compiled', 'resident'] as const)
      say(`${what} by the replicas, MiB more an hour: ${slopes(what).map(round).join(', ')}`)
    return {
      R16: [
        { what: 'MiB more held in an hour', found: Math.max(...slopes('held')), most: 2, over: 'worst' },
        { what: 'MiB more compiled in an hour', found: Math.max(...slopes('compiled')), over: 'worst' },
        { what: 'MiB more resident in an hour', found: Math.max(...slopes('resident')), over: 'worst' },
        none('messages lost', [...verdict.lost, ...unstored]),
        none('left over', leftOver),
        none('process exits', unaskedExits),
        told('messages', load.done.messages),
      ],
    }
  })
}

interface Sample extends Memory {
  atMs: number
}

function mebibytesAnHour(samples: readonly Sample[], what: keyof Memory): number {
  return slopeOf(samples.map((one) => ({ atMs: one.atMs, bytes: one[what] }))) / MEBIBYTE
}

const round = (slope: number): string => slope.toFixed(1)
