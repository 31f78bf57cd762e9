import { type Orm, openOrm } from '../../src/store/orm.ts'
import { randomOf } from '../../test/support/random.ts'
import { check, type Findings } from './checker.ts'
import { type Ground, type GroundOptions, openGround } from './ground.ts'
import { type Load, startLoad } from './load.ts'
import { type Measure, none } from './measure.ts'
import { type Settled, settle } from './settle.ts'

/** Two replicas, people who talk, and a look into the database past them. */
interface Loaded {
  ground: Ground
  orm: Orm
  load: Load
  /** People fall silent; resolves with how it came to rest, and what an independent eye finds then. */
  rest: () => Promise<Rested>
}

interface Rested {
  settled: Settled
  leftOver: number
  findings: Findings
}

interface UnderLoad extends GroundOptions {
  seed: number
  /** Messages a second, without the agents' actions. */
  rate: number
}

/** People talk while `work` does something to the desks. All is closed again when it is done, or has failed. */
export async function underLoad<T>(
  { seed, rate, ...options }: UnderLoad,
  work: (loaded: Loaded) => Promise<T>,
): Promise<T> {
  const ground = await openGround(options)
  const orm = await openOrm(ground.databaseUrl, 4)
  try {
    const load = startLoad(ground.playground, { random: randomOf(seed), rate })
    return await work({
      ground,
      orm,
      load,
      async rest() {
        await load.stop()
        const settled = await settle(ground, orm)
        const { unacknowledged, waiting, owed } = settled.left
        const findings = await check({ ground, orm, talk: load.talk })
        return { settled, leftOver: unacknowledged + waiting + owed, findings }
      },
    })
  } finally {
    await orm.close(true)
    await ground.close()
  }
}

/** What must be nought, whatever was done. */
export function harmIn({ leftOver, findings: { verdict, unstored, tickets, stored } }: Rested): Measure[] {
  return [
    none('messages lost', [...verdict.lost, ...unstored]),
    none('tickets lost or doubled', [...tickets.missing, ...tickets.doubled]),
    none('parked or failed', [...stored.parked, ...stored.ended]),
    none('left over', leftOver),
  ]
}
