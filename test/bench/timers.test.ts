import { afterAll, beforeAll, expect, it } from 'vitest'
import { happened } from '../../bench/timers/lateness.ts'
import { movedOn } from '../../bench/timers/moved-on.ts'
import { type Orm, openOrm } from '../../src/store/orm.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { ritaAsks } from '../support/slack-asks.ts'

/** The eye that judges what timers did, on Rita's ticket and on plans that are not true of it. */
let desk: TestDesk
let orm: Orm
let id = ''
let openedAt = ''
beforeAll(async () => {
  desk = await startTestDesk()
  orm = await openOrm(desk.database.url, 2)
  const { key } = await ritaAsks(desk, 'the lamp is out')
  const [row] = await orm.em
    .fork()
    .execute<{ id: string; opened_at: string | Date }[]>('select id, opened_at from ticket where key = ?', [key])
  id = row?.id ?? ''
  await orm.em.fork().execute('delete from ticket_event where ticket_id = ? and sequence > 1', [id])
  openedAt = new Date(row?.opened_at ?? '').toISOString()
})
afterAll(async () => {
  await orm.close(true)
  await desk.stop()
})

async function planned(type: string, laterMs: number) {
  const run = (query: string, values: unknown[] = []) => orm.em.fork().execute(query, values)
  await run('drop table if exists planned')
  await run('create table planned (ticket_id uuid, type text, due_at timestamptz, after_sequence int)')
  const dueAt = new Date(Date.parse(openedAt) + laterMs).toISOString()
  await run('insert into planned values (?, ?, ?, 0)', [id, type, dueAt])
  return happened(orm)
}

it('sees that what was planned came once, and how late', async () => {
  const found = await planned('TicketOpened', -1500)
  expect(found).toMatchObject({ planned: 1, missing: [], doubled: [], early: [], strange: [] })
  expect(found.late.max).toBeGreaterThanOrEqual(1500)
})

it('sees what did not come, and what nobody planned', async () => {
  const found = await planned('BreachWarned', 0)
  expect(found.missing).toEqual([expect.stringMatching(/^BreachWarned on DEMO-/)])
  expect(found.strange).toEqual([expect.stringMatching(/^TicketOpened on DEMO-/)])
})

it('sees what came before its time', async () => {
  expect((await planned('TicketOpened', 60_000)).early).toEqual([expect.stringMatching(/^TicketOpened on DEMO-/)])
})

it('sees what came twice', async () => {
  await orm.em.fork().execute(
    `insert into ticket_event (ticket_id, sequence, type, body, occurred_at, received_at)
       select ticket_id, 1000, type, body, occurred_at, received_at from ticket_event where ticket_id = ? and sequence = 1`,
    [id],
  )
  expect((await planned('TicketOpened', 0)).doubled).toEqual([expect.stringMatching(/^TicketOpened on DEMO-/)])
})

it('moves every instant on, in numbers, in texts and in keys of effects, and leaves lengths alone', () => {
  const at = Date.parse('2027-03-11T09:00:00Z')
  const ticket = {
    at,
    targetMs: 28_800_000,
    said: 'warned x PT1H 2027-03-11T09:00:00.000Z',
    of: ['DEMO-1', null, true],
  }
  expect(movedOn(ticket, 60_000, new Map([['DEMO-1', 'DUE-7']]))).toEqual({
    at: at + 60_000,
    targetMs: 28_800_000,
    said: 'warned x PT1H 2027-03-11T09:01:00.000Z',
    of: ['DUE-7', null, true],
  })
})
