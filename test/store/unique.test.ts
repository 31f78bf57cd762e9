import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HELP, RITA } from '../../playground/slack/index.ts'
import { writtenColumns } from '../support/database.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { agentsHear, ritaAsks } from '../support/slack-asks.ts'

/*
 * The code looks before it writes; here it does not. What must not be there twice (reliability.md R2) is refused by the
 * tables themselves, whichever of two replicas comes second, and whatever is wrong with the code.
 */

let desk: TestDesk
let client: pg.Client

beforeAll(async () => {
  desk = await startTestDesk()
  client = new pg.Client({ connectionString: desk.database.url })
  await client.connect()
  const asked = await ritaAsks(desk, 'the lamp is out')
  desk.slack.say(RITA, HELP, { text: 'and the other one flickers', thread: asked.root.ts })
  await agentsHear(desk, asked, 'flickers')
  await desk.desk.idle()
  // As if a clock had made it happen.
  await client.query(`update ticket_event set effect = 'warned first-response 1 PT1H' where sequence = 1`)
})
afterAll(async () => {
  await client.end()
  await desk.stop()
})

/** A row that is there, once more, with these columns changed. Resolves with the index that refuses it. */
async function again(table: string, changes: object, where = 'true'): Promise<string> {
  const columns = await writtenColumns(desk.database.url, table)
  const values = columns.map((name) => `made.${name}`)
  const copy = `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table} as old,
    jsonb_populate_record(null::${table}, to_jsonb(old) || $1::jsonb) as made where ${where} limit 1`
  return client.query(copy, [JSON.stringify(changes)]).then(
    ({ rowCount }) => `${rowCount} more`,
    (error: unknown) =>
      error instanceof pg.DatabaseError && error.code === '23505' ? (error.constraint ?? '') : String(error),
  )
}

const seq = 1_000_000
const id = () => randomUUID()

it.each([
  ['an event under its id', 'inbox', () => ({ id: id(), seq, natural_key: null }), undefined],
  [
    'a message told under another id',
    'inbox',
    () => ({ id: id(), seq: seq + 1, key: 'another' }),
    'old.natural_key is not null',
  ],
  ['a ticket with its key', 'ticket', () => ({ id: id() }), undefined],
  ['the next event of a ticket, by two at once', 'ticket_event', () => ({ effect: null }), undefined],
  ['what a clock makes happen once', 'ticket_event', () => ({ sequence: 1000 }), 'old.effect is not null'],
  ['a message’s place in a ticket', 'twin', () => ({ ticket_id: id() }), undefined],
] as const)('%s is refused the second time', async (_, table, changes, where) => {
  expect(await again(table, changes(), where)).toMatch(/_(pkey|unique|key_unique)$/)
})

it('and what is another is taken', async () => {
  const fresh = { id: id(), seq: seq + 2, key: 'a third', natural_key: 'T1:C1:3' }
  expect(await again('inbox', fresh)).toBe('1 more')
})
