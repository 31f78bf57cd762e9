import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** Every row of every table as text, a line each with its table's name in front: what a backup of the database holds. */
export async function dumpOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
    )
    const lines: string[] = []
    for (const { name } of tables.rows) {
      const rows = await client.query<{ line: string }>(`select t::text as line from ${name} t`)
      lines.push(...rows.rows.map(({ line }) => `${name} ${line}`))
    }
    return lines.join('\n')
  } finally {
    await client.end()
  }
}

/** Names and bytes of all files below a folder, as text. */
export function bytesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => `${path}\n${readFileSync(path, 'latin1')}`)
    .join('\n')
}

/** Which of these words stand in it. */
export function foundIn(text: string, words: readonly string[]): string[] {
  return words.filter((word) => text.includes(word))
}
