import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Pool, PoolClient, QueryConfig } from 'pg'
import type { Db } from './orm.ts'
import type { ByProperty } from './properties.ts'
import { type Line, speaks } from './statement.ts'
import type { Tables } from './tables.ts'

/**
 * One transaction. What is asked in it is sent at once, and not when what was asked before is answered: PostgreSQL
 * answers in the order it was asked, so whatever is asked side by side costs one trip together, and a write whose answer
 * nobody needs (`write`) costs none. Kysely's own transactions wait for each answer; the ORM's moreover keep their
 * connection for good where the database goes away in the middle, until the pool is empty and closing it never ends.
 * @throws what `work` throws, or the first write that failed: nothing has happened then
 */
export async function transact<T>(pool: Pool, plugin: ByProperty, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const { line, ...end } = lineOn(client)
  let broken = false
  try {
    await line.write({ text: 'begin' })
    const result = await work(dbOn(line, plugin))
    await end.commit()
    return result
  } catch (error) {
    const first = await end.rollback()
    broken = first.broken
    throw first.failed ?? error
  } finally {
    client.release(broken)
  }
}

/** A connection in a transaction, and the two ends it may come to; after either it takes no more questions. */
function lineOn(client: PoolClient) {
  const writes: Promise<unknown>[] = []
  /** What some of these give is looked at before anything is committed. */
  let looked = false
  let over = false
  const hold = oneWriteATurn(client)
  const ask = (query: QueryConfig) => {
    if (over) return Promise.reject(new Error('asked when the transaction was over'))
    hold()
    return client.query(query)
  }
  const line: Line = {
    ask,
    async write(query, look) {
      const written = look ? ask(query).then(look) : ask(query)
      looked ||= look !== undefined
      // Looked at when the transaction ends, also where something else has failed by then.
      written.catch(() => {})
      writes.push(written)
    },
  }
  const close = (word: string) => {
    const last = ask({ text: word })
    over = true
    return last
  }
  return {
    line,
    async commit(): Promise<void> {
      if (looked) await Promise.all(writes)
      const committed = close('commit')
      committed.catch(() => {})
      await Promise.all(writes)
      // So PostgreSQL ends a transaction in which something has failed, whoever knew of it.
      if ((await committed).command === 'ROLLBACK') throw new Error('a statement of this transaction has failed')
    },
    /** Which write failed first; those after it are only told that all is in vain. */
    async rollback(): Promise<{ failed: unknown; broken: boolean }> {
      const undone = over ? client.query('rollback') : close('rollback')
      const broken = await undone.then(
        () => false,
        () => true,
      )
      const failed = (await Promise.allSettled(writes)).find(({ status }) => status === 'rejected')
      return { failed: failed?.status === 'rejected' ? failed.reason : undefined, broken }
    },
  }
}

/**
 * What is asked and written in one turn of the event loop goes to the socket in one write: each question in a write of its
 * own was an eighth of what a mirrored message cost this process. And it goes with that turn: PostgreSQL writes what is
 * decided while the rest is. Kept back until the commit, it left words that share a transaction a tenth longer on their way.
 */
function oneWriteATurn(client: PoolClient): () => void {
  const { stream } = client.connection
  let held = false
  return () => {
    if (held) return
    held = true
    stream.cork()
    setImmediate(() => {
      held = false
      stream.uncork()
    })
  }
}

/** Queries by Kysely on this connection and no other. */
function dbOn(line: Line, plugin: ByProperty): Db {
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { command, rowCount, rows } = await line.ask<Row & object>({ text: sql, values: [...parameters] })
      return { rows, ...(CHANGES.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }) }
    },
    streamQuery: () => {
      throw new Error('rows are not streamed inside a transaction')
    },
  }
  const driver = {
    init: nothing,
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: nested,
    commitTransaction: nested,
    rollbackTransaction: nested,
    releaseConnection: nothing,
    destroy: nothing,
  }
  const db = new Kysely<Tables>({
    dialect: {
      createDriver: () => driver,
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (of) => new PostgresIntrospector(of),
    },
    plugins: [plugin],
  })
  return speaks(db, plugin.read, line)
}

const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
const nothing = (): Promise<void> => Promise.resolve()
const nested = (): Promise<void> => Promise.reject(new Error('a transaction within a transaction'))
