import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { codeOf } from '../../domain/error-code.ts'
import { SUPERUSER } from './initdb.ts'
import type { Place } from './place.ts'
import { postmasterOf } from './postmaster.ts'
import { hostOf } from './socket.ts'

const PATIENCE_MS = 60_000
const GLANCE_MS = 20

/** The address of a database of the server at work on these data, password included: not for logs. */
export function urlOf(place: Pick<Place, 'data'>, port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@${hostOf(place.data, port)}:${port}/${encodeURIComponent(database)}`
}

/** The password of the cluster's only user. Rejects with the repair where somebody removed it. */
export async function passwordOf(place: Place): Promise<string> {
  return readFile(place.password, 'utf8').catch(() => {
    throw new Error(
      `${place.password} is missing, and without it the database beside it cannot be opened. Put it back from a backup, ` +
        `or remove ${place.data} to start empty.`,
    )
  })
}

/**
 * The port of a server that already runs on these data, proved by a login; undefined where none runs. Waits for one
 * that is just starting or stopping. Rejects where one runs and does not let us in.
 */
export async function adoptable(place: Place): Promise<number | undefined> {
  const until = performance.now() + PATIENCE_MS
  let refusal: unknown
  for (;;) {
    const postmaster = await postmasterOf(place.data)
    if (!postmaster) return undefined
    if (postmaster.ready) {
      try {
        return await provedPort(place, postmaster.port)
      } catch (error) {
        refusal = error
      }
    }
    if (performance.now() > until) throw new Error(doesNotAnswer(place, postmaster.pid), { cause: refusal })
    await pause(GLANCE_MS)
  }
}

/** Makes the database where it is missing. Two that make it at once are both content. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount) return
    await client.query(`create database ${pg.escapeIdentifier(name)}`).catch((error: unknown) => {
      if (!madeByAnother(error)) throw error
    })
  })
}

/** Removes the database, with the connections that are still in it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
  })
}

async function provedPort(place: Place, port: number): Promise<number> {
  const served = await withClient(urlOf(place, port, await passwordOf(place), 'postgres'), async (client) => {
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
    return rows[0]?.folder
  })
  if (served !== place.data) throw new Error(`port ${port} serves ${served}`)
  return port
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  // A connection that breaks while nothing is asked has nobody to tell; the next query rejects.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** 42P04: made a moment ago. 23505: being made at this very moment. */
function madeByAnother(error: unknown): boolean {
  return ['42P04', '23505'].includes(codeOf(error) ?? '')
}

function doesNotAnswer(place: Place, pid: number): string {
  return `Process ${pid} serves the database in ${place.data} but does not let us in. End it and start again.`
}
