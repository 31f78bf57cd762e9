import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { openCluster } from '../../src/store/embedded/cluster.ts'
import { migrate } from '../../src/store/migrate.ts'
import { freePort } from '../support/free-port.ts'
import { type Operator, startOperator, tokens } from './operator.ts'

let here: Operator
beforeAll(async () => {
  here = await startOperator()
  await here.database.migrate()
  mkdirSync(here.right.FILES)
})
afterAll(() => here.stop())

const opened: Server[] = []
afterEach(async () => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
})

/** The lines that have this word, and the repairs below them. */
async function about(word: string, env: Record<string, string | undefined>, fix = false): Promise<string> {
  const lines = (await here.doctor(env, { fix })).split('\n')
  return lines.filter((line, index) => (line.startsWith(' ') ? lines[index - 1] : line)?.includes(word)).join('\n')
}

it('platforms that are not there are told from tokens that are wrong', async () => {
  const nobody = `http://127.0.0.1:${await freePort()}`
  const env = { ...here.right, SLACK_API_URL: `${nobody}/api/`, TELEGRAM_API_ROOT: nobody }
  expect(await about('does not answer', env)).toMatchInlineSnapshot(`
    "✗ Slack does not answer (ECONNREFUSED).
        Check that this machine reaches https://slack.com, and SLACK_API_URL if you set it.
    ✗ Telegram does not answer (ECONNREFUSED).
        Check that this machine reaches https://api.telegram.org, and TELEGRAM_API_ROOT if you set it."
  `)
})

it('a Slack that stumbles is not a wrong token either', async () => {
  here.slack.faults.arm({ on: 'call', method: 'auth.test', does: 'error', status: 503 })
  expect(await about('Slack does', here.right)).toMatchInlineSnapshot(`
    "✗ Slack does not answer (HTTP 503).
        Check that this machine reaches https://slack.com, and SLACK_API_URL if you set it."
  `)
  here.slack.faults.arm({ on: 'call', method: 'conversations.info', does: 'too-many', retryAfterSeconds: 30 })
  expect(await about('looked at', here.right)).toMatchInlineSnapshot(`
    "✗ C0TRIAGE could not be looked at (ratelimited).
        Look again in a minute. Where scopes are missing, add those first."
  `)
})

it('an app installed for a whole organisation would hear nothing', async () => {
  const SLACK_API_URL = await slackWhere({}, { team: 'Acme Group', team_id: 'E1', is_enterprise_install: true })
  expect(await about('organisation', { ...here.right, SLACK_API_URL })).toMatchInlineSnapshot(`
    "✗ SLACK_BOT_TOKEN is for all of the organisation Acme Group: Deskhand serves one workspace, and would hear nothing.
        Install the app in one workspace (Install to Workspace under OAuth & Permissions), and copy the token it gives."
  `)
})

it('a channel shared with another company must not be where agents work', async () => {
  const SLACK_API_URL = await slackWhere({ is_ext_shared: true })
  expect(await about('another company', { ...here.right, SLACK_API_URL })).toMatchInlineSnapshot(`
    "✗ Agents work in #triage (C0TRIAGE), which is shared with another company: it would read every ticket.
        End the sharing in Slack, or name another channel in the desk file.
    ✗ Agents work in #triage-finance (C0TRIAGE2), which is shared with another company: it would read every ticket.
        End the sharing in Slack, or name another channel in the desk file.
    – #help (C0HELP) is shared with another company, whose people cannot open tickets there."
  `)
})

it('an invitation to another company counts as well', async () => {
  const SLACK_API_URL = await slackWhere({ is_pending_ext_shared: true })
  expect(await about('another company', { ...here.right, SLACK_API_URL })).toContain('#triage')
})

it('a webhook that refuses what is brought, and one that did once', async () => {
  let status = 401
  const origin = await listening((_request, answer) => answer.writeHead(status).end())
  const env = { ...here.right, PUBLIC_URL: origin, TELEGRAM_WEBHOOK_SECRET: tokens.TELEGRAM_WEBHOOK_SECRET }
  const told = async (): Promise<string> =>
    (await here.doctor(env))
      .split('\n')
      .filter((line) => /cannot bring|could not bring|waits? at/.test(line))
      .join('\n')
  await here.doctor(env, { fix: true })
  here.telegram.world.start(7001)
  expect(await vi.waitUntil(told)).toMatchInlineSnapshot(`
    "✗ Telegram cannot bring 1 update: Wrong response from the webhook: 401 Unauthorized
    – 1 update waits at Telegram, for a day at most."
  `)
  status = 200
  await vi.waitFor(async () => expect(await told()).toContain('Nothing waits'), 10_000)
  expect(await told()).toMatchInlineSnapshot(
    `"– Telegram once could not bring an update: Wrong response from the webhook: 401 Unauthorized. Nothing waits any more."`,
  )
})

