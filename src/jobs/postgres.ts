import { PostgresBackend } from '@agendajs/postgres-backend'
import pg from 'pg'
import { type Log, nameOfError } from '../ports/log.ts'
import type { Shelf } from './agenda.ts'

/** Made by our migration (`agenda_jobs`), never by Agenda: processes that start together would collide (stack.md §4 P8). */
const TABLE = 'agenda_jobs'

/** A connection may be dead without a word: what is not answered by then fails (ms). */
const ANSWERS_WITHIN_MS = 10_000

/**
 * Jobs in the desk's own database. A pool of our own, whose errors are heard: unheard they end the process when
 * PostgreSQL restarts; and no LISTEN, which does the same and is never taken up again (stack.md §4 P9).
 */
export async function postgresShelf(url: string, log: Log): Promise<Shelf> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: 5_000,
    query_timeout: ANSWERS_WITHIN_MS,
  })
  pool.on('error', (error) => log.warn({ error: nameOfError(error) }, 'job-store-connection-lost'))
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    backend: new PostgresBackend({ pool, tableName: TABLE, ensureSchema: false, disableNotifications: true }),
    async names() {
      const { rows } = await pool.query<{ name: string }>(
        `select name from ${TABLE} where type = 'single' and not disabled and (next_run_at is not null or locked_at is not null)`,
      )
      return rows.map(({ name }) => name)
    },
    async release(holder) {
      await pool.query(`update ${TABLE} set locked_at = null where last_modified_by = $1 and locked_at is not null`, [
        holder,
      ])
    },
    close: () => pool.end(),
  }
}
