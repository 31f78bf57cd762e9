import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPlayground, type Playground } from '../../playground/open.ts'
import { openCluster } from '../../src/store/embedded/cluster.ts'
import { migrate } from '../../src/store/migrate.ts'
import { secrets } from '../../test/support/demo.ts'
import { type KillableDesk, startKillable } from '../../test/support/killable.ts'
import { type Balancer, openBalancer } from './balancer.ts'

/** Two replicas on one PostgreSQL that syncs to the disk, one Slack and one Telegram, and a balancer before the desks. */
export interface Ground {
  playground: Playground
  replicas: readonly KillableDesk[]
  balancer: Balancer
  databaseUrl: string
  /** `pg_ctl restart -m immediate`. Resolves when the server takes connections again. */
  restartDatabase(): Promise<void>
  close(): Promise<void>
}

const REPLICAS = 2
/** Kills come every few seconds, not once in a while, so Slack's repetitions are pressed together as well (ms). */
const SLACK_RETRIES = [0, 500, 1000, ...Array<number>(60).fill(2000)]

/** Rejects, with everything closed again, where a part does not start. */
export async function openGround(): Promise<Ground> {
  const closings: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (const closing of closings.splice(0).reverse()) await closing()
  }
  try {
    return { ...(await openParts(closings)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openParts(closings: (() => unknown)[]): Promise<Omit<Ground, 'close'>> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-faults-'))
  closings.push(() => rmSync(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o755) // the account PostgreSQL runs as must be able to enter
  const cluster = await openCluster({ home: join(folder, '.deskhand') })
  closings.push(async () => {
    await cluster.release()
    rmSync(cluster.home, { recursive: true, force: true })
  })
  const databaseUrl = await cluster.ensureDatabase('faults')
  await migrate(databaseUrl)
  const playground = await openPlayground({
    port: 0,
    ...secrets,
    now: () => Date.now(),
    retryDelaysMs: { slack: SLACK_RETRIES },
  })
  closings.push(() => playground.stop())
  const replicas: KillableDesk[] = []
  for (let n = 0; n < REPLICAS; n++) {
    const replica = await startKillable({
      DESK_DATABASE: databaseUrl,
      DESK_SLACK: playground.slackApiUrl,
      DESK_TELEGRAM: playground.telegramApiRoot,
      DESK_UNBOUNDED: 'yes',
    })
    closings.push(() => replica.stop())
    replicas.push(replica)
  }
  const balancer = await openBalancer(replicas.map(({ port }) => port))
  closings.push(() => balancer.close())
  playground.slack.setRequestUrl(`${balancer.url}/slack/events`)
  return { playground, replicas, balancer, databaseUrl, restartDatabase: () => cluster.restart('immediate') }
}
