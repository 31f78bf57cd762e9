import { join } from 'node:path'
import { openPlayground, type Playground } from '../../playground/open.ts'
import { migrate } from '../../src/store/migrate.ts'
import { dbOf, type Orm, openOrm } from '../../src/store/orm.ts'
import { secrets } from '../../test/support/demo.ts'
import { type KillableDesk, startKillable } from '../../test/support/killable.ts'
import { type Closings, openClosings } from '../closings.ts'
import { ownCluster, ownFolder } from '../own-cluster.ts'
import { type Balancer, openBalancer } from './balancer.ts'
import { withRoom } from './full-disk.ts'
import { openTcpProxy, type TcpProxy } from './tcp-proxy.ts'

/** Two replicas on one PostgreSQL that syncs to the disk, one Slack and one Telegram, and a balancer before the desks. */
export interface Ground {
  playground: Playground
  replicas: readonly KillableDesk[]
  balancer: Balancer
  databaseUrl: string
  /** Between the replicas and their database, where that was asked for. */
  wire: TcpProxy | undefined
  /** The folder PostgreSQL's data are in. */
  databaseFolder: string
  /** `pg_ctl restart -m immediate`. Resolves when the server takes connections again. */
  restartDatabase(): Promise<void>
  /** Puts the desks' clock and both platforms' at this hour (UTC, ISO 8601), from where it goes on. */
  clockStandsAt(hour: string): Promise<void>
  /** The replicas stop where they are; new ones run on this database from `startReplicas` on, and the clock is its. */
  stopReplicas(): Promise<void>
  startReplicas(databaseUrl: string): Promise<void>
  /** A copy of the replicas' database as it is now, while nobody is connected to it. Resolves with its address. */
  copyDatabase(name: string): Promise<string>
  close(): Promise<void>
}

const REPLICAS = 2
const DATABASE = 'faults'
/** Kills come every few seconds, not once in a while, so Slack's repetitions are pressed together as well (ms). */
const PRESSED_RETRIES = [0, 500, 1000, ...Array<number>(60).fill(2000)]
/** As on a real day, for troubles that last a minute each: for two minutes, and between two of them the desk is well. */
export const UNPRESSED_RETRIES = [0, 5_000, ...Array<number>(12).fill(10_000)]

export interface GroundOptions {
  /** The lanes as slow as the platforms want them; otherwise a chat takes as much as comes. */
  platformBudgets?: boolean
  /** When Slack offers again what was not taken (ms each after the one before). */
  slackRetriesMs?: readonly number[]
  /** The replicas reach their database through a proxy that can swallow everything. */
  wire?: boolean
  /** PostgreSQL's files have no more room than this (MiB). */
  roomMiB?: number
}

/** Rejects, with everything closed again, where a part does not start. */
export async function openGround(options: GroundOptions = {}): Promise<Ground> {
  const closings = openClosings()
  try {
    return { ...(await openParts(closings, options)), close: closings.close }
  } catch (error) {
    await closings.close()
    throw error
  }
}

async function openParts(
  closings: Closings,
  { platformBudgets, wire: wired, slackRetriesMs = PRESSED_RETRIES, roomMiB }: GroundOptions,
): Promise<Omit<Ground, 'close'>> {
  const folder = ownFolder(closings)
  if (roomMiB !== undefined) withRoom(closings, folder, roomMiB)
  const cluster = await ownCluster(closings, folder)
  let databaseUrl = await cluster.ensureDatabase(DATABASE)
  await migrate(databaseUrl)
  const wire = wired ? await openTcpProxy(cluster.port) : undefined
  if (wire) closings.push(() => wire.close())
  let laterMs = 0
  const playground = await openPlayground({
    port: 0,
    ...secrets,
    now: () => Date.now() + laterMs,
    realNow: () => Date.now(),
    retryDelaysMs: { slack: [...slackRetriesMs] },
  })
  closings.push(() => playground.stop())
  const replicas: KillableDesk[] = []
  const ports: number[] = []
  const stopReplicas = async (): Promise<void> => {
    ports.length = 0
    for (const replica of replicas.splice(0)) await replica.stop()
  }
  closings.push(stopReplicas)
  const startReplicas = async (url: string): Promise<void> => {
    databaseUrl = url
    const reached = wire ? Object.assign(new URL(url), { hostname: '127.0.0.1', port: wire.port }).href : url
    const starting = Array.from({ length: REPLICAS }, () => startReplica(playground, reached, platformBudgets))
    replicas.push(...(await Promise.all(starting)))
    ports.push(...replicas.map(({ port }) => port))
  }
  await startReplicas(databaseUrl)
  const balancer = await openBalancer(ports)
  closings.push(() => balancer.close())
  playground.slack.setRequestUrl(`${balancer.url}/slack/events`)
  return {
    playground,
    replicas,
    balancer,
    databaseUrl,
    wire,
    databaseFolder: join(cluster.home, 'database'),
    restartDatabase: () => cluster.restart('immediate'),
    async clockStandsAt(hour) {
      laterMs = Date.parse(hour) - Date.now()
      await onDatabase(databaseUrl, (orm) =>
        dbOf(orm.em.fork()).updateTable('clock').set({ offsetMs: laterMs }).execute(),
      )
    },
    stopReplicas,
    startReplicas,
    async copyDatabase(name) {
      await onDatabase(cluster.url('postgres'), async (orm) => {
        // What was killed a moment ago may still be leaving.
        const leave = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${DATABASE}'`
        await orm.em.fork().execute(leave)
        await orm.em.fork().execute(`create database "${name}" template "${DATABASE}"`)
      })
      // Not a backup somebody restored: nothing is paused there.
      await onDatabase(cluster.url(name), (orm) => orm.em.fork().execute('delete from installation'))
      return cluster.url(name)
    },
  }
}

function startReplica(playground: Playground, databaseUrl: string, platformBudgets = false): Promise<KillableDesk> {
  return startKillable({
    DESK_DATABASE: databaseUrl,
    DESK_SLACK: playground.slackApiUrl,
    DESK_TELEGRAM: playground.telegramApiRoot,
    ...(platformBudgets ? { DESK_PLATFORM_BUDGETS: 'yes' } : { DESK_UNBOUNDED: 'yes' }),
  })
}

async function onDatabase(url: string, work: (orm: Orm) => Promise<unknown>): Promise<void> {
  const orm = await openOrm(url, 1)
  try {
    await work(orm)
  } finally {
    await orm.close(true)
  }
}
