import { z } from 'zod'
import type { Orm } from '../../src/store/orm.ts'
import type { Statement } from './overhear.ts'

/** A statement the product sends, and the large tables it reads from end to end. */
export interface Scan {
  sql: string
  tables: string[]
}

/** Fewer rows than this are read at once, whatever an index could do. */
const LARGE = 5_000

/** What has a plan; one written by hand begins with its name. */
const PLANNED = /^\s*(?:\/\*.*?\*\/\s*)?(?:select|with|insert|update|delete)\b/i

/** Those of the statements whose plan reads a large table from end to end. */
export async function scansIn(orm: Orm, statements: readonly Statement[]): Promise<{ looked: number; scans: Scan[] }> {
  const large = await largeTables(orm)
  const scans: Scan[] = []
  let looked = 0
  for (const { text, values } of statements) {
    if (!PLANNED.test(text)) continue
    looked += 1
    const tables = new Set(scannedIn(await planOf(orm, text, values)).filter((table) => large.has(table)))
    if (tables.size > 0) scans.push({ sql: text.replaceAll(/\s+/g, ' ').slice(0, 400), tables: [...tables] })
  }
  return { looked, scans }
}

async function largeTables(orm: Orm): Promise<ReadonlySet<string>> {
  const rows = await orm.em
    .fork()
    .execute<{ name: string }[]>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace and reltuples > ${LARGE}`,
    )
  return new Set(rows.map(({ name }) => name))
}

const nodeShape = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  get Plans() {
    return z.array(nodeShape).optional()
  },
})
type Node = z.infer<typeof nodeShape>
const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: nodeShape })]) })])

/** As the driver sends it, with the same values: nothing is run. */
async function planOf(orm: Orm, text: string, values: readonly unknown[]): Promise<Node> {
  const pool = await orm.em.getConnection().getNativeClient()
  const { rows } = await pool.query(`explain (format json) ${text}`, [...values])
  return explained.parse(rows)[0]['QUERY PLAN'][0].Plan
}

function scannedIn(node: Node): string[] {
  const own = node['Node Type'] === 'Seq Scan' && node['Relation Name'] !== undefined ? [node['Relation Name']] : []
  return [...own, ...(node.Plans ?? []).flatMap(scannedIn)]
}
