import pg from 'pg'
import { expect, it } from 'vitest'
import { whileInUse } from '../../src/store/migrate.ts'
import { freshDatabase } from '../support/database.ts'
import { until } from '../support/people.ts'

it('a change of two tables whose users wait for it, and it for them, is made when they are done', async () => {
  const database = await freshDatabase()
  const [user, changer, looker] = await Promise.all([1, 2, 3].map(() => connect(database.url)))
  if (!user || !changer || !looker) throw new Error('three connections')
  await looker.query('create table one (id int); create table other (id int)')
  // Whoever waits this long looks whether anybody waits for them: the change does, the user never.
  await changer.query(`set deadlock_timeout = '300ms'`)
  await user.query(`set deadlock_timeout = '1h'`)

  await user.query('begin')
  await user.query('insert into other values (1)')
  let tries = 0
  const changed = whileInUse(async () => {
    tries += 1
    await changer.query('rollback')
    await changer.query('begin')
    await changer.query('alter table one add more int')
    if (tries === 1) {
      // The user comes to the other table and waits; what the change asks for next waits for the user.
      void user.query('insert into one values (1)').then(() => user.query('commit'))
      await until(async () => (await waiting(looker)) > 0, 'the user to wait')
    }
    await changer.query('alter table other add more int')
    await changer.query('commit')
  })
  await changed
  expect(tries).toBeGreaterThan(1)
  const { rows } = await looker.query('select one.more as more, (select count(*) from other) as others from one')
  expect(rows).toEqual([{ more: null, others: '1' }])
  for (const client of [user, changer, looker]) await client.end()
  await database.drop()
})

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

async function waiting(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: string }>(
    `select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return Number(rows[0]?.n)
}
