import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { startSlack } from '../../playground/slack/index.ts'
import { startTelegram } from '../../playground/telegram/index.ts'
import { runDoctor } from '../../src/commands/doctor/index.ts'
import { migrate } from '../../src/store/migrate.ts'
import { temporaryFolder } from '../support/temporary.ts'

/** What an operator holds in the hand: right tokens of the playground's platforms. */
export const tokens = {
  SLACK_BOT_TOKEN: 'xoxb-operator-right-token',
  SLACK_APP_TOKEN: 'xapp-operator-right-token',
  SLACK_SIGNING_SECRET: 'operator-signing-secret',
  TELEGRAM_BOT_TOKEN: '700001:operator-right-token',
  TELEGRAM_WEBHOOK_SECRET: 'operator-webhook-secret',
  SECRET: 'operator-secret-operator-secret-operator',
}

export interface OperatorOptions {
  /** What Slack lets the bot do; default all the playground knows. */
  scopes?: string[]
}

/** A machine with nothing of ours on it, a Slack, a Telegram and an empty database. */
export async function startOperator({ scopes }: OperatorOptions = {}) {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'opt'))
  const now = () => Date.now()
  const slack = await startSlack({
    signingSecret: tokens.SLACK_SIGNING_SECRET,
    botToken: tokens.SLACK_BOT_TOKEN,
    appToken: tokens.SLACK_APP_TOKEN,
    scopes,
    now,
  })
  const telegram = await startTelegram({ token: tokens.TELEGRAM_BOT_TOKEN, now, retryDelaysMs: [0, 50] })
  const database = await emptyDatabase()
  /** Everything right, over Socket Mode and polling. */
  const right = {
    DATABASE_URL: database.url,
    SECRET: tokens.SECRET,
    FILES: join(folder, 'files'),
    SLACK_BOT_TOKEN: tokens.SLACK_BOT_TOKEN,
    SLACK_APP_TOKEN: tokens.SLACK_APP_TOKEN,
    SLACK_API_URL: slack.apiUrl,
    TELEGRAM_BOT_TOKEN: tokens.TELEGRAM_BOT_TOKEN,
    TELEGRAM_API_ROOT: telegram.url,
    SLACK_TRIAGE_CHANNEL: 'C0TRIAGE',
    SLACK_HELP_CHANNEL: 'C0HELP',
    SLACK_FINANCE_CHANNEL: 'C0TRIAGE2',
  }
  const said: string[] = []
  return {
    folder,
    slack,
    telegram,
    database,
    right,
    /** Everything the doctor has ever said here. */
    said,
    /** `npm run doctor` with this `.env`: its words, what differs from run to run made the same, and the exit code. */
    async doctor(
      env: Record<string, string | undefined>,
      { fix = false, home = join(folder, '.deskhand') } = {},
    ): Promise<string> {
      const lines: string[] = []
      const code = await runDoctor({
        env,
        home,
        fix,
        print: (line) => void lines.push(line),
      })
      said.push(...lines)
      const words = [...lines, `exit code ${code}`].join('\n')
      return `\n${words}\n`
        .replaceAll(folder, '/srv')
        .replaceAll(database.name, 'deskhand')
        .replaceAll(/PostgreSQL \d+\.\d+/g, 'PostgreSQL 18.4')
        .replaceAll(/\d+ migrations? ha(?:s|ve)/g, '2 migrations have')
        .replaceAll(/\(\d+ migrations?\)/g, '(2 migrations)')
        .replaceAll(/has \d+ scopes/g, 'has 19 scopes')
    },
    async stop() {
      await slack.stop()
      await telegram.stop()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Operator = Awaited<ReturnType<typeof startOperator>>

/** A database without our tables. */
async function emptyDatabase() {
  const name = `operator_${randomUUID().slice(0, 8)}`
  const url = new URL(inject('cluster'))
  await asSuperuser(`create database ${name}`)
  url.pathname = `/${name}`
  return {
    name,
    url: url.href,
    migrate: () => migrate(url.href),
    query: (sql: string) => run(url.href, sql),
    drop: () => asSuperuser(`drop database if exists ${name} with (force)`),
  }
}

async function asSuperuser(sql: string): Promise<void> {
  await run(inject('cluster'), sql)
}

async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}
