import { setTimeout as sleep } from 'node:timers/promises'
import { openOrm } from '../src/store/orm.ts'
import { randomOf } from '../test/support/random.ts'
import { openGround } from './faults/ground.ts'
import { settle } from './faults/settle.ts'
import { checkTimers } from './timers/check.ts'
import { makeCopies, readModels } from './timers/copies.ts'
import { waitForAll } from './timers/lateness.ts'
import { AFTER_MODELS, makeModels } from './timers/models.ts'
import { planOf } from './timers/plan.ts'
import { tableOfTimers } from './timers/table.ts'

const EFFECTS = 10_000
const KILL_EVERY_MS = 30_000
const KILLS = 5
/** The last of what is due comes after the job store was emptied. */
const OVER_MS = 180_000
const EMPTIED_AT_MS = 160_000
const LEAD_MS = 15_000
const STILL_MS = 60_000
const POINT_WITHIN_MS = 5_000
/** Every notice goes through one of six chats, in turn. */
const DRAINED_WITHIN_MS = 20 * 60_000
const FROM = '2027-03-11T09:10:00Z'

/**
 * `npm run faults -- --timers`: timers of every kind come due while a replica is killed every half minute, each second
 * time between a call of a platform and our knowing of it; then the job store is emptied.
 */
export async function rageAtTimers(seed: number, say: (line: string) => void): Promise<boolean> {
  const random = randomOf(seed)
  const ground = await openGround()
  const orm = await openOrm(ground.databaseUrl, 4)
  try {
    const models = await makeModels(ground, orm)
    await ground.clockStandsAt(AFTER_MODELS)
    const from = Date.parse(FROM)
    const copies = planOf({ random, effects: EFFECTS, from, overMs: OVER_MS, prefix: 'DUE' })
    await makeCopies(orm, await readModels(orm, models), copies)
    const jobs = await jobNames(orm)
    await ground.clockStandsAt(new Date(from - LEAD_MS).toISOString())
    const began = performance.now() + LEAD_MS
    const at = (ms: number) => sleep(Math.max(0, began + ms - performance.now()))
    say(`seed ${seed}: ${copies.length} tickets, ${EFFECTS} effects due within ${OVER_MS / 1000} s`)
    const readyMs: number[] = []
    let atPoint = 0
    for (let n = 1; n <= KILLS; n++) {
      await at(n * KILL_EVERY_MS)
      const replica = ground.replicas[random() < 0.5 ? 0 : 1]
      if (!replica) throw new Error('no replica')
      if (n % 2 === 0) {
        readyMs.push(await replica.kill())
      } else {
        const killed = await replica.killAt('after-api-call', POINT_WITHIN_MS)
        readyMs.push(killed.readyMs)
        if (killed.reached) atPoint += 1
      }
      say(`${n * KILL_EVERY_MS} ms: a replica killed, ready after ${Math.round(readyMs.at(-1) ?? 0)} ms`)
    }
    await at(EMPTIED_AT_MS)
    await orm.em.fork().execute('delete from agenda_jobs')
    say('the job store is empty')
    await at(OVER_MS)
    await waitForAll(orm, STILL_MS)
    say('all that was due has happened, or does not happen any more')
    const settled = await settle(ground, orm, DRAINED_WITHIN_MS)
    const found = await checkTimers(ground, orm)
    const declared = await jobNames(orm)
    const table = tableOfTimers({ seed, readyMs, atPoint, settled, found, jobs, declared })
    for (const line of table.lines) say(line)
    return table.passed
  } finally {
    await orm.close(true)
    await ground.close()
  }
}

async function jobNames(orm: Awaited<ReturnType<typeof openOrm>>): Promise<string[]> {
  const rows = await orm.em.fork().execute<{ name: string }[]>('select name from agenda_jobs order by name')
  return rows.map(({ name }) => name)
}
