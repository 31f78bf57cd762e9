import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { noTimes } from '../../src/acts/times.ts'
import { one } from '../../src/store/gather.ts'
import { nothingKnown } from '../../src/store/known.ts'
import { type Db, dbOf } from '../../src/store/orm.ts'
import { queuesOf } from '../../src/store/queues.ts'
import { reportsOf } from '../../src/store/report.ts'
import { ticketsOf } from '../../src/store/tickets.ts'
import { given } from '../domain/ticket/given.ts'
import { writtenColumns } from '../support/database.ts'
import { type Opened, openStore } from './opened.ts'

/** What a desk had before: closed long ago, some of it planned and rated; more of it comes later, and must cost nothing. */
const BEFORE = 2000
/**
 * Open, half of them planned for something. A tenth is in one group, a tenth in one that has another id since, the others
 * are in a third, but for one that is private.
 */
const OPEN = 40
/** Of the week the report is about: resolved, closed or rated in it. */
const LATELY = 30

const DAY_MS = 86_400_000
const NOW = new Date('2026-11-22T12:00:00Z')
const ago = (days: number): string => new Date(NOW.getTime() - days * DAY_MS).toISOString()
const idOf = (n: number, of: number): string => `0199${of}000-0000-7000-8000-${String(n).padStart(12, '0')}`
const RITA = idOf(0, 2)
const ACME = idOf(0, 8)
const GROUPS = ['-1001', '-1002', '-1003'] as const

let opened: Opened
beforeAll(async () => {
  opened = await openStore(4)
  const em = opened.orm.em.fork()
  const model = { ...given(), id: idOf(0, 9), requesterId: RITA, deskId: 'elsewhere' }
  await opened.store.transaction((unit) => unit.tickets.insert(model, noTimes))
  await insert(1, OPEN, (n) => ({
    ...(n % 2 === 0 && { fields: { release: '2027-Q1' } }),
    stage: n % 4 === 0 ? 'waiting-other' : 'open',
    triage: n % 10 === 5 ? { platform: 'telegram', chat: '-77' } : triageAt(n % 10 === 0 ? 1 : 0),
    private_to: n === 1 ? [] : null,
    assignee_id: n % 2 === 0 ? idOf(n % 4, 2) : null,
    opened_at: ago(90),
  }))
  await insert(2, LATELY, (n) => ({
    fields: { os: 'Linux' },
    stage: n % 3 === 0 ? 'resolved' : 'closed',
    opened_at: ago(60),
    resolved_at: ago(n % 3 === 0 ? 2 : 40),
    closed_at: n % 3 === 0 ? null : ago(n % 3 === 1 ? 3 : 30),
    rating: n % 3 === 2 ? { scale: 'stars', askedAt: ago(30), ratedAt: ago(1), reminded: 0, lapsed: false } : null,
  }))
  await em.execute("insert into moved_chat values ('telegram', 'bot', '-77', '-1003', now())")
  await past(3)
})
afterAll(() => opened.close())

const triageAt = (group: number) => ({ platform: 'telegram', chat: GROUPS[group] })

async function insert(of: number, count: number, row: (n: number) => object): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => ({
    id: idOf(n, of),
    key: `T${of}-${n}`,
    desk_id: 'large',
    requester_id: idOf(n, 2),
    organisation_id: ACME,
    triage: triageAt(2),
    ...row(n),
  }))
  const columns = await writtenColumns(opened.url, 'ticket')
  await opened.orm.em.fork().execute(
    `insert into ticket (${columns.join(', ')}) select ${columns.map((name) => `one.${name}`).join(', ')} from ticket, jsonb_array_elements(?::jsonb) as row, jsonb_populate_record(ticket, row) as one
      where ticket.id = '${idOf(0, 9)}'`,
    [JSON.stringify(rows)],
  )
}

/** Closed a year ago, in the same groups and of the same desk; every third of them was planned and rated. */
async function past(of: number): Promise<void> {
  await insert(of, BEFORE, (n) => ({
    ...(n % 3 === 0 && { fields: { release: '2025-Q4' } }),
    stage: 'closed',
    assignee_id: idOf(n, 2),
    triage: triageAt(n % 2),
    opened_at: ago(400),
    resolved_at: ago(380),
    closed_at: ago(370),
    rating: n % 3 === 0 ? { scale: 'stars', askedAt: ago(370), ratedAt: ago(369), reminded: 0, lapsed: false } : null,
  }))
  await opened.orm.em.fork().execute('vacuum analyze ticket')
}

