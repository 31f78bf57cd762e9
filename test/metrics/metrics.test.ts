import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { figuresOf } from '../../src/metrics/figures.ts'
import { metricsPage } from '../../src/metrics/page.ts'
import type { Standings } from '../../src/ports/counting.ts'
import { openOrm } from '../../src/store/orm.ts'
import { standingsOf } from '../../src/store/standings.ts'
import { clockMoves } from '../support/clock.ts'
import { newCustomer, quietTicket, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { unacknowledged } from '../support/settled.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(() => desk.stop())

it('after a journey the figures are right, and name nobody', async () => {
  const customer = newCustomer(desk, 'Nora')
  desk.telegram.write(customer, 'The lamp hums')
  const card = await cardOf(desk, 'lamp')
  desk.slack.say(ADA, TRIAGE, { text: 'Which lamp?', thread: card.ts })
  await told(desk, customer, 'Which lamp?')
  // What the desk itself said is an event of Slack's, too.
  await until(() => unacknowledged(desk.playground).length === 0, 'that Slack has told all')
  await replayedEqualsStored(desk)

  // Some of it waits a moment for what was said before it.
  const page = await until(async () => {
    const now = await figures(desk)
    return now.get('deskhand_inbox_waiting{platform="slack"}') === 0 && now
  }, 'that all of it is heard')
  expect(page.get('deskhand_intake_total{platform="telegram",outcome="opened"}')).toBe(1)
  expect(page.get('deskhand_intake_total{platform="slack",outcome="replied"}')).toBe(1)
  const posted = desk.playground.telegram.ledger.entries.filter(
    (entry) => entry.what === 'called' && entry.method === 'sendMessage',
  ).length
  expect(page.get('deskhand_deliveries_total{platform="telegram",act="post",end="sent"}')).toBe(posted)
  expect(page.get('deskhand_delivery_seconds_count{platform="telegram",act="post"}')).toBe(posted)
  expect(page.get('deskhand_delivery_seconds_sum{platform="telegram",act="post"}')).toBeLessThan(60)
  for (const nothing of ['inbox_waiting', 'inbox_parked', 'lane_owed', 'lane_depth_max', 'lanes_parked']) {
    expect(page.get(`deskhand_${nothing}{platform="slack"}`), nothing).toBe(0)
  }
  expect(page.get('deskhand_leases{kind="process"}')).toBe(1)
  expect(page.get('deskhand_leases_held{kind="process"}')).toBe(1)
  expect(page.get('deskhand_database_up')).toBe(1)
  expect(page.get('deskhand_pool_connections{which="most"}')).toBe(20)
  expect(page.get('nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0)
  const labels = [...page.keys()].filter((name) => name.startsWith('deskhand_')).join('\n')
  for (const id of [String(customer), card.ts, ADA, TRIAGE]) expect(labels).not.toContain(id)
})

it('what waits is counted, with its age and its pause', async () => {
  const customer = newCustomer(desk, 'Mona')
  desk.playground.telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'too-many', retryAfterSeconds: 3 }, 1)
  desk.telegram.write(customer, 'The lamp hums again')
  await cardOf(desk, 'hums again')
  await desk.desk.idle()

  const page = await figures(desk)
  expect(page.get('deskhand_lane_owed{platform="telegram"}')).toBeGreaterThanOrEqual(1)
  expect(page.get('deskhand_lane_depth_max{platform="telegram"}')).toBeGreaterThanOrEqual(1)
  expect(page.get('deskhand_lane_oldest_seconds{platform="telegram"}')).toBeGreaterThan(0)
  expect(page.get('deskhand_lanes_parked{platform="telegram"}')).toBeGreaterThanOrEqual(1)
  expect(page.get('deskhand_lane_parked_seconds_max{platform="telegram"}')).toBeGreaterThan(0)
  expect(page.get('deskhand_lane_parked_seconds_max{platform="telegram"}')).toBeLessThanOrEqual(3)
  expect(page.get('deskhand_deliveries_total{platform="telegram",act="post",end="again"}')).toBe(1)
  await replayedEqualsStored(desk)
})

it('a copy nobody knows of, words without a copy and a promise not kept are counted', async () => {
  const { customer, card } = await quietTicket(desk, 'Vera')
  desk.slack.say(ADA, TRIAGE, { text: 'Look behind it', thread: card.ts })
  await told(desk, customer, 'Look behind it')
  await replayedEqualsStored(desk)
  const before = await figures(desk)
  expect(before.get('deskhand_twins_missing{what="copy"}')).toBe(0)
  expect(before.get('deskhand_twins_missing{what="twin"}')).toBe(0)
  expect(before.get('deskhand_sending_paused')).toBe(0)
  expect([...before.keys()].filter((name) => name.startsWith('deskhand_breaches_day'))).toEqual([])

  // One answer lost behind everybody's back, of another the trace; and a week goes by without a word.
  const client = new pg.Client({ connectionString: desk.database.url })
  await client.connect()
  const answer = `message_id = (select id from message where side = 'agent' order by id desc limit 1)`
  const asked = `message_id = (select id from message where side = 'requester' order by id desc limit 1)`
  await client.query(`delete from delivery where ${answer}`)
  await client.query(`delete from twin where role = 'copy' and ${asked}`)
  await client.end()
  // Looked up once a minute.
  expect((await figures(desk)).get('deskhand_twins_missing{what="twin"}')).toBe(0)
  await clockMoves(desk, 7 * 86_400_000)
  await until(async () => (await figures(desk)).get(BREACHED), 'the breach')
  const page = await figures(desk)
  expect(page.get('deskhand_twins_missing{what="copy"}')).toBe(1)
  expect(page.get('deskhand_twins_missing{what="twin"}')).toBe(1)
  expect(page.get(BREACHED)).toBeGreaterThanOrEqual(1)
})

it('what is due on tickets of a desk that is in no file any more is nobody’s, and alarms nobody', async () => {
  const due = async () => (await figures(desk)).get('deskhand_due_overdue{by="snooze"}')
  expect(await due()).toBe(0)
  const client = new pg.Client({ connectionString: desk.database.url })
  await client.connect()
  await client.query(`update ticket set desk_id = 'retired', snoozed_until = '2020-01-01'`)
  await client.end()
  expect(await due()).toBe(0)
  // Put back into the files it has them again.
  const orm = await openOrm(desk.database.url, 1)
  const back = standingsOf(orm, () => new Date(), { holder: 'nobody', deskIds: ['demo', 'retired'] })
  expect((await back.backlog()).due.find(({ by }) => by === 'snooze')?.overdue).toBeGreaterThan(0)
  await orm.close(true)
})

const BREACHED = 'deskhand_breaches_day{desk="demo",promise="first-response"}'

const nothing: Standings = {
  backlog: async () => ({
    inbox: [],
    lanes: [],
    parked: [],
    due: [],
    missing: { copy: 0, twin: 0 },
    breaches: [],
    leases: [],
  }),
  paused: () => false,
  written: () => true,
  pool: async () => ({ open: 1, used: 1, most: 20, queued: 2 }),
}

const nobody = { platforms: [], timers: [] }

it('is for this machine only, and not for what a proxy on it passes on', async () => {
  const page = metricsPage(figuresOf(nothing, nobody), undefined)
  const from = async (address: string, headers: Record<string, string> = {}) => {
    const { status } = await page.request('/metrics', { headers }, { incoming: { socket: { remoteAddress: address } } })
    return status
  }
  expect(await from('127.0.0.1')).toBe(200)
  expect(await from('::1')).toBe(200)
  expect(await from('10.0.0.7')).toBe(404)
  expect(await from('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' })).toBe(404)
  expect(await from('127.0.0.1', { forwarded: 'for=203.0.113.9' })).toBe(404)
})

