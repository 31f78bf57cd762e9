import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { words } from '../locales/index.ts'
import type { Holdings } from '../ports/erasing.ts'
import type { Files } from '../ports/files.ts'
import { filesIn } from '../store/files.ts'
import { withPerson } from './with-person.ts'

/**
 * `npm run desk -- export PERSON [--to FOLDER]`: all there is of a person as JSON, a file for each kind, and the files they
 * or others brought to their tickets. Reads, and changes nothing.
 * @param args what stands after `export`
 */
export async function runExport(
  args: readonly string[],
  config: Pick<Config, 'databaseUrl' | 'files'>,
  home: string,
): Promise<{ lines: string[]; ok: boolean }> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { to: { type: 'string' } },
    allowPositionals: true,
  })
  const [named = ''] = positionals
  return withPerson(named, config, home, async (store, { id }) => {
    const folder = values.to ?? `export-${id}`
    const holdings = await store.transaction(({ erasing }) => erasing.holdings(id))
    const written = await write(holdings, folder, filesIn(config.files))
    return [words('operator-exported', { folder, ...written }, 'en')]
  })
}

/** For nobody else's eyes: only who runs this may read it. */
async function write(holdings: Holdings, folder: string, files: Files): Promise<{ rows: number; files: number }> {
  await mkdir(join(folder, 'files'), { recursive: true, mode: 0o700 })
  let rows = 0
  for (const [kind, all] of Object.entries(holdings)) {
    rows += all.length
    await writeFile(join(folder, `${kind}.json`), `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 })
  }
  let bytes = 0
  for (const { id, sha256 } of holdings.files ?? []) {
    // Not every file was fetched; its row says what it was. Its name is in the row, too: as a path it is nobody's to choose.
    const blob = typeof sha256 === 'string' ? await files.open(sha256).catch(() => undefined) : undefined
    if (!blob) continue
    await writeFile(join(folder, 'files', String(id)), blob.stream(), { mode: 0o600 })
    bytes += 1
  }
  return { rows, files: bytes }
}
