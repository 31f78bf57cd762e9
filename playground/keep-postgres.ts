import pg from 'pg'
import type { Keep } from './keep.ts'

/** Any number of our own: processes starting together agree by it on who makes the table. */
const tableLock = 5_110_302
const tryAgainAfterMs = 500

type Write = { collection: string; id: string; again: boolean; value: string | undefined }

/**
 * The playground's `Keep` in a database of its own: one table, a row per thing kept. The database must exist; the table
 * is made here. Writes go one transaction after the other, each with all that came meanwhile, the newest of each row;
 * while the database is away they wait and are tried again. `flush` rejects where what waits cannot be written now.
 *
 * Values are `json`, not `jsonb`: people may write what `jsonb` refuses (U+0000, half a surrogate pair).
 */
export async function keepInPostgres(url: string): Promise<Keep & { close: () => Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => {}) // an idle connection lost; the next write opens another
  // One lost in the middle of a write tells the write of it; nobody else is to be ended by that.
  pool.on('connect', (client) => void client.on('error', () => {}))
  await makeTable(pool)
  let waiting = new Map<string, Write>()
  let writing: Promise<void> | undefined
  let tryAgain: NodeJS.Timeout | undefined

  const owe = (write: Write) => {
    const key = JSON.stringify([write.collection, write.id])
    const earlier = waiting.get(key)
    // What was removed and put anew is the newest of its collection again; what is put once more after that stays there.
    const anew = write.again || (earlier !== undefined && earlier.value === undefined)
    const again = anew || (earlier?.again ?? false)
    if (anew) waiting.delete(key)
    waiting.set(key, { ...write, again })
    if (!writing && !tryAgain) void writeAll().catch(later)
  }

  const later = () => {
    tryAgain ??= setTimeout(() => {
      tryAgain = undefined
      void writeAll().catch(later)
    }, tryAgainAfterMs)
  }

  /** Writes until nothing waits. Rejects, with nothing lost, when one transaction fails. */
  const writeAll = (): Promise<void> => {
    writing ??= (async () => {
      await Promise.resolve() // what is put in the same breath goes along
      while (waiting.size > 0) {
        const batch = waiting
        waiting = new Map()
        await write(pool, [...batch.values()]).catch((error: unknown) => {
          const newer = waiting
          waiting = batch
          for (const put of newer.values()) owe(put)
          throw error
        })
      }
    })().finally(() => {
      writing = undefined
    })
    return writing
  }

  const flush = async () => {
    clearTimeout(tryAgain)
    tryAgain = undefined
    await writeAll().catch((error: unknown) => {
      later()
      throw error
    })
  }

  return {
    async load(collection) {
      await flush()
      const { rows } = await pool.query<{ id: string; value: unknown }>(
        'select id, value from kept where collection = $1 order by nth',
        [collection],
      )
      return new Map(rows.map(({ id, value }) => [id, value]))
    },
    put: (collection, id, value) => owe({ collection, id, again: false, value: JSON.stringify(value) }),
    remove: (collection, id) => owe({ collection, id, again: false, value: undefined }),
    flush,
    async close() {
      await flush().finally(() => {
        clearTimeout(tryAgain)
        return pool.end()
      })
    },
  }
}

async function makeTable(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [tableLock])
    await client.query(`create table if not exists kept (
      collection text, id text, nth bigint generated always as identity, value json not null,
      primary key (collection, id))`)
    await client.query('commit')
  } finally {
    client.release()
  }
}

async function write(pool: pg.Pool, writes: Write[]): Promise<void> {
  const gone = writes.filter(({ value, again }) => value === undefined || again)
  const kept = writes.filter(({ value }) => value !== undefined)
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('begin')
    if (gone.length > 0) {
      await client.query(
        `delete from kept using unnest($1::text[], $2::text[]) as gone (collection, id)
          where kept.collection = gone.collection and kept.id = gone.id`,
        [gone.map(({ collection }) => collection), gone.map(({ id }) => id)],
      )
    }
    if (kept.length > 0) {
      await client.query(
        `insert into kept (collection, id, value)
          select collection, id, value::json
          from unnest($1::text[], $2::text[], $3::text[]) with ordinality as new (collection, id, value, nth)
          order by nth
          on conflict (collection, id) do update set value = excluded.value`,
        [kept.map(({ collection }) => collection), kept.map(({ id }) => id), kept.map(({ value }) => value)],
      )
    }
    await client.query('commit')
    broken = false
  } finally {
    client.release(broken) // a connection that failed half way is thrown away, and with it the transaction
  }
}
