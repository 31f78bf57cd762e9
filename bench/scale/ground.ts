import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Cluster, openCluster } from '../../src/store/embedded/cluster.ts'
import { migrate } from '../../src/store/migrate.ts'
import { type Orm, openOrm } from '../../src/store/orm.ts'
import { secrets } from '../../test/support/demo.ts'
import { freePort } from '../../test/support/free-port.ts'
import { openClosings } from '../closings.ts'
import { type Contestant, startContestant } from '../contestant.ts'
import { openPlatforms, type Platforms } from '../platforms/open.ts'
import type { Deed } from '../platforms/wire.ts'

/** An embedded PostgreSQL that syncs to the disk, the cheap platforms, and desks on databases of their own. */
export interface Ground {
  platforms: Platforms
  cluster: Cluster
  /** A migrated database. Resolves with its address. */
  database(name: string): Promise<string>
  /** A copy of a database nobody is connected to. Resolves with its address. */
  copy(from: string, to: string): Promise<string>
  startDesk(databaseUrl: string): Promise<Contestant>
  deed(desk: Contestant, deed: Pick<Deed, 'writer' | 'doing' | 'awaits'>): Promise<number>
  close(): Promise<void>
}

/**
 * So that making the databases is not mostly checkpoints and log (what `wal_level` leaves out is what indexes and tables
 * hold that are made anew); all else is as PostgreSQL comes.
 */
const SETTINGS = {
  max_wal_size: '2GB',
  checkpoint_timeout: '30min',
  wal_level: 'minimal',
  max_wal_senders: '0',
  jit: 'off',
}

/**
 * Rejects, with everything closed again, where a part does not start.
 * @param keptIn a folder whose databases stay when it is closed, for another run; without one all of it goes
 */
export async function openGround(keptIn?: string): Promise<Ground> {
  const closings = openClosings()
  try {
    const folder = keptIn === undefined ? mkdtempSync(join(tmpdir(), 'deskhand-bench-')) : resolve(keptIn)
    const gone = (path: string): void => {
      if (keptIn === undefined) rmSync(path, { recursive: true, force: true })
    }
    closings.push(() => gone(folder))
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, 0o755) // the account PostgreSQL runs as must be able to enter
    const cluster = await openCluster({ home: join(folder, '.deskhand'), settings: SETTINGS })
    closings.push(async () => {
      await cluster.release()
      gone(cluster.home)
    })
    const platforms = await openPlatforms()
    closings.push(() => platforms.close())
    return {
      platforms,
      cluster,
      async database(name) {
        const url = await cluster.ensureDatabase(name)
        await migrate(url)
        return url
      },
      async copy(from, to) {
        await onDatabase(cluster.url('postgres'), async (orm) => {
          await orm.em
            .fork()
            .execute(`select pg_terminate_backend(pid) from pg_stat_activity where datname = ?`, [from])
          await orm.em.fork().execute(`create database "${to}" template "${from}" strategy file_copy`)
        })
        // Not a backup somebody restored: nothing is paused there.
        await onDatabase(cluster.url(to), (orm) => orm.em.fork().execute('delete from installation'))
        return cluster.url(to)
      },
      async startDesk(databaseUrl) {
        const desk = await startContestant(new URL('desk.child.ts', import.meta.url), {
          DESK_PORT: String(await freePort()),
          DESK_DATABASE: databaseUrl,
          DESK_SLACK: platforms.slackApiUrl,
          DESK_TELEGRAM: platforms.telegramApiRoot,
          DESK_LOG: process.env.DESK_LOG ?? 'error',
        })
        closings.push(() => desk.stop())
        return desk
      },
      deed({ port }, deed) {
        const doors = {
          slack: `http://127.0.0.1:${port}/slack/events`,
          telegram: `http://127.0.0.1:${port}/telegram/webhook`,
        }
        const { signingSecret, webhookSecret } = secrets
        return platforms.deed({ ...deed, doors, secrets: { signingSecret, webhookSecret } })
      },
      close: closings.close,
    }
  } catch (error) {
    await closings.close()
    throw error
  }
}

export async function onDatabase<T>(url: string, work: (orm: Orm) => Promise<T>): Promise<T> {
  const orm = await openOrm(url, 4)
  try {
    return await work(orm)
  } finally {
    await orm.close(true)
  }
}
