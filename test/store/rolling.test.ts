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
    const [, up = ''] = /override up\(\)[^{]*\{([\s\S]*?)\n {2}\}/.exec(readFileSync(path, 'utf8')) ?? []
    return [...up.matchAll(/`([^`]+)`/g)]
      .map(([, sql = '']) => sql)
      .filter(takesAway)
      .map((sql) => `${path}: ${sql}`)
  })
  expect(faults).toEqual([])
  expect(['alter table "a" drop column "b";', 'alter table "a" add "b" text not null;'].every(takesAway)).toBe(true)
  expect(takesAway('alter table "a" add "b" text null;')).toBe(false)
})

function takesAway(sql: string): boolean {
  if (/^create (table|index|sequence)/.test(sql)) return false
  if (/^alter table \S+ add (column )?"\w+" .*/.test(sql)) return /not null/.test(sql) && !/default/.test(sql)
  return !/^(comment|insert)/.test(sql)
}

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