it('a database of a newer version, and one where the user may not make tables', async () => {
  await here.database.query(
    `insert into mikro_orm_migrations (name, executed_at) values ('Migration2099_later', now())`,
  )
  expect(await about('newer', here.right)).toMatchInlineSnapshot(`
    "– The tables come from a newer Deskhand: 1 of its migrations is not known here.
        Within a minor version they only add, so this program runs on them: leave them as they are. Tables of a later minor version want that version."
  `)
  await here.database.query(`delete from mikro_orm_migrations where name = 'Migration2099_later'`)

  await here.database.query(`create role operator_guest login password 'operator-guest-password'`)
  try {
    const url = new URL(here.database.url)
    url.username = 'operator_guest'
    url.password = 'operator-guest-password'
    expect(await about('make tables', { ...here.right, DATABASE_URL: url.href })).toMatchInlineSnapshot(`
      "✗ The database user may not make tables in deskhand.
          Make the user the owner of the database, or: GRANT CREATE ON SCHEMA public TO the user."
    `)
  } finally {
    await here.database.query('drop role operator_guest')
  }
})

it('a folder for files that is another user’s', async ({ skip }) => {
  skip(process.getuid?.() === 0, 'root may write everywhere')
  const theirs = join(here.folder, 'theirs')
  mkdirSync(theirs, { mode: 0o555 })
  expect(await about('may not write', { ...here.right, FILES: join(theirs, 'files') })).toMatchInlineSnapshot(`
    "✗ We may not write in the folder for files: /srv/theirs/files
        Give it to the user Deskhand runs as, or name another folder in FILES."
  `)
})

it('looks at an embedded database without keeping it running', async () => {
  const home = join(here.folder, 'clone', '.deskhand')
  mkdirSync(join(here.folder, 'clone'))
  const { DATABASE_URL: _, ...env } = here.right
  const cluster = await openCluster({ home, settings: { fsync: 'off' } })
  const data = join(cluster.home, 'database')
  await cluster.release()
  const look = async (fix: boolean): Promise<string> =>
    (await here.doctor(env, { fix, home }))
      .split('\n')
      .filter((line) => /PostgreSQL|tables|migrations/.test(line))
      .join('\n')
  expect(await look(false)).toContain('is made at the first start')

  const again = await openCluster({ home })
  await migrate(await again.ensureDatabase('deskhand'))
  await again.release()
  expect(await look(false)).toMatchInlineSnapshot(
    `
    "✓ PostgreSQL 18.4, database deskhand.
    ✓ The tables are up to date (2 migrations)."
  `,
  )
  expect(existsSync(join(data, 'PG_VERSION'))).toBe(true)
  expect(existsSync(join(data, 'postmaster.pid'))).toBe(false)
})

it('is `npm run doctor`: words to standard output, the exit code for scripts', async () => {
  const run = async (env: Record<string, string>, ...words: string[]) => {
    const doctor = spawn(process.execPath, ['start.mjs', 'doctor', ...words], {
      env: { PATH: process.env.PATH, ...env },
    })
    const [said, errors, [code]] = await Promise.all([text(doctor.stdout), text(doctor.stderr), once(doctor, 'exit')])
    return { said, errors, code }
  }
  const well = await run(here.right, '--fix')
  expect(well.said).toMatch(/^Repaired: Updates are to be polled/) // after the webhook above
  expect(well.said).toMatch(/Nothing is wrong\.\n$/)
  expect(well).toMatchObject({ errors: '', code: 0 })
  const ill = await run({ ...here.right, SLACK_BOT_TOKEN: 'not-a-token-at-all' })
  expect(ill.said).toMatch(/^✗ SLACK_BOT_TOKEN does not begin with xoxb-/)
  expect(ill).toMatchObject({ errors: '', code: 1 })
})

/** Our Slack, whose channels are also `facts`, and we there also `us`. */
async function slackWhere(facts: object, us: object = {}): Promise<string> {
  const origin = await listening(async (request, answer) => {
    const { authorization = '', 'content-type': type = '' } = request.headers
    const body = await text(request)
    const asked = await fetch(`${here.slack.url}${request.url}`, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body,
    })
    const said: { channel?: object } = JSON.parse(await asked.text())
    const channel = said.channel && { channel: { ...said.channel, ...facts } }
    answer
      .writeHead(asked.status, {
        'content-type': 'application/json',
        'x-oauth-scopes': asked.headers.get('x-oauth-scopes') ?? '',
      })
      .end(JSON.stringify({ ...said, ...channel, ...us }))
  })
  return `${origin}/api/`
}

type Answer = Parameters<NonNullable<Parameters<typeof createServer>[1]>>[1]

async function listening(serve: (request: IncomingMessage, answer: Answer) => unknown): Promise<string> {
  const server = createServer((request, answer) => void serve(request, answer)).listen(0, '127.0.0.1')
  opened.push(server)
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port was given')
  return `http://127.0.0.1:${address.port}`
}
