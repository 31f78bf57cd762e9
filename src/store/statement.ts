import { CompiledQuery } from 'kysely'
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

export async function run<Row>(db: Db, { name, text }: Statement, params: readonly unknown[]): Promise<Row[]> {
  const named = `/* ${name} */ ${text}`
  const { rows } = await db.withoutPlugins().executeQuery<Row>(CompiledQuery.raw(named, [...params]))
  return rows
}

/** As much of a `pg` client as is used here. */
interface Client {
  query: (...asked: unknown[]) => unknown
}

const NAMED = /^\/\* ([a-z0-9-]+) \*\/ /

/**
 * From now on this connection keeps the plan of every statement that has a name, and is asked one thing after the other,
 * whoever asks.
 */
export function preparing(client: Client): void {
  const query = client.query.bind(client)
  let last: Promise<unknown> = Promise.resolve()
  client.query = (...asked) => {
    const [text, values] = asked
    // With a callback, or as a cursor: somebody else's affair.
    if (typeof text !== 'string' || asked.length > 2 || typeof values === 'function') return query(...asked)
    const name = NAMED.exec(text)?.[1]
    const answer = last.then(() => (name === undefined ? query(...asked) : query({ name, text, values })))
    last = answer.then(nothing, nothing)
    return answer
  }
}

const nothing = (): void => {}