it('with a token, for whoever bears it', async () => {
  const page = metricsPage(figuresOf(nothing, nobody), 'a-token-for-metrics')
  const bearing = async (authorization?: string) =>
    (await page.request('/metrics', { headers: authorization === undefined ? {} : { authorization } })).status
  expect(await bearing('Bearer a-token-for-metrics')).toBe(200)
  expect(await bearing('Bearer another')).toBe(401)
  expect(await bearing()).toBe(401)
})

it('while the database is away it says so, and shows no old figure', async () => {
  let away = false
  const figures = figuresOf(
    {
      ...nothing,
      backlog: async () => {
        if (away) throw new Error('gone')
        return { ...(await nothing.backlog()), inbox: [{ platform: 'slack', waiting: 7, parked: 0, oldestSeconds: 1 }] }
      },
    },
    { platforms: ['slack'], timers: [] },
  )
  expect(read(await figures.page()).get('deskhand_inbox_waiting{platform="slack"}')).toBe(7)
  away = true
  const page = read(await figures.page())
  expect(page.get('deskhand_database_up')).toBe(0)
  expect(page.has('deskhand_inbox_waiting{platform="slack"}')).toBe(false)
})

it('while the database hangs the page says so, soon enough for whoever asked', async () => {
  const figures = figuresOf({ ...nothing, backlog: () => new Promise(() => {}) }, { platforms: ['slack'], timers: [] })
  const page = read(await figures.page())
  expect(page.get('deskhand_database_up')).toBe(0)
  expect(page.get('deskhand_pool_waiting')).toBe(2)
  expect(page.has('deskhand_inbox_waiting{platform="slack"}')).toBe(false)
})

