import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '../../src/store/migrate.ts'
import { openOrm } from '../../src/store/orm.ts'
import { secrets } from '../../test/support/demo.ts'
import { freePort } from '../../test/support/free-port.ts'
import { openClosings } from '../closings.ts'
import { type Contestant, cpuOfPostgres, startContestant } from '../contestant.ts'
import { ownCluster, ownFolder } from '../own-cluster.ts'
import { openPlatforms, type Platforms } from '../platforms/open.ts'
import type { Doors } from '../platforms/wire.ts'

/** An embedded PostgreSQL that syncs to the disk, two platforms that cost next to nothing, and whoever stands between. */
export interface Ground {
  platforms: Platforms
  databaseUrl: string
  /** CPU the database has taken since its start (ms). */
  databaseCpuMs(): number
  /** Another database with all that is in that one, where nobody is at work; its address. */
  copyAs(name: string): Promise<string>
  /** What was left to the databases to do later is done: nobody pays for what was before. */
  tidy(): Promise<void>
  /** The product on that database. `env`: more for `desk.child.ts`. */
  startDesk(env?: Record<string, string>): Promise<Contestant>
  /** Another file beside this one, on a port of its own. */
  start(file: string, env?: Record<string, string>): Promise<Contestant>
  close(): Promise<void>
}

export const { signingSecret, webhookSecret } = secrets

/** Where a contestant takes what both platforms send. */
export function doorsOf({ port }: Contestant): Doors {
  const url = `http://127.0.0.1:${port}`
  return { slack: `${url}/slack/events`, telegram: `${url}/telegram/webhook` }
}

/** Rejects, with everything closed again, where a part does not start. */
export async function openGround(): Promise<Ground> {
  const closings = openClosings()
  try {
    const cluster = await ownCluster(closings, ownFolder(closings))
    const databaseUrl = await cluster.ensureDatabase('bench')
    await migrate(databaseUrl)
    const databases = [databaseUrl]
    const platforms = await openPlatforms()
    closings.push(() => platforms.close())
    const started = async (file: string, env: Record<string, string>, execArgv?: string[]): Promise<Contestant> => {
      const contestant = await startContestant(new URL(file, import.meta.url), env, execArgv)
      closings.push(() => contestant.stop())
      return contestant
    }
    return {
      platforms,
      databaseUrl,
      databaseCpuMs: () => cpuOfPostgres(postmasterIn(cluster.home)),
      async copyAs(name) {
        await execute(cluster.url('postgres'), `create database "${name}" template bench`)
        databases.push(cluster.url(name))
        return cluster.url(name)
      },
      async tidy() {
        for (const url of databases) await execute(url, 'vacuum analyze')
        await execute(databaseUrl, 'checkpoint')
      },
      async startDesk(env = {}) {
        return started(
          'desk.child.ts',
          {
            DESK_PORT: String(await freePort()),
            DESK_DATABASE: databaseUrl,
            DESK_SLACK: platforms.slackApiUrl,
            DESK_TELEGRAM: platforms.telegramApiRoot,
            ...env,
          },
          // Where its time goes: BENCH_PROFILE names a folder for Node's own profile of it.
          process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [],
        )
      },
      async start(file, env = {}) {
        return started(file, {
          BENCH_PORT: String(await freePort()),
          BENCH_DATABASE: databaseUrl,
          BENCH_SLACK: platforms.slackApiUrl,
          BENCH_TELEGRAM: platforms.telegramApiRoot,
          ...env,
        })
      },
      close: closings.close,
    }
  } catch (error) {
    await closings.close()
    throw error
  }
}

async function execute(url: string, statement: string): Promise<void> {
  const orm = await openOrm(url, 1)
  await orm.em.getConnection().execute(statement)
  await orm.close(true)
}

function postmasterIn(home: string): number {
  return Number(readFileSync(join(home, 'database', 'postmaster.pid'), 'utf8').split('\n')[0])
}
