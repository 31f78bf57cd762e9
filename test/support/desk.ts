import { rmSync } from 'node:fs'
import { openPlayground } from '../../playground/open.ts'
import type { RunningDesk } from '../../src/desk-options.ts'
import { startDesk } from '../../src/desk-process.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import type { Limits } from '../../src/domain/limits.ts'
import { logTo } from '../../src/log.ts'
import type { Log } from '../../src/ports/log.ts'
import { freshDatabase } from './database.ts'
import { demoDesks, noLimits, secrets } from './demo.ts'
import { freePort } from './free-port.ts'
import { temporaryFolder } from './temporary.ts'

export interface TestDeskOptions {
  /** Changes the demo desk before the desk starts. */
  desk?: (demo: Desk) => Desk
  /** All desks, instead of the demo. */
  desks?: readonly Desk[]
  /** Where the desk's log goes. */
  log?: Log
  /** The bot has topics in private chats, which people may make themselves (`theirs`) or not. */
  privateTopics?: { theirs: boolean }
  /** Telegram by webhook instead of polling. */
  webhook?: boolean
  /** Slack by Socket Mode instead of its requests. */
  socket?: boolean
  /** The lanes as slow as the platforms want them; otherwise chat and account take as much as comes, so that no test waits for seconds. */
  platformBudgets?: boolean
  /** The desk's real time (what it remembers of people, signatures); the machine's unless a test lets a minute pass. */
  realNow?: () => Date
  /** How long a message of Slack waits for what was said before it (ms); 100 unless a test is about just that. */
  holdMs?: number
  /** How long a platform may take for an answer (ms); otherwise as on a real desk. */
  callTimeoutMs?: number
  /** How long a desk that stops waits for what is in hand (ms); otherwise as on a real desk. */
  graceMs?: number
  /** The playground that goes with this desk may move its clock by this secret; a real desk has none. */
  playgroundSecret?: string
  /** The address under which people reach the desk. */
  publicUrl?: string
  /** The PostgreSQL its database is made on; the one of the run of tests unless it is named (`freshDatabase`). */
  cluster?: string
  /** How much is taken in at once; otherwise as much as comes, for the people of tests type fast. */
  limits?: Limits
}

const free = { burst: 1000, everyMs: 1 }

/** The whole product against the playground's servers, on a database of its own. */
export async function startTestDesk(options: TestDeskOptions = {}) {
  let laterMs = 0
  const playground = await openPlayground({
    port: 0,
    ...secrets,
    now: () => Date.now() + laterMs,
    realNow: () => (options.realNow?.() ?? new Date()).getTime(),
    retryDelaysMs: { slack: [0, 300, 1000, 2000], telegram: [0, 100, 300] },
  })
  playground.telegram.world.setTopics(options.privateTopics)
  const database = await freshDatabase(options.cluster)
  const files = temporaryFolder()
  let desks = options.desks ?? (await demoDesks(options.desk))
  const port = options.webhook ? await freePort() : 0
  const webhook = options.webhook
    ? { url: `http://127.0.0.1:${port}/telegram/webhook`, secret: secrets.webhookSecret }
    : undefined
  let desk: RunningDesk | undefined
  const start = async (): Promise<RunningDesk> => {
    desk = await startDesk({
      config: {
        port,
        files,
        ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
        slack: {
          botToken: secrets.slackToken,
          apiUrl: playground.slackApiUrl,
          ...(options.socket ? { appToken: secrets.slackAppToken } : { signingSecret: secrets.signingSecret }),
        },
        telegram: { token: secrets.telegramToken, apiRoot: playground.telegramApiRoot, webhook },
      },
      databaseUrl: database.url,
      desks,
      secret: 'a-secret-of-tests-a-secret-of-tests',
      log: options.log ?? logTo(process.env.TEST_LOG ?? 'silent', false),
      host: '127.0.0.1',
      limits: options.limits ?? noLimits,
      playgroundSecret: options.playgroundSecret,
      callTimeoutMs: options.callTimeoutMs,
      graceMs: options.graceMs,
      holdMs: options.holdMs ?? 100,
      ...(options.realNow && { realNow: options.realNow }),
      ...(!options.platformBudgets && { budgetOf: () => free, accountBudgetOf: () => free }),
    })
    if (!options.socket) playground.slack.setRequestUrl(`http://127.0.0.1:${desk.port}/slack/events`)
    return desk
  }
  await start()
  return {
    playground,
    slack: playground.slack.world,
    telegram: playground.telegram.world,
    database,
    get desks(): readonly Desk[] {
      return desks
    },
    /** Where files are kept. */
    files,
    get desk(): RunningDesk {
      if (!desk) throw new Error('the desk is stopped')
      return desk
    },
    /** Moves the clock of both platforms on; signatures and the desk keep real time. */
    later(ms: number) {
      laterMs += ms
    },
    /** Stops the desk and starts it anew on the same database, with other desk files where there are some. */
    async restart(others: readonly Desk[] = desks) {
      await desk?.stop()
      desks = others
      await start()
    },
    async stop() {
      await desk?.stop()
      await playground.stop()
      await database.drop()
      rmSync(files, { recursive: true, force: true })
    },
  }
}

export type TestDesk = Awaited<ReturnType<typeof startTestDesk>>

export { demoDesks, secrets } from './demo.ts'
