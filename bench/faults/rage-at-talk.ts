import { openOrm } from '../../src/store/orm.ts'
import { randomOf } from '../../test/support/random.ts'
import { check, type Findings } from './checker.ts'
import { openGround } from './ground.ts'
import { startLoad } from './load.ts'
import { planOf, rage, type Wrought } from './nemesis.ts'
import { type Settled, settle } from './settle.ts'
import { startTrouble } from './trouble.ts'

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
  const ground = await openGround()
  const orm = await openOrm(ground.databaseUrl, 4)
  try {
    const load = startLoad(ground.playground, { random: randomOf(seed), rate })
    const trouble = startTrouble(ground.playground, { random: randomOf(seed + 1), rate, calm })
    const plan = planOf({ random: randomOf(seed + 2), kills, restarts, ms })
    const wrought = await rage(ground, { plan, ms, say })
    await load.stop()
    trouble.stop()
    const settled = await settle(ground, orm)
    const findings = await check({ ground, orm, talk: load.talk })
    return { load, trouble: trouble.done, wrought, settled, findings }
  } finally {
    await orm.close(true)
    await ground.close()
  }
}