const counted = z.tuple([z.object({ looked: z.coerce.number() })])
const LOOKED = "select seq_tup_read + idx_tup_fetch as looked from pg_stat_xact_user_tables where relname = 'ticket'"

/** What a read finds, and how many tickets PostgreSQL looked at for it. */
async function reading<T>(read: (db: Db) => Promise<T>): Promise<{ found: T; looked: number }> {
  return opened.orm.em.fork().transactional(async (em) => {
    // What the connection did before may still be among them.
    const looked = async () => counted.parse(await em.execute(LOOKED))[0].looked
    const before = await looked()
    const found = await read(dbOf(em))
    return { found, looked: (await looked()) - before }
  })
}

it('what a report, a roadmap, the choice of a group, who has something on hand and the lists of agents and of a company cost does not grow with what was closed before', async () => {
  const tickets = (db: Db) => ticketsOf(db, one, nothingKnown())
  const agents = { deskIds: ['large'], person: RITA, seesAll: [], publicOnly: false, most: 3, countedTo: 100 }
  const read = async () => ({
    report: await reading((db) => reportsOf(db, NOW).tickets(['large', 'small'], new Date(ago(7)), NOW, 20_000)),
    roadmap: await reading((db) => tickets(db).planned('large', ['release', 'target'], { of: undefined, most: 200 })),
    own: await reading((db) => tickets(db).planned('large', ['release'], { of: idOf(2, 2), most: 200 })),
    openIn: await reading((db) => tickets(db).openIn({ platform: 'telegram', account: 'bot' }, GROUPS)),
    holders: await reading((db) => tickets(db).holdersOf('large')),
    unassigned: await reading((db) => queuesOf(db).tickets('unassigned', agents)),
    ofAll: await reading((db) => queuesOf(db).tickets('unassigned', { ...agents, seesAll: ['large'], countedTo: 5 })),
    company: await reading((db) =>
      tickets(db).ofOrganisation(ACME, { deskId: 'large', resolvedSince: new Date(ago(7)), most: 3, countedTo: 100 }),
    ),
  })
  const before = await read()
  expect(before.report.found).toHaveLength(OPEN + LATELY)
  expect(before.roadmap.found).toHaveLength(OPEN / 2)
  expect(before.own.found).toHaveLength(1)
  expect(Object.fromEntries(before.openIn.found)).toEqual({ '-1001': 31, '-1002': 4, '-1003': 4 })
  expect(before.holders.found.toSorted()).toEqual([idOf(0, 2), idOf(2, 2)])
  // One of those nobody has is private, and each third of the week's is resolved and not closed.
  expect(before.unassigned.found).toMatchObject({ count: OPEN / 2 - 1, first: [{}, {}, {}] })
  expect(before.ofAll.found).toMatchObject({ count: 6, first: [{}, {}, {}] })
  expect(before.company.found).toMatchObject({ count: OPEN - 1 + LATELY / 3, first: [{}, {}, {}] })
  // Each is looked at where it is found, and once more where it is read; of those of the week a few by two ways.
  expect(before.report.looked).toBeLessThanOrEqual(2 * (OPEN + LATELY) + LATELY)
  expect(before.roadmap.looked).toBeLessThanOrEqual(OPEN)
  expect(before.own.looked).toBeLessThanOrEqual(6)
  expect(before.openIn.looked).toBeLessThanOrEqual(OPEN)
  expect(before.holders.looked).toBeLessThanOrEqual(2 * OPEN)
  expect(before.unassigned.looked).toBeLessThanOrEqual(2 * OPEN)
  expect(before.ofAll.looked).toBeLessThanOrEqual(2 * (6 + 3))
  expect(before.company.looked).toBeLessThanOrEqual(3 * (OPEN + LATELY))

  await past(4)
  const after = await read()
  expect(after.report).toEqual(before.report)
  expect(after.roadmap).toEqual(before.roadmap)
  expect(after.openIn).toEqual(before.openIn)
  expect(after.holders.looked).toBeLessThanOrEqual(2 * OPEN)
  expect(after.unassigned.looked).toBeLessThanOrEqual(2 * OPEN)
  expect(after.company.looked).toBeLessThanOrEqual(3 * (OPEN + LATELY))
})
