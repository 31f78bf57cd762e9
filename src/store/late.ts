import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolClient } from 'pg'

/** How long the end of a connection that was given up may take (ms). */
const ENDS_WITHIN_MS = 100

/**
 * What becomes of the connections of one pool where a question is not answered in time (`query_timeout`): it fails when its
 * connection has ended, not just before, for that would go back to the pool, and whoever came next would ask a dead one.
 * All others end with it that have not answered since it was asked: a fail-over takes them all.
 */
export function endingTogether(): (client: PoolClient) => void {
  /** When each answered last, or was made. */
  const heard = new Map<PoolClient, number>()
  const endSilent = (since: number): void => {
    for (const [client, at] of heard) if (at < since) client.connection.stream.destroy()
  }
  return (client) => {
    heard.set(client, performance.now())
    client.once('end', () => heard.delete(client))
    // As `pg` gives it: with promises, for nobody here asks with a callback.
    const query = client.query.bind(client) as (...asked: unknown[]) => unknown
    const ask = (...asked: unknown[]): unknown => {
      const at = performance.now()
      const answer = query(...asked)
      if (!(answer instanceof Promise)) return answer
      return answer.then(
        (result: unknown) => {
          if (heard.has(client)) heard.set(client, performance.now())
          return result
        },
        async (error: unknown) => {
          if (error instanceof Error && error.message === 'Query read timeout') {
            endSilent(at)
            await Promise.race([new Promise((resolve) => client.once('end', resolve)), sleep(ENDS_WITHIN_MS)])
          } else if (heard.has(client)) heard.set(client, performance.now())
          throw error
        },
      )
    }
    // It passes on what it is asked, in whichever form.
    client.query = ask as PoolClient['query']
  }
}
