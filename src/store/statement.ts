import { CompiledQuery, type UnknownRow } from 'kysely'
import type { QueryConfig, QueryResult } from 'pg'
import type { Db } from './orm.ts'

/**
 * A statement of a hot path, written by hand: it is parsed and planned once a connection (`preparing`), and its rows
 * come as PostgreSQL names them: columns in snake case, times as text. Give states and acts as literals: a plan made
 * for any parameter cannot use an index made for one state.
 */
export interface Statement {
  /** Names it on the connection: letters, digits, hyphens; no two alike. */
  name: string
  text: string
}

/** A connection that is one transaction's for as long as that lasts (`transact`). */
export interface Line {
  /** Sent at once, whatever was asked before and is not answered yet. */
  ask<Row extends object>(query: QueryConfig): Promise<QueryResult<Row>>
  /**
   * Resolves once it is sent; that it was done is looked at when the transaction ends, which it brings down otherwise, as
   * does what `look` throws of its answer: it is not committed before that.
   */
  write(query: QueryConfig, look?: (answer: QueryResult<UnknownRow>) => void): Promise<void>
}

const lines = new WeakMap<Db, Line>()
const readers = new WeakMap<Db, Read>()

/** A row by its columns, as a row by its properties (`properties.ts`). */
export type Read = (row: UnknownRow) => UnknownRow

/** Statements asked of `db` have their rows read so, and go by this line, where there is one, past Kysely. */
export function speaks<Of extends Db>(db: Of, read: Read, line?: Line): Of {
  readers.set(db, read)
  if (line) lines.set(db, line)
  return db
}

/** Rows as PostgreSQL names them (`select` reads them), by the line of `db` where it has one. */
export async function run<Row extends object>(
  db: Db,
  statement: Statement,
  params: readonly unknown[],
): Promise<Row[]> {
  const line = lines.get(db)
  if (line) return (await line.ask<Row>({ ...named(statement), values: [...params] })).rows
  const query = CompiledQuery.raw(named(statement).text, [...params])
  const { rows } = await db.getExecutor().provideConnection((connection) => connection.executeQuery<Row>(query))
  return rows
}

/** Rows as Kysely gives those of a table: by property, times as dates. */
export async function select<Row extends object>(
  db: Db,
  statement: Statement,
  params: readonly unknown[],
): Promise<Row[]> {
  // The statement's own columns, named where it is written.
  return (await run<UnknownRow>(db, statement, params)).map(readerOf(db)) as Row[]
}

function readerOf(db: Db): Read {
  const read = readers.get(db)
  if (!read) throw new Error('a database that was opened past `dbOf`')
  return read
}

/**
 * A write nobody goes on from. Inside a transaction it is only sent: whatever is asked next sees what it wrote, for
 * PostgreSQL does one after the other.
 * @param look what is made of the rows it gives (as `select` has them), before the transaction is committed; it fails where this throws
 */
export async function write<Row extends object>(
  db: Db,
  statement: Statement,
  params: readonly unknown[],
  look?: (rows: readonly Row[]) => void,
): Promise<void> {
  const line = lines.get(db)
  // The statement's own columns, named where it is written.
  const looked = look && ((rows: readonly UnknownRow[]) => look(rows.map(readerOf(db)) as Row[]))
  if (line) {
    const query = { ...named(statement), values: [...params] }
    await line.write(query, looked && (({ rows }) => looked(rows)))
  } else {
    const rows = await run<UnknownRow>(db, statement, params)
    looked?.(rows)
  }
}

const asSent = new Map<string, Statement>()

/**
 * Its name stands in its text, so that it is known wherever it comes by (`preparing`), and in the database's own lists.
 * Lists are asked for in a question of their own: of those given outright PostgreSQL knows the length, finds a plan for
 * just that many a little better than one for any, and plans anew each time, which took it longer than most statements do.
 */
function named({ name, text }: Statement): Statement {
  const known = asSent.get(name)
  if (known) return known
  const sent = { name, text: `/* ${name} */ ${text.replace(/\$\d+::(\w+\[\])/g, '(select $&)::$1')}` }
  asSent.set(name, sent)
  return sent
}

/** As much of a `pg` client as is used here. */
interface Client {
  query: (...asked: unknown[]) => unknown
}

const NAMED = /^\/\* ([a-z0-9-]+) \*\/ /

/** From now on this connection keeps the plan of every statement that has a name. */
export function preparing(client: Client): void {
  const query = client.query.bind(client)
  client.query = (...asked) => {
    const [text, values] = asked
    // With a callback, or as a cursor: somebody else's affair.
    if (typeof text !== 'string' || asked.length > 2 || typeof values === 'function') return query(...asked)
    const name = NAMED.exec(text)?.[1]
    return name === undefined ? query(...asked) : query({ name, text, values })
  }
}
