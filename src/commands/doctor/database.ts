import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { codeOf } from '../../domain/error-code.ts'
import { openCluster } from '../../store/embedded/cluster.ts'
import { placeFor } from '../../store/embedded/place.ts'
import { migrate } from '../../store/migrate.ts'
import { type Finding, open, well, wrong } from './finding.ts'

const migrationsFolder = new URL('../../../migrations/', import.meta.url)
/** As the migrator names it; asking the migrator itself would make the table. */
const MIGRATIONS_TABLE = 'mikro_orm_migrations'
/** PostgreSQL 14. */
const OLDEST = 140_000
const CONNECT_WITHIN_MS = 5_000

/** Is the database there, may we use it, and has it our tables? Changes nothing; an embedded one is looked at where it has been made. */
export async function examineDatabase(url: string | undefined, home: string): Promise<Finding[]> {
  if (url !== undefined) return examineAt(url, () => migrate(url))
  if (!(await isMade(home))) return [open('database-embedded')]
  try {
    const cluster = await openCluster({ home })
    try {
      const found = await examineAt(cluster.url('deskhand'), () => migrateEmbedded(home))
      return found.some(({ says }) => says === 'database-no-name') ? [open('database-embedded')] : found
    } finally {
      await cluster.release()
    }
  } catch (error) {
    return [wrong('database-fault', { fault: error instanceof Error ? error.message : String(error) })]
  }
}

/** Without this look, looking would make it. */
async function isMade(home: string): Promise<boolean> {
  if (!(await stat(home).catch(() => undefined))) return false
  const { data } = await placeFor(home)
  return (await stat(join(data, 'PG_VERSION')).catch(() => undefined)) !== undefined
}

async function migrateEmbedded(home: string): Promise<void> {
  const cluster = await openCluster({ home })
  try {
    await migrate(await cluster.ensureDatabase('deskhand'))
  } finally {
    await cluster.release()
  }
}

async function examineAt(url: string, fix: () => Promise<void>): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS })
  // A connection that breaks later says so as an event, which nobody hears would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    const asked = await client.query<{ number: string; version: string; may: boolean; place: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version,
        has_schema_privilege(current_schema(), 'CREATE') as may, current_database() as place`,
    )
    const { number = '0', version = '?', may = false, place = '' } = asked.rows[0] ?? {}
    if (Number(number) < OLDEST) return [wrong('database-old', { version })]
    if (!may) return [wrong('database-closed', { place })]
    return [well('database', { version: version.split(' ')[0] ?? version, place }), await examineTables(client, fix)]
  } catch (error) {
    return [refusedBy(error) ?? wrong('database-silent', { code: codeOf(error) ?? 'no-answer' })]
  } finally {
    await client.end().catch(() => {})
  }
}

/** What is wrong with DATABASE_URL, where that is why this failed; undefined for whatever else may have. */
export function refusedBy(error: unknown): Finding | undefined {
  const code = codeOf(error) ?? ''
  const says = refusals[code]
  // A file that is not there has the code of a socket that is not there.
  const isFiles = error instanceof Error && 'path' in error
  return says === undefined || isFiles ? undefined : wrong(says, { code })
}

/** By the system's code, or PostgreSQL's. */
const refusals: Partial<Record<string, Parameters<typeof wrong>[0]>> = {
  ECONNREFUSED: 'database-nobody',
  // A socket that is not there.
  ENOENT: 'database-nobody',
  ENOTFOUND: 'database-no-host',
  EAI_AGAIN: 'database-no-host',
  '28P01': 'database-password',
  '28000': 'database-password',
  '3D000': 'database-no-name',
}

async function examineTables(client: pg.Client, fix: () => Promise<void>): Promise<Finding> {
  const files = (await readdir(migrationsFolder)).filter((name) => /^Migration\w+\.ts$/.test(name))
  const ours = new Set(files.map((name) => name.slice(0, -'.ts'.length)))
  const table = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    MIGRATIONS_TABLE,
  ])
  const rows = table.rows[0]?.there
    ? (await client.query<{ name: string }>(`select name from ${MIGRATIONS_TABLE}`)).rows
    : []
  const done = new Set(rows.map(({ name }) => name.replace(/\.[jt]s$/, '')))
  const unknown = [...done].filter((name) => !ours.has(name)).length
  if (unknown > 0) return open('database-newer', { count: unknown })
  const count = [...ours].filter((name) => !done.has(name)).length
  return count > 0 ? open('database-behind', { count }, fix) : well('database-tables', { count: ours.size })
}
