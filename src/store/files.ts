import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FileRows, Files, NotCarried } from '../ports/files.ts'
import type { Db } from './orm.ts'

/** What is being written. */
const DRAFT = 'draft-'

/** The folder of files: each is named by its sha256, in a folder of the first two digits. Made when first needed. */
export function filesIn(folder: string): Files {
  const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  return {
    async keep(body) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Whole or not at all: a process that dies while writing leaves no half file under the name of a whole one.
      const draft = join(folder, `${DRAFT}${randomUUID()}`)
      try {
        const { sha256, sizeBytes } = await written(body, draft)
        const place = placeOf(sha256)
        if (!(await isThere(place, sizeBytes))) {
          await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
          await rename(draft, place)
        }
        return { sha256, sizeBytes }
      } finally {
        await rm(draft, { force: true })
      }
    },
    // It throws at once where there is no such file.
    open: async (sha256) => openAsBlob(placeOf(sha256)),
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
    async removeUnfinished(before) {
      const names = await readdir(folder).catch(() => []) // made when first needed
      let gone = 0
      for (const name of names.filter((one) => one.startsWith(DRAFT))) {
        const found = await stat(join(folder, name)).catch(() => undefined)
        if (!found || found.mtime >= before) continue
        await rm(join(folder, name), { force: true })
        gone += 1
      }
      return gone
    },
  }
}

/** Counted and digested on the way to the disk: never more than a part of it is in memory. */
async function written(body: AsyncIterable<Uint8Array>, place: string): Promise<{ sha256: string; sizeBytes: number }> {
  const digest = createHash('sha256')
  let sizeBytes = 0
  await pipeline(
    body,
    async function* counted(parts: AsyncIterable<Uint8Array>) {
      for await (const part of parts) {
        digest.update(part)
        sizeBytes += part.byteLength
        yield part
      }
    },
    createWriteStream(place, { flags: 'wx', mode: 0o600 }),
  )
  return { sha256: digest.digest('hex'), sizeBytes }
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
      const { createdAt: _made, notCarried, ...file } = row
      // Only `notCarried` below writes it.
      return { ...file, notCarried: notCarried as NotCarried | null }
    },
    async fetched(id, found) {
      await db
        .updateTable('file')
        .set({ ...found, notCarried: null })
        .where('id', '=', id)
        .execute()
    },
    async notCarried(id, why) {
      await db.updateTable('file').set({ notCarried: why }).where('id', '=', id).execute()
    },
    async moveTo(messageId, ids) {
      if (ids.length === 0) return
      await db
        .updateTable('file')
        .set({ messageId })
        .where('id', 'in', [...ids])
        .execute()
    },
  }
}
