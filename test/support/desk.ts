import { openPlayground } from '../../playground/open.ts'
import { type RunningDesk, startDesk } from '../../src/desk-process.ts'
import { readDesks } from '../../src/desks.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { logTo } from '../../src/log.ts'
import { freshDatabase } from './database.ts'

/** The names a desk file of the tests is read with: channels of the playground. */
export const names: Record<string, string> = {
  SLACK_TRIAGE_CHANNEL: 'C0TRIAGE',
  SLACK_HELP_CHANNEL: 'C0HELP',
  SLACK_FINANCE_CHANNEL: 'C0TRIAGE2',
}

export const secrets = {
  signingSecret: 'a-signing-secret-of-tests',
  slackToken: 'xoxb-tests',
  telegramToken: '700001:tests',
}

export interface TestDeskOptions {
  /** Changes the demo desk before the desk starts. */
  desk?: (demo: Desk) => Desk
  /** All desks, instead of the demo. */
  desks?: readonly Desk[]
  /** Telegram by webhook instead of polling. */
  webhook?: boolean
}

/** The whole product against the playground's servers, on a database of its own. */
export async function startTestDesk(options: TestDeskOptions = {}) {
  const playground = await openPlayground({
    port: 0,
    ...secrets,
    now: () => Date.now(),
    retryDelaysMs: { slack: [0, 300, 1000, 2000], telegram: [0, 100, 300] },
  })
  const database = await freshDatabase()
  const desks = options.desks ?? (await demoDesks(options.desk))
  let desk: RunningDesk | undefined
  const start = async (): Promise<RunningDesk> => {
    desk = await startDesk({
      config: {
        port: 0,
        slack: { botToken: secrets.slackToken, signingSecret: secrets.signingSecret, apiUrl: playground.slackApiUrl },
        telegram: { token: secrets.telegramToken, apiRoot: playground.telegramApiRoot, webhook: undefined },
      },
      databaseUrl: database.url,
      desks,
      secret: 'a-secret-of-tests-a-secret-of-tests',
      log: logTo(process.env.TEST_LOG ?? 'silent', false),
      host: '127.0.0.1',
    })
    playground.slack.setRequestUrl(`http://127.0.0.1:${desk.port}/slack/events`)
    return desk
  }
  await start()
  return {
    playground,
    slack: playground.slack.world,
    telegram: playground.telegram.world,
    database,
    get desk(): RunningDesk {
      if (!desk) throw new Error('the desk is stopped')
      return desk
    },
    /** Stops the desk and starts it anew on the same database. */
    async restart() {
      await desk?.stop()
      await start()
    },
    async stop() {
      await desk?.stop()
      await playground.stop()
      await database.drop()
    },
  }
}

export type TestDesk = Awaited<ReturnType<typeof startTestDesk>>

export async function demoDesks(change: (demo: Desk) => Desk = (demo) => demo): Promise<Desk[]> {
  const { desks } = await readDesks(['desks/demo.yaml'], (name) => names[name])
  return desks.map(change)
}
