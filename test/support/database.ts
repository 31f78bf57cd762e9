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
  /** A backup of it as it is now; nobody may be connected. It is restored once. */
  backUp(): Promise<Backup>
  drop(): Promise<void>
}

export interface Backup {
  /** Another database in the place and under the name of the one there is. @param whileGone there is none meanwhile */
  inPlace(whileGone?: () => Promise<unknown>): Promise<void>
  /** In the same database, tables made anew in the place of those there are: what `pg_restore --clean` does. */
  over(): Promise<void>
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
      return {
        inPlace: (whileGone) =>
          asSuperuser(async (client) => {
            await client.query(`drop database ${name} with (force)`)
            await whileGone?.()
            await client.query(`alter database ${name}_backup rename to ${name}`)
          }),
        async over() {
          await writeOver(urlOf(name), urlOf(`${name}_backup`))
          await asSuperuser(async (client) => {
            await client.query(`drop database ${name}_backup`)
          })
        },
      }
    },
    async drop() {
      await letGo()
      await asSuperuser(async (client) => {
        await client.query(`drop database if exists ${name} with (force)`)
      })
    },
  }
}

/** Every table of a database is made anew, with what is in those of another; sequences go on where they were there. */
async function writeOver(url: string, backup: string): Promise<void> {
  const [to, from] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: backup })]
  await Promise.all([to.connect(), from.connect()])
  try {
    await to.query('drop schema public cascade; create schema public')
    await migrate(url)
    // Which of two rows that belong together comes first is no matter.
    await to.query('set session_replication_role = replica')
    const tables = await from.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    )
    for (const { name } of tables.rows) {
      const columns = await writtenColumns(url, name)
      const kept = await from.query<{ rows: string }>(
        `select coalesce(json_agg(t), '[]')::text as rows from "${name}" t`,
      )
      await to.query(`truncate "${name}"`)
      await to.query(
        `insert into "${name}" (${columns.join(', ')})
          select ${columns.join(', ')} from json_populate_recordset(null::"${name}", $1::json)`,
        [kept.rows[0]?.rows],
      )
    }
    const sequences = await from.query<{ name: string; at: string }>(
      `select sequencename as name, last_value as at from pg_sequences where schemaname = 'public' and last_value > 0`,
    )
    for (const { name, at } of sequences.rows) {
      await to.query(`create sequence if not exists "${name}"`)
      await to.query('select setval($1::regclass, $2)', [`"${name}"`, at])
    }
  } finally {
    await Promise.all([to.end(), from.end()])
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
