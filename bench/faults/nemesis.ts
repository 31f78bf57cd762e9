import { setTimeout as sleep } from 'node:timers/promises'
import { type Failpoint, failpoints } from '../../src/ports/failpoint.ts'
import type { Ground } from './ground.ts'

/** One thing done to the desks, at a time from the beginning. */
export type Deed =
  | { does: 'kill'; atMs: number; replica: number; point: Failpoint | undefined }
  | { does: 'restart-database'; atMs: number }

export interface Killed {
  replica: number
  point: Failpoint | undefined
  /** False: it did not come there in time, and was killed where it was. */
  reached: boolean
  readyMs: number
}

/** What was done, and how long it took until all was well again (ms). */
export interface Wrought {
  kills: Killed[]
  /** `readyMs`: both replicas said so, from when the server took connections. */
  restarts: { downMs: number; readyMs: number }[]
}

/** Longer than a dead process's lease runs: only then is what it left looked up. */
const POINT_WITHIN_MS = 8_000
const READY_WITHIN_MS = 30_000
const FAULTS_TO_DIE_AT = 3

interface Wrath {
  random: () => number
  kills: number
  /** Of the database. */
  restarts: number
  ms: number
}

/** Kills at random moments and, every second one, at a fail point, each point in its turn; the database in between. */
export function planOf({ random, kills, restarts, ms }: Wrath): Deed[] {
  const slot = ms / Math.max(kills, 1)
  const deeds = Array.from({ length: kills }, (_, index): Deed => {
    const point = index % 2 === 0 ? failpoints[(index / 2) % failpoints.length] : undefined
    return { does: 'kill', atMs: (index + 0.1 + 0.5 * random()) * slot, replica: random() < 0.5 ? 0 : 1, point }
  })
  const outages = Array.from({ length: restarts }, (_, index): Deed => {
    return { does: 'restart-database', atMs: ((index + 1) * ms) / (restarts + 1) }
  })
  return [...deeds, ...outages].sort((one, other) => one.atMs - other.atMs)
}

/** Does what is planned, and returns no sooner than after `ms`. */
export async function rage(
  ground: Ground,
  { plan, ms, say }: { plan: readonly Deed[]; ms: number; say: (line: string) => void },
): Promise<Wrought> {
  const wrought: Wrought = { kills: [], restarts: [] }
  const began = performance.now()
  const until = (atMs: number) => sleep(Math.max(0, atMs - (performance.now() - began)))
  for (const deed of plan) {
    await until(deed.atMs)
    const at = `${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s`
    if (deed.does === 'restart-database') {
      const restart = await restartDatabase(ground)
      wrought.restarts.push(restart)
      say(`${at}  database restarted, ready ${(restart.readyMs / 1000).toFixed(1)} s after it was back`)
      continue
    }
    for (const killed of await kill(ground, deed)) {
      wrought.kills.push(killed)
      const where = killed.point === undefined ? 'at random' : `${killed.reached ? '' : 'not reached: '}${killed.point}`
      say(`${at}  replica ${killed.replica + 1} killed, ${where}; ready after ${(killed.readyMs / 1000).toFixed(1)} s`)
    }
  }
  await until(ms)
  return wrought
}

/**
 * Two moments do not come by themselves: only what another process left half sent is looked up, so the other one dies
 * first, as it sends; and a fault is written down only where there is one.
 */
async function kill(ground: Ground, { replica, point }: Extract<Deed, { does: 'kill' }>): Promise<Killed[]> {
  if (point === 'before-fault-mark') {
    const { slack, telegram } = ground.playground
    slack.faults.arm({ on: 'call', method: 'chat.postMessage', does: 'error', status: 503 }, FAULTS_TO_DIE_AT)
    telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'error', status: 502 }, FAULTS_TO_DIE_AT)
  }
  if (point !== 'in-recovery') return [await killOne(ground, replica, point)]
  const other = (replica + 1) % ground.replicas.length
  return Promise.all([killOne(ground, replica, point), killOne(ground, other, 'after-api-call')])
}

async function killOne({ replicas }: Ground, index: number, point: Failpoint | undefined): Promise<Killed> {
  const replica = replicas[index]
  if (!replica) throw new Error(`no replica ${index}`)
  const killed =
    point === undefined
      ? { reached: true, readyMs: await replica.kill() }
      : await replica.killAt(point, POINT_WITHIN_MS)
  return { replica: index, point, ...killed }
}

/** `pg_ctl restart -m immediate`, and how long it took (ms): until the server took connections, and then until both replicas were ready. */
export async function restartDatabase(ground: Ground): Promise<Wrought['restarts'][number]> {
  const from = performance.now()
  await ground.restartDatabase()
  const back = performance.now()
  await Promise.all(ground.replicas.map(({ port }) => ready(port)))
  return { downMs: back - from, readyMs: performance.now() - back }
}

/** Waits until a replica says so, or for half a minute. */
export async function ready(port: number): Promise<void> {
  for (const until = performance.now() + READY_WITHIN_MS; performance.now() < until; await sleep(50)) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.status === 200) return
  }
}
