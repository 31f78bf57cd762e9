import { setTimeout as sleep } from 'node:timers/promises'
import { openOrm } from '../../src/store/orm.ts'
import { randomOf } from '../../test/support/random.ts'
import { checkTimers } from '../timers/check.ts'
import { makeCopies, readModels } from '../timers/copies.ts'
import { waitForAll } from '../timers/lateness.ts'
import { AFTER_MODELS, makeModels } from '../timers/models.ts'
import { planOf } from '../timers/plan.ts'
import { type TimersTold, tableOfTimers } from '../timers/table.ts'
import { type Ground, openGround } from './ground.ts'
import { settle } from './settle.ts'

/** How much comes due, and what happens meanwhile. */
export interface TimersRage {
  effects: number
  /** The last of what is due comes after the job store was emptied. */
  overMs: number
  kills: number
  killEveryMs: number
  emptiedAtMs: number
  /** From when all is made to when the first is due. */
  leadMs: number
}

/** As much as `npm run faults -- --timers` does. */
export const wholeRage: TimersRage = {
  effects: 10_000,
  overMs: 180_000,
  kills: 5,
  killEveryMs: 30_000,
  emptiedAtMs: 160_000,
  leadMs: 15_000,
}

const STILL_MS = 60_000
const POINT_WITHIN_MS = 5_000
/** Every notice goes through one of six chats, in turn. */
const DRAINED_WITHIN_MS = 20 * 60_000
const FROM = '2027-03-11T09:10:00Z'

interface Raging extends Partial<TimersRage> {
  seed: number
  say: (line: string) => void
}

/**
 * Timers of every kind come due while a replica is killed now and then, each second time between a call of a platform
 * and our knowing of it; then the job store is emptied. Resolves with what was found, and a table of it.
 */
export async function rageAtTimers({ seed, say, ...more }: Raging) {
  const size: TimersRage = { ...wholeRage, ...more }
  const random = randomOf(seed)
  const ground = await openGround()
  const orm = await openOrm(ground.databaseUrl, 4)
  try {
    const models = await makeModels(ground, orm)
    await ground.clockStandsAt(AFTER_MODELS)
    const from = Date.parse(FROM)
    const copies = planOf({ random, effects: size.effects, from, overMs: size.overMs, prefix: 'DUE' })
    await makeCopies(orm, await readModels(orm, models), copies)
    const jobs = await jobNames(orm)
    await ground.clockStandsAt(new Date(from - size.leadMs).toISOString())
    const began = performance.now() + size.leadMs
    const at = (ms: number) => sleep(Math.max(0, began + ms - performance.now()))
    say(`seed ${seed}: ${copies.length} tickets, ${size.effects} effects due within ${size.overMs / 1000} s`)
    const readyMs: number[] = []
    let atPoint = 0
    for (let n = 1; n <= size.kills; n++) {
      await at(n * size.killEveryMs)
      const killed = await killOne(ground, random() < 0.5 ? 0 : 1, n % 2 === 1)
      readyMs.push(killed.readyMs)
      if (killed.atPoint) atPoint += 1
      say(`${n * size.killEveryMs} ms: a replica killed, ready after ${Math.round(killed.readyMs)} ms`)
    }
    await at(size.emptiedAtMs)
    await orm.em.fork().execute('delete from agenda_jobs')
    say('the job store is empty')
    await at(size.overMs)
    await waitForAll(orm, STILL_MS)
    say('all that was due has happened, or does not happen any more')
    const settled = await settle(ground, orm, DRAINED_WITHIN_MS)
    const found = await checkTimers(ground, orm)
    const declared = await jobNames(orm)
    const told: TimersTold = { seed, readyMs, atPoint, settled, found, jobs, declared }
    return { told, ...tableOfTimers(told) }
  } finally {
    await orm.close(true)
    await ground.close()
  }
}

async function killOne({ replicas }: Ground, index: number, sending: boolean) {
  const replica = replicas[index]
  if (!replica) throw new Error('no replica')
  if (!sending) return { readyMs: await replica.kill(), atPoint: false }
  const { readyMs, reached } = await replica.killAt('after-api-call', POINT_WITHIN_MS)
  return { readyMs, atPoint: reached }
}

async function jobNames(orm: Awaited<ReturnType<typeof openOrm>>): Promise<string[]> {
  const rows = await orm.em.fork().execute<{ name: string }[]>('select name from agenda_jobs order by name')
  return rows.map(({ name }) => name)
}
