import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendingOf } from '../src/sending.ts'
import { openOrm } from '../src/store/orm.ts'
import { storeOf } from '../src/store/store.ts'
import { type Opened, openStore } from './store/opened.ts'
import { logLines } from './support/log-lines.ts'
import { until } from './support/people.ts'

const GUEST = `guest_${process.pid}`

let opened: Opened
let client: pg.Client
beforeAll(async () => {
  opened = await openStore()
  client = new pg.Client({ connectionString: opened.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await opened.close()
})

it('where nobody may ask which PostgreSQL it is, an operator can say that it is a restored one', async () => {
  await client.query(`create role ${GUEST} login password 'guest'`)
  await client.query(`grant all on all tables in schema public to ${GUEST}`)
  await client.query('revoke execute on function pg_control_system() from public')
  const url = new URL(opened.url)
  url.username = GUEST
  url.password = 'guest'
  const orm = await openOrm(url.href, 2)
  const { installation } = storeOf({ orm, realNow: () => new Date() })
  const { log, lines } = logLines('warn')
  const begin = () => sendingOf(installation, log, () => {})

  const before = await begin()
  expect(before.paused()).toBe(false)
  expect(lines.filter((line) => line.includes('restore-not-noticed'))).toHaveLength(1)
  before.stop()

  const [, say = ''] = /psql "\$DATABASE_URL" -c "([^"]+)"/.exec(readFileSync('docs/operate.md', 'utf8')) ?? []
  await client.query(say)
  const sending = await begin()
  expect(sending.paused()).toBe(true)
  await installation.resume(['slack'])
  await until(() => !sending.still(), 'that it goes on')
  sending.stop()

  await orm.close(true)
  await client.query(`drop owned by ${GUEST}; drop role ${GUEST}`)
})
