import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Log } from '../../src/ports/log.ts'
import { quietTicket, threadOf } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { until } from '../support/people.ts'

const told: { facts: object; event: string }[] = []
const tell = (facts: object, event: string): void => void told.push({ facts, event })
const log: Log = { debug() {}, info() {}, warn: tell, error: tell }

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({ log })
})
afterAll(() => desk.stop())

it('while the disk of PostgreSQL is full words wait, and are shown when there is room again', async () => {
  const talk = await quietTicket(desk, 'Cara')
  await desk.database.query(`
    create sequence tries;
    create function no_room() returns trigger language plpgsql as $$
      begin perform nextval('tries'); raise exception 'could not extend file' using errcode = 'disk_full'; end $$`)
  await desk.database.query('create trigger no_room before insert on message execute function no_room()')
  desk.telegram.write(talk.customer, 'My printer eats paper')
  desk.telegram.write(talk.customer, 'All of it')
  // A sequence counts what is rolled back, too: more often than what cannot be handled is tried.
  const tries = async () => Number((await desk.database.query('select last_value from tries')).rows[0]?.last_value)
  await until(async () => (await tries()) > 6, 'seven tries')
  // Said once, not at each of them.
  expect(told.filter(({ event }) => event === 'row-failed').map(({ facts }) => facts)).toEqual([
    expect.objectContaining({ fate: 'not-its-fault', error: 'error 53100', tries: 1, unsaid: 0 }),
  ])

  await desk.database.query('drop trigger no_room on message')
  await until(() => threadOf(desk, talk.card).at(-1)?.endsWith('All of it'), 'both words')
  expect(threadOf(desk, talk.card).slice(-2)).toEqual([
    expect.stringContaining('My printer eats paper'),
    expect.stringContaining('All of it'),
  ])
  expect(await desk.desk.store.inbox.parked()).toEqual([])
})
