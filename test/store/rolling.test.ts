import { globSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, it } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { newCustomer, told } from '../support/customer.ts'
import { startTestDesk } from '../support/desk.ts'
import { cardOf } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

/** From here on the program of before must run on the tables of after (docs/operate.md, Upgrading). */
const SINCE = 'Migration20261128'

it('migrations only add: what the program of before writes still fits', () => {
  const since = globSync('migrations/*.ts').filter((path) => path >= `migrations/${SINCE}`)
  expect(since.length).toBeGreaterThan(0)
  const faults = since.flatMap((path) => {
    const [up = '', down = ''] = readFileSync(path, 'utf8').split('override down()')
    const before = statementsOf(down)
    return statementsOf(up)
      .filter((sql) => takesAway(sql, before))
      .map((sql) => `${path}: ${sql}`)
  })
  expect(faults).toEqual([])
  const bad = [
    'alter table "a" drop column "b";',
    'alter table "a" add "b" text not null;',
    'delete from "a"',
    check('x'),
  ]
  for (const sql of bad) expect(takesAway(sql, [check('x', 'y')]), sql).toBe(true)
  for (const sql of ['alter table "a" add "b" text null;', 'drop index "a";', check('x', 'y', 'z')])
    expect(takesAway(sql, [check('x', 'y')]), sql).toBe(false)
})

const statementsOf = (method: string): string[] =>
  [...method.matchAll(/addSql\(\s*`([^`]+)`/g)].map(([, sql = '']) => sql)

const check = (...values: string[]) =>
  `alter table "a" add constraint "a_b_check" check ("b" in (${values.map((value) => `'${value}'`).join(', ')}));`

/**
 * Indexes (not unique ones, which hold promises) are the database's own affair; due times may be judged again; a column
 * may take more words than before.
 * @param before what the way back does: it names the words of before
 */
function takesAway(sql: string, before: readonly string[]): boolean {
  if (/^create (table|index|sequence)|^drop index (?!.*_unique")/.test(sql)) return false
  if (/^alter table \S+ add (column )?"\w+" .*/.test(sql)) return /not null/.test(sql) && !/default/.test(sql)
  const [, dropped] = /^alter table \S+ drop constraint "(\w+_check)"/.exec(sql) ?? []
  if (dropped !== undefined) return !before.some((one) => one.includes(`add constraint "${dropped}"`))
  const [, checked = ''] = /^alter table \S+ add constraint "(\w+_check)"/.exec(sql) ?? []
  if (checked !== '') {
    const former = before.find((one) => one.includes(`add constraint "${checked}"`))
    return former === undefined || wordsIn(former).some((word) => !wordsIn(sql).includes(word))
  }
  return !/^(comment|insert|update "ticket" set "stale" = true)/.test(sql)
}

const wordsIn = (sql: string): string[] => [...sql.matchAll(/'([^']*)'/g)].map(([, word = '']) => word)

it('a desk runs on tables a newer one has been at: migrations, columns and tables it does not know are left alone', async () => {
  const desk = await startTestDesk()
  const client = new pg.Client({ connectionString: desk.database.url })
  await client.connect()
  try {
    await client.query(
      `insert into mikro_orm_migrations (name, executed_at) values ('Migration29990101000000_later', now())`,
    )
    await client.query('create table later (id int primary key)')
    for (const table of ['ticket', 'message', 'delivery', 'inbox', 'ticket_event', 'place', 'twin', 'person']) {
      await client.query(`alter table ${table} add later jsonb null`)
    }
    await migrate(desk.database.url)
    await desk.restart()
    const cara = newCustomer(desk, 'Cara')
    desk.telegram.write(cara, 'The bell is new')
    await cardOf(desk, 'The bell is new')
    await told(desk, cara, 'this is ticket')
    await replayedEqualsStored(desk)
    const kept = await client.query(`select from mikro_orm_migrations where name like '%_later'`)
    expect(kept.rowCount).toBe(1)
  } finally {
    await client.end()
    await desk.stop()
  }
})
