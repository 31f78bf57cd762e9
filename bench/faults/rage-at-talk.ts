import { randomOf } from '../../test/support/random.ts'
import type { Findings } from './checker.ts'
import { planOf, rage, type Wrought } from './nemesis.ts'
import type { Settled } from './settle.ts'
import { startTrouble } from './trouble.ts'
import { underLoad } from './under-load.ts'

export interface Rage {
  seed: number
  kills: number
  /** Of the database. */
  restarts: number
  /** Messages a second, without the agents' actions. */
  rate: number
  /** How long people talk (ms). */
  ms: number
  /** The platforms behave. */
  calm: boolean
  say: (line: string) => void
}

/** What was done, and what an independent eye found after quiescence. */
export interface Raged {
  load: { done: { messages: number; actions: number; seconds: number } }
  trouble: ReadonlyMap<string, number>
  wrought: Wrought
  settled: Settled
  findings: Findings
}

/** People talk while replicas die; then everything comes to rest, and is checked. */
export async function rageAtTalk({ seed, kills, restarts, rate, ms, calm, say }: Rage): Promise<Raged> {
  return underLoad({ seed, rate }, async ({ ground, load, rest }) => {
    const trouble = startTrouble(ground.playground, { random: randomOf(seed + 1), rate, calm })
    const plan = planOf({ random: randomOf(seed + 2), kills, restarts, ms })
    const wrought = await rage(ground, { plan, ms, say })
    await load.stop()
    trouble.stop()
    return { load, trouble: trouble.done, wrought, ...(await rest()) }
  })
}
