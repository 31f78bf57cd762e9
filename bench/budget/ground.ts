import { join } from 'node:path'
import { v7 } from 'uuid'
import { adaptersOf } from '../../adapters/index.ts'
import { openPlayground, type Playground } from '../../playground/open.ts'
import { startRelay } from '../../src/delivery/relay.ts'
import { logTo } from '../../src/log.ts'
import type { Platforms } from '../../src/ports/platforms.ts'
import type { SideBySide } from '../../src/ports/side-by-side.ts'
import type { Store } from '../../src/ports/store.ts'
import { filesIn } from '../../src/store/files.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openOrm } from '../../src/store/orm.ts'
import { storeOf } from '../../src/store/store.ts'
import { secrets } from '../../test/support/demo.ts'
import { unsettled } from '../../test/support/settled.ts'
import { type Closings, openClosings } from '../closings.ts'
import { ownCluster, ownFolder } from '../own-cluster.ts'
import { type Call, watched } from './watched.ts'

/** Real relay, real store, real adapters and the playground, all by one clock that is moved by hand. */
export interface BudgetGround {
  store: Store
  relay: SideBySide
  playground: Playground
  platforms: Platforms
  calls: Call[]
  nowMs(): number
  /** Whether anything is still owed. */
  owing(): Promise<boolean>
  /** Moves the clock on, then lets the relay send whatever it may. */
  goesOn(ms: number): Promise<void>
  /** Moves the clock on, and no more: another process sends (`bench/flood`). */
  passes(ms: number): void
  readonly databaseUrl: string
  /** It goes with everything else. */
  folder: string
  close(): Promise<void>
}

interface GroundOptions {
  /** Telegram refuses what is more than it takes. */
  telegramBudgets?: boolean
}

/** Rejects, with everything closed again, where a part does not start. */
export async function openBudgetGround(startsAt: string, options: GroundOptions = {}): Promise<BudgetGround> {
  const closings = openClosings()
  try {
    return { ...(await openParts(startsAt, options, closings)), close: closings.close }
  } catch (error) {
    await closings.close()
    throw error
  }
}

async function openParts(
  startsAt: string,
  { telegramBudgets }: GroundOptions,
  closings: Closings,
): Promise<Omit<BudgetGround, 'close'>> {
  const folder = ownFolder(closings)
  const cluster = await ownCluster(closings, folder)
  const url = await cluster.ensureDatabase('budget')
  await migrate(url)
  const orm = await openOrm(url)
  closings.push(() => orm.close(true))

  let nowMs = Date.parse(startsAt)
  const now = (): Date => new Date(nowMs)
  const playground = await openPlayground({ port: 0, ...secrets, now: () => nowMs, telegramBudgets })
  closings.push(() => playground.stop())
  const log = logTo(process.env.BENCH_LOG ?? 'silent', false)
  const config = {
    slack: { botToken: secrets.slackToken, signingSecret: secrets.signingSecret, apiUrl: playground.slackApiUrl },
    telegram: { token: secrets.telegramToken, apiRoot: playground.telegramApiRoot, webhook: undefined },
  }
  const free = { hold: async () => true, release: async () => {} }
  const calls: Call[] = []
  const adapters = adaptersOf({ config, log, realNow: now, lease: free }).map((one) => watched(one, now, calls))
  for (const adapter of adapters) {
    closings.push(() => adapter.stop())
    // Nobody writes: all that comes in is that nothing does.
    await adapter.start(
      { receive: async () => {}, ask: () => Promise.reject(new Error('nobody asks')), dropped: async () => {} },
      [],
    )
  }
  const platforms: Platforms = new Map(adapters.map((adapter) => [adapter.platform, adapter]))
  const store = storeOf({ orm, realNow: now })
  const holder = v7()
  const files = filesIn(join(folder, 'files'))
  const relay = startRelay({ store, platforms, files, log, holder, realNow: now, uuid: v7 }, 60_000)
  closings.push(() => relay.stop())
  return {
    store,
    relay,
    playground,
    platforms,
    calls,
    databaseUrl: url,
    folder,
    nowMs: () => nowMs,
    passes(ms) {
      nowMs += ms
    },
    owing: async () => (await unsettled(orm)).owed > 0,
    async goesOn(ms) {
      nowMs += ms
      relay.wake()
      await relay.idle()
    },
  }
}
