import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { secrets } from '../support/demo.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { doorCases, tried } from '../support/hostile-cases.ts'
import { CANARY } from '../support/hostile-requests.ts'
import { socketCases, socketDesk } from '../support/hostile-socket.ts'
import { logLines } from '../support/log-lines.ts'
import { shownIn } from '../support/people.ts'

/** reliability.md SEC1: only the platform can speak. */
const numbered = [...doorCases, ...socketCases].map((one, index) => ({ ...one, number: index + 1 }))
const { log, lines } = logLines('trace')
/** The desk's clock stands still on a whole second, so that 299 and 301 s are just that. */
const seconds = Math.floor(Date.now() / 1000)

let desk: TestDesk
let database: pg.Client

beforeAll(async () => {
  desk = await startTestDesk({
    webhook: true,
    log,
    realNow: () => new Date(seconds * 1000),
  })
  database = new pg.Client({ connectionString: desk.database.url })
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await desk.stop()
})

async function rows(): Promise<number> {
  const { rows: counted } = await database.query<{ n: number }>('select count(*)::int as n from inbox')
  return counted[0]?.n ?? -1
}

it('the cases are forty', () => {
  expect(numbered).toHaveLength(40)
  expect(new Set(numbered.map(({ name }) => name)).size).toBe(40)
})

it.each(numbered.filter((one) => 'knocks' in one))('$number: $name', async (one) => {
  const before = await rows()
  const answers = await tried(one, { port: desk.desk.port, seconds })
  expect(answers.map(({ status }) => status)).toEqual(one.statuses)
  // Who is refused learns nothing, and what was said does not come back.
  for (const { body } of answers) expect(body).not.toContain(CANARY)
  expect((await rows()) - before).toBe(one.rows)
  expect(({} as { polluted?: string }).polluted).toBeUndefined() // an empty object, read as if it had been polluted
})

it.each(numbered.filter((one) => 'frames' in one))('$number: $name', async (one) => {
  await using line = await socketDesk(lines)
  await line.say(one.frames)
  expect(line.rows()).toEqual(one.keys)
  // It still hears Slack afterwards.
  expect(await line.proper()).toBe(true)
})

it('nobody noticed any of it but the log, which says nothing of what was said', async () => {
  await desk.desk.idle()
  expect(shownIn(desk.slack, TRIAGE)).toEqual([])
  expect(shownIn(desk.slack, HELP)).toEqual([])
  expect(desk.slack.view(RITA)).toBeUndefined()
  expect(desk.telegram.messages(7001)).toEqual([])
  const log = lines.join('')
  expect(log).toContain('slack-signature-refused')
  expect(log).not.toContain(CANARY)
  expect(log).not.toContain('v0=')
  for (const secret of Object.values(secrets)) expect(log).not.toContain(secret)
})

it('signatures and secrets are compared in a time that tells nothing', () => {
  const require = createRequire(import.meta.url)
  const inPackage = (main: string, path: string) => readFileSync(join(dirname(main), path), 'utf8')
  // Slack: two digests of one length.
  expect(readFileSync('adapters/slack/in/signature.ts', 'utf8')).toContain(
    "return timingSafeEqual(own, Buffer.from(digest, 'hex'))",
  )
  // Telegram: grammY's, which looks at every byte.
  expect(readFileSync('adapters/telegram/webhook.ts', 'utf8')).toContain('{ secretToken: secret')
  expect(inPackage(require.resolve('grammy'), 'convenience/webhook.js')).toContain(
    'hasDifference |= headerByte ^ tokenByte',
  )
})
