import { setTimeout as sleep } from 'node:timers/promises'
import type { Orm } from '../../src/store/orm.ts'
import { unacknowledged, unsettled } from '../../test/support/settled.ts'
import type { Ground } from './ground.ts'

/** How it went on after the last word and the last fault. */
export interface Settled {
  /** When the load ended. */
  behind: { waiting: number; owed: number }
  /** Until nothing was left to do (ms), or until it was given up. */
  tookMs: number
  /** What was left then; all 0 where it came to rest. */
  left: { unacknowledged: number; waiting: number; owed: number }
}

/** Given up when nothing has got better for so long, or at the latest after so long in all. */
const STILL_MS = 45_000
const PATIENCE_MS = 300_000
const GLANCE_MS = 500

/** @param patienceMs how long it may take in all. */
export async function settle({ playground }: Ground, orm: Orm, patienceMs = PATIENCE_MS): Promise<Settled> {
  const behind = await unsettled(orm)
  const from = performance.now()
  let fewest = Number.POSITIVE_INFINITY
  let betterAt = from
  for (;;) {
    const left = { unacknowledged: unacknowledged(playground).length, ...(await unsettled(orm)) }
    const now = performance.now()
    // A row that is heard may owe several deliveries: what is unheard weighs more than these.
    const burden = 10 * (left.unacknowledged + left.waiting) + left.owed
    if (burden < fewest) betterAt = now
    fewest = Math.min(fewest, burden)
    const tookMs = now - from
    if (burden === 0 || now - betterAt > STILL_MS || tookMs > patienceMs) return { behind, tookMs, left }
    await sleep(GLANCE_MS)
  }
}
