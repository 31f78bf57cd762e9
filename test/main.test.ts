import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, inject, it } from 'vitest'
import { refusedBy } from '../src/commands/doctor/database.ts'
import { freePort } from './support/free-port.ts'

/** All a start wants but its database; without tokens it would bring a playground along first. */
const settings = {
  SLACK_BOT_TOKEN: 'xoxb-tests',
  SLACK_APP_TOKEN: 'xapp-tests',
  SLACK_TRIAGE_CHANNEL: 'C0TRIAGE',
  SLACK_HELP_CHANNEL: 'C0HELP',
  SLACK_FINANCE_CHANNEL: 'C0TRIAGE2',
  SECRET: 'a-secret-of-the-tests-a-secret-of-the-tests',
}

/** The last line a program with this database leaves in its log, and what it ends with. */
async function ends(words: readonly string[], database: string) {
  const app = spawn(process.execPath, ['start.mjs', ...words], {
    env: { PATH: process.env.PATH, ...settings, DATABASE_URL: database },
    stdio: ['ignore', 'ignore', 'pipe'],
    // One that starts after all must not outlive the test.
    timeout: 30_000,
    killSignal: 'SIGKILL',
  })
  const [said, [code]] = await Promise.all([text(app.stderr), once(app, 'exit')])
  return { code, line: said.trimEnd().split('\n').at(-1) }
}

it.each([
  ['a start', []],
  ['a command', ['desk', 'parked']],
])(
  '%s that finds nobody at DATABASE_URL says so and how to mend it, though the host has two addresses',
  async (_, words) => {
    expect(await ends(words, `postgresql://desk:word@localhost:${await freePort()}/desk`)).toEqual({
      code: 1,
      line: '✗ Nobody listens at DATABASE_URL (ECONNREFUSED). Start PostgreSQL, or correct host and port.',
    })
  },
)

it('what PostgreSQL itself refuses is said in the same way', async () => {
  const url = new URL(inject('cluster'))
  url.password = 'wrong'
  expect((await ends([], url.href)).line).toMatch(/refuses the user or the password .*\(28P01\)\. Correct them/)
})

it('the check looks at the files it is given', async () => {
  expect((await ends(['desk', 'check', 'desks/demo.yaml', 'no-such.yaml'], inject('cluster'))).code).toBe(1)
})

it('a file that is not there is no database that is not there', async () => {
  const error: unknown = await readFile('nowhere').catch((one: unknown) => one)
  expect(error).toMatchObject({ code: 'ENOENT' })
  expect(refusedBy(error)).toBeUndefined()
})

it('a start that is told to stop stops, also while it waits for a database that says nothing', async () => {
  const silent = createServer()
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo // a TCP server's address is never a string
  const app = spawn(process.execPath, ['start.mjs'], {
    env: { PATH: process.env.PATH, ...settings, DATABASE_URL: `postgresql://desk:word@127.0.0.1:${port}/desk` },
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 30_000,
    killSignal: 'SIGKILL',
  })
  await once(silent, 'connection')
  app.kill('SIGTERM')
  const [said, [code, signal]] = await Promise.all([text(app.stdout), once(app, 'exit')])
  silent.close()
  expect({ code, signal }).toEqual({ code: 0, signal: null })
  expect(said).toContain('stopping')
})
