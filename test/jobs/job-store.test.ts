import type { JobParameters } from 'agenda'
import { MongoClient } from 'mongodb'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Shelf, startAgenda } from '../../src/jobs/agenda.ts'
import { mongoShelf } from '../../src/jobs/mongo.ts'
import { postgresShelf } from '../../src/jobs/postgres.ts'
import { logTo } from '../../src/log.ts'
import type { Job, JobStore } from '../../src/ports/jobs.ts'
import { freshDatabase } from '../support/database.ts'
import { mongoAtHand } from '../support/mongo.ts'
import { until } from '../support/people.ts'

const log = logTo('silent', false)

/** A store of either kind, and what can befall it. */
interface Ground {
  open: () => Promise<Shelf>
  /** Everything in it is gone. */
  empty(): Promise<void>
  /** Every connection to it breaks. */
  cut(): Promise<void>
  stop(): Promise<void>
}

async function postgres(): Promise<Ground> {
  const database = await freshDatabase()
  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  return {
    open: () => postgresShelf(database.url, log),
    empty: () => ask('delete from agenda_jobs'),
    cut: () =>
      ask(`select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()`),
    stop: () => database.drop(),
  }
}

const atHand = mongoAtHand()

async function mongo(): Promise<Ground> {
  if (!atHand) throw new Error('no MongoDB at hand')
  let server = await atHand.start()
  const client = new MongoClient(server.url)
  return {
    open: () => mongoShelf(server.url),
    async empty() {
      await client.db().collection('agenda_jobs').deleteMany({})
    },
    async cut() {
      await client.close()
      await server.stop()
      server = await atHand.start()
    },
    async stop() {
      await client.close()
      await server.stop()
    },
  }
}

function contract(openGround: () => Promise<Ground>): void {
  let ground: Ground
  const stores: JobStore[] = []
  beforeAll(async () => {
    ground = await openGround()
    await ground.empty()
  })
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.stop()))
    await ground.empty()
  })
  afterAll(() => ground.stop())

  let holders = 0
  const start = (jobs: readonly Job[], open: () => Promise<Shelf> = () => ground.open()): JobStore => {
    holders += 1
    const store = startAgenda({ open, jobs, holder: `process-${holders}`, log, processEveryMs: 1000, lookEveryMs: 500 })
    stores.push(store)
    return store
  }
  const counted = (name: string) => {
    const job = {
      name,
      everyMs: 1000,
      runs: 0,
      run: async () => {
        job.runs += 1
      },
    }
    return job
  }

  it('wakes every job again and again', async () => {
    const [one, other] = [counted('sla-reminders'), counted('grace-ends')]
    const store = start([one, other])
    await until(() => one.runs >= 2 && other.runs >= 2, 'both, twice')
    expect(store.up).toBe(true)
  })

  it('of two processes one runs a job, and the other leaves it to it', async () => {
    const held: (() => void)[] = []
    const begun: string[] = []
    const slow = (who: string): Job => ({
      name: 'sla-reminders',
      everyMs: 1000,
      run: () =>
        new Promise((resolve) => {
          begun.push(who)
          held.push(resolve)
        }),
    })
    const [first, second] = [counted('first'), counted('second')]
    const since = performance.now()
    start([slow('one'), first])
    start([slow('other'), second])
    await until(() => begun.length > 0, 'that one runs it')
    const [before, beside] = [first.runs, second.runs]
    await until(() => first.runs >= before + 2 && second.runs >= beside + 2, 'that both are alive', 15_000)
    // A lock that lapsed (10 s, on a machine that slow) lets the other in, and that is right.
    expect(begun.length).toBeLessThanOrEqual(1 + Math.floor((performance.now() - since) / 10_000))
    for (const resolve of held) resolve()
  })

  it('processes that start together declare each job once', async () => {
    const names = ['one', 'two', 'three', 'four', 'five']
    const together = [1, 2, 3, 4].map(() => start(names.map(counted)))
    await until(() => together.every(({ up }) => up === true), 'that all are up', 4_000)
    const shelf = await ground.open()
    expect((await shelf.names()).toSorted()).toEqual(names.toSorted())
    await shelf.close()
  })

  it('a store that was emptied has its jobs again', async () => {
    const job = counted('sla-reminders')
    start([job])
    await until(() => job.runs > 0, 'the first run')
    await ground.empty()
    const before = job.runs
    await until(() => job.runs >= before + 3, 'that it goes on', 15_000)
  })

  it('a store that is not there yet is waited for, and nothing ends', async () => {
    const job = counted('sla-reminders')
    let tries = 0
    const store = start([job], async () => {
      tries += 1
      if (tries === 1) throw new Error('not there')
      return ground.open()
    })
    await until(() => store.up === false, 'that it is down')
    await until(() => job.runs > 0, 'that it came', 15_000)
    expect(store.up).toBe(true)
  })
}

describe('Agenda on PostgreSQL', () => {
  contract(postgres)

  it('outlives every one of its connections', async () => {
    const ground = await postgres()
    let runs = 0
    const job: Job = {
      name: 'sla-reminders',
      everyMs: 1000,
      run: async () => {
        runs += 1
      },
    }
    const quick = { processEveryMs: 1000, lookEveryMs: 500 }
    const store = startAgenda({ open: ground.open, jobs: [job], holder: 'process', log, ...quick })
    await until(() => runs > 0, 'the first run')
    await ground.cut()
    const before = runs
    await until(() => runs >= before + 2, 'that it goes on', 20_000)
    await store.stop()
    await ground.stop()
  })
})

it('a job given back while the store is away, which Agenda does not listen to, ends nothing', async () => {
  const ground = await postgres()
  const job = { _id: '01900000-0000-7000-8000-000000000000', name: 'sla-reminders' } as JobParameters // as far as it is read
  let shelf: Shelf | undefined
  const open = async () => {
    shelf = await ground.open()
    return shelf
  }
  const store = startAgenda({ open, jobs: [], holder: 'process', log })
  await until(() => store.up, 'the store')
  await store.stop()
  await expect(shelf?.backend.repository.unlockJob(job)).resolves.toBeUndefined()
  await ground.stop()
})

describe.runIf(atHand !== undefined)('Agenda on MongoDB', () => contract(mongo))

// Said aloud, so that nobody takes a contract that was not run for one that holds.
it.skipIf(atHand !== undefined)('Agenda on MongoDB: NOT RUN, neither MONGODB_URL nor FerretDB is at hand', (context) =>
  context.skip(),
)
