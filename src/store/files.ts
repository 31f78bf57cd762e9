import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRows, Files } from '../ports/files.ts'
import type { Db } from './orm.ts'

/** The folder of files: each is named by its sha256, in a folder of the first two digits. Made when first needed. */
export function filesIn(folder: string): Files {
  const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  return {
    async keep(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const place = placeOf(sha256)
      if (await isThere(place, bytes.byteLength)) return sha256
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
      // Whole or not at all: a process that dies while writing leaves no half file under the name of a whole one.
      const draft = `${place}.${randomUUID()}`
      await writeFile(draft, bytes, { flag: 'wx', mode: 0o600 })
      await rename(draft, place)
      return sha256
    },
    read: (sha256) => readFile(placeOf(sha256)),
  }
}

async function isThere(place: string, size: number): Promise<boolean> {
  return stat(place).then(
    (found) => found.size === size,
    () => false,
  )
}

/** @see FileRows */
export function fileRowsOf(db: Db, now: Date): FileRows {
  return {
    async insert(files) {
      if (files.length === 0) return
      await db
        .insertInto('file')
        .values(files.map((file) => ({ ...file, createdAt: now })))
        .execute()
    },
    async byId(id) {
      const row = await db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) return undefined
      const { createdAt: _made, ...file } = row
      return file
    },
    async fetched(id, found) {
      await db.updateTable('file').set(found).where('id', '=', id).execute()
    },
  }
}
