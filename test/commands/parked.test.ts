import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runExport } from '../../src/commands/export.ts'
import { runParked } from '../../src/commands/parked.ts'
import { runResume } from '../../src/commands/resume.ts'
import { dbOf, type Orm, openOrm } from '../../src/store/orm.ts'
import { newCustomer, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, seen, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk
let orm: Orm
beforeAll(async () => {
  desk = await startTestDesk()
  orm = await openOrm(desk.database.url, 1)
})
afterAll(async () => {
  await orm.close(true)
  await desk.stop()
})

const parked = (...args: string[]) => runParked(args, { databaseUrl: desk.database.url }, 'unused')

it('an event nobody can read is parked after five tries, holds nobody up, and is handled when it is played again', async () => {
  const cara = newCustomer(desk, 'Cara')
  const tom = newCustomer(desk, 'Tom')
  desk.telegram.write(cara, 'The bell is silent')
  await cardOf(desk, 'bell')
  await desk.desk.idle()

  const good = await bodyOfNext(() => desk.telegram.write(cara, 'It rang once'))
  await desk.desk.store.inbox.receive([rowOf(cara, 'poisoned', { update: 'of a shape nobody knows' })])
  desk.telegram.write(tom, 'The door creaks')
  desk.telegram.write(cara, 'And again')
  await told(desk, tom, /DEMO-\d+/)
  const id = await until(async () => (await parkedRows()).find(({ tries }) => tries === 5)?.id, 'a parked row', 15_000)
  await until(() => seen(desk.slack, 'C0TRIAGE', 'creaks'), 'the card of somebody else')
  await told(desk, cara, /DEMO-\d+/)

  expect(await parked()).toEqual({
    ok: true,
    lines: [expect.stringMatching(new RegExp(`^${id} .*telegram .*Error`)), expect.stringContaining('--replay')],
  })
  await mend(id, good)
  expect(await parked('--replay', id)).toEqual({ ok: true, lines: [expect.stringContaining('One event')] })
  await until(async () => (await stateOf(id)) === 'done', 'the row handled')
  expect(await parked()).toEqual({ ok: true, lines: ['Nothing is parked.'] })
  await replayedEqualsStored(desk)
})

it('what is not parked is not played again', async () => {
  const ids = await dbOf(orm.em.fork()).selectFrom('inbox').select('id').where('state', '=', 'done').execute()
  expect(ids.length).toBeGreaterThan(0)
  for (const which of [ids[0]?.id ?? '', 'not an id']) {
    expect(await parked('--replay', which)).toEqual({ ok: false, lines: [expect.stringContaining('is not parked')] })
  }
  expect(await parked('--replay', 'all')).toEqual({ ok: true, lines: ['Nothing is parked.'] })
})

it.each([
  ['parked', runParked],
  ['resume', runResume],
  ['export', runExport],
])('%s says where no desk has started yet, and how to reach the one that has', async (name, command) => {
  const url = new URL(desk.database.url)
  url.pathname = `/empty_${randomUUID().replaceAll('-', '')}`
  await desk.database.query(`create database ${url.pathname.slice(1)}`)
  try {
    const asked = command(
      name === 'export' ? ['telegram:8001'] : [],
      { databaseUrl: url.href, files: 'unused' },
      'unused',
    )
    await expect(asked).rejects.toThrow(/has not started on it yet.*DATABASE_URL.*docker compose run --rm deskhand/)
  } finally {
    await desk.database.query(`drop database ${url.pathname.slice(1)} with (force)`)
  }
})

const parkedRows = () => desk.desk.store.inbox.parked()

function rowOf(customer: number, key: string, body: unknown) {
  const account = '700001'
  return {
    platform: 'telegram' as const,
    account,
    key,
    lane: `chat:${customer}`,
    occurredAt: new Date(),
    holdMs: 0,
    body,
  }
}

/** The body of the inbox row that a doing makes. */
async function bodyOfNext(doing: () => number): Promise<unknown> {
  const message = doing()
  return until(async () => {
    const rows = await dbOf(orm.em.fork()).selectFrom('inbox').select(['body', 'naturalKey']).execute()
    return rows.find(({ naturalKey }) => naturalKey?.includes(`:${message}:`))?.body
  }, 'its inbox row')
}

/** As a new version of the program would: it can be read now. */
async function mend(id: string, body: unknown): Promise<void> {
  await dbOf(orm.em.fork()).updateTable('inbox').set({ body }).where('id', '=', id).execute()
}

async function stateOf(id: string): Promise<string | undefined> {
  return (await dbOf(orm.em.fork()).selectFrom('inbox').select('state').where('id', '=', id).executeTakeFirst())?.state
}