it('a database that answers and takes no writes is as good as none', async () => {
  const ready = async () => {
    const answer = await fetch(`http://127.0.0.1:${desk.desk.port}/health/ready`)
    return { status: answer.status, ...z.object({ reasons: z.array(z.string()) }).parse(await answer.json()) }
  }
  expect(await ready()).toEqual({ status: 200, reasons: [] })
  await readOnly(desk, async () => {
    await until(async () => (await ready()).reasons.includes('database-writes'), 'that it is not ready')
    expect((await ready()).status).toBe(503)
    const page = await figures(desk)
    expect(page.get('deskhand_database_up')).toBe(0)
    expect(page.has('deskhand_inbox_waiting{platform="slack"}')).toBe(true)
  })
  await until(async () => (await ready()).status === 200, 'that it is ready again')
  expect((await figures(desk)).get('deskhand_database_up')).toBe(1)
})

/** As after a fail-over to a replica. */
async function readOnly({ database }: TestDesk, meanwhile: () => Promise<unknown>): Promise<void> {
  const { pathname } = new URL(database.url)
  const name = pathname.slice(1)
  const client = new pg.Client({ connectionString: database.url.replace(pathname, '/postgres') })
  await client.connect()
  const is = async (setting: string): Promise<void> => {
    await client.query(`alter database ${client.escapeIdentifier(name)} ${setting}`)
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  }
  try {
    await is('set default_transaction_read_only = on')
    await meanwhile()
  } finally {
    await is('reset default_transaction_read_only')
    await client.end()
  }
}

it('what may come to a bad end is counted from zero, so that the first time shows as growth', async () => {
  const figures = figuresOf(nothing, { platforms: ['slack'], timers: ['retention'] })
  const page = read(await figures.page())
  expect(page.get('deskhand_timer_runs_total{timer="retention",end="failed"}')).toBe(0)
  for (const end of ['failed', 'unknown'])
    expect(page.get(`deskhand_deliveries_total{platform="slack",act="post",end="${end}"}`)).toBe(0)
  expect(page.get('deskhand_due_put_off_total{by="promise"}')).toBe(0)
  figures.putOff('slaAt')
  expect(read(await figures.page()).get('deskhand_due_put_off_total{by="promise"}')).toBe(1)
})

it('an outcome that is no word of ours is not made a label', async () => {
  const figures = figuresOf(nothing, nobody)
  figures.heard('slack', 'refused:not-allowed opened')
  figures.heard('slack', 'U0RITA')
  const page = read(await figures.page())
  expect(page.get('deskhand_intake_total{platform="slack",outcome="refused:not-allowed"}')).toBe(1)
  expect(page.get('deskhand_intake_total{platform="slack",outcome="opened"}')).toBe(1)
  expect(page.get('deskhand_intake_total{platform="slack",outcome="other"}')).toBe(1)
})

async function figures({ desk: running }: TestDesk): Promise<Map<string, number>> {
  const answer = await fetch(`http://127.0.0.1:${running.port}/metrics`)
  expect(answer.status).toBe(200)
  return read(await answer.text())
}

/** Name with labels → figure. */
function read(page: string): Map<string, number> {
  return new Map(
    Array.from(page.matchAll(/^(\w+(?:\{.*\})?) (\S+)$/gm), ([, name = '', value]) => [name, Number(value)]),
  )
}
