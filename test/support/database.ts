import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

const TEMPLATE = 'template_desk'
/** Any number of our own: workers agree by it on who makes the template. */
const TEMPLATE_LOCK = 5_110_301

export interface FreshDatabase {
  url: string
  /** A look into it past the desk; its connections are made once and kept. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult<Row>>
  /** A backup of it as it is now; nobody may be connected. Calling the result puts it in its place, as a restore does. */
  backUp(): Promise<() => Promise<void>>
  drop(): Promise<void>
}

/**
 * An empty, migrated database of the caller's own, a copy of a template the run's first caller makes.
 * @param cluster the address of the server, at its `postgres` database; the one of the run of tests unless it is named
 */
export async function freshDatabase(cluster: string = inject('cluster')): Promise<FreshDatabase> {
  const { asSuperuser, makeTemplate, urlOf } = on(cluster)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asSuperuser(async (client) => {
    await makeTemplate(client)
    await client.query(`create database ${name} template ${TEMPLATE}`)
  })
  let pool: pg.Pool | undefined
  const letGo = async (): Promise<void> => {
    await pool?.end()
    pool = undefined
  }
  return {
    url: urlOf(name),
    query(sql, values = []) {
      pool ??= poolOn(urlOf(name))
      return pool.query(sql, [...values])
    },
    async backUp() {
      await letGo()
      await asSuperuser(async (client) => {
        await client.query(`create database ${name}_backup template ${name}`)
      })
      return () =>
        asSuperuser(async (client) => {
          await client.query(`drop database ${name} with (force)`)
          await client.query(`alter database ${name}_backup rename to ${name}`)
        })
    },
    async drop() {
      await letGo()
      await asSuperuser(async (client) => {
        await client.query(`drop database if exists ${name} with (force)`)
      })
    },
  }
}

/** A table's columns, without those that PostgreSQL works out itself and lets nobody write. */
export async function writtenColumns(url: string, table: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
      [table],
    )
    return rows.map(({ name }) => `"${name}"`)
  } finally {
    await client.end()
  }
}

function poolOn(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 4 })
  // Tests end connections on purpose; whoever asks next gets a new one.
  pool.on('error', () => {})
  return pool
}

function on(cluster: string) {
  const urlOf = (database: string): string => {
    const url = new URL(cluster)
    url.pathname = `/${database}`
    return url.href
  }
  const asSuperuser = async (work: (client: pg.Client) => Promise<void>): Promise<void> => {
    const client = new pg.Client({ connectionString: cluster })
    await client.connect()
    try {
      await work(client)
    } finally {
      await client.end()
    }
  }
  /** It gets its name only when migrated: a worker that dies half way leaves no half template. */
  const makeTemplate = async (client: pg.Client): Promise<void> => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    try {
      if ((await client.query('select from pg_database where datname = $1', [TEMPLATE])).rowCount) return
      const growing = `${TEMPLATE}_new`
      await client.query(`drop database if exists ${growing} with (force)`)
      await client.query(`create database ${growing}`)
      await migrate(urlOf(growing))
      await client.query(`alter database ${growing} rename to ${TEMPLATE}`)
    } finally {
      await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
    }
  }
  return { urlOf, asSuperuser, makeTemplate }
}

async function migrate(url: string): Promise<void> {
  // Only now: a run of tests without a database need not load the ORM.
  const store = await import('../../src/store/migrate.ts')
  await store.migrate(url)
}
