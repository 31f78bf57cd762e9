import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { type Orm, openOrm } from '../../src/store/orm.ts'
import { freshDatabase } from '../support/database.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let orm: Orm

beforeAll(async () => {
  database = await freshDatabase()
  orm = await openOrm(database.url, 2)
})
afterAll(async () => {
  await orm.close(true)
  await database.drop()
})

it('the migrations make exactly the tables the entities describe', async () => {
  // A difference is a change of a table without its migration: make one with `npm run desk -- migration NAME`.
  expect(await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: false })).toBe('')
  expect(await orm.migrator.checkSchema()).toBe(false)
})

it('processes that start together take turns at migrating', async () => {
  const name = `race_${process.pid}`
  const client = new pg.Client({ connectionString: inject('cluster') })
  await client.connect()
  await client.query(`create database ${name}`)
  const url = new URL(inject('cluster'))
  url.pathname = `/${name}`
  await Promise.all([1, 2, 3].map(() => migrate(url.href)))
  const raced = await openOrm(url.href, 1)
  expect(await raced.migrator.getPending()).toEqual([])
  expect(await raced.em.fork().execute('select count(*)::int as rows from clock')).toEqual([{ rows: 1 }])
  await raced.close(true)
  await client.query(`drop database ${name} with (force)`)
  await client.end()
})
