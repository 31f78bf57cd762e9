import { type Adapter, DeliveryFault, type Fetched, type FileOut, type Platform } from '../adapter.ts'
import { type Content, type Sentence, say } from '../ports/content.ts'
import type { FileRow, Files } from '../ports/files.ts'
import type { Log } from '../ports/log.ts'
import type { Platforms } from '../ports/platforms.ts'
import type { Store } from '../ports/store.ts'

export interface Bringing {
  store: Store
  platforms: Platforms
  files: Files
  log: Log
}

/** A post's words with the file it brings; without it where it cannot be had, and then the words say so. */
export interface Brought {
  content: Content
  file?: FileOut | undefined
}

/**
 * The file a post brings: out of our folder, or fetched now from where it was given. Fetching is part of sending, so
 * that a platform that stumbles is asked again like any other, and nobody's words wait for somebody's file at the door.
 * Rejects with a `DeliveryFault` where it is worth another try.
 * @param tries how often it has been tried, this time included
 */
export async function bringFile(bringing: Bringing, content: Content, tries: number): Promise<Brought> {
  const row = await rowOf(bringing, content)
  if (!row) return { content }
  if (row.sha256 !== null) return withFile(bringing.files, content, row, row.sha256)
  const source = bringing.platforms.get(row.sourcePlatform as Platform) // written by an adapter's own name
  if (!source) return without(content, say('file-gone', { file: row.name }))
  const fetched = await fetchedFrom(source, row.sourceId, tries)
  if ('refused' in fetched) {
    bringing.log.warn({ file: row.id, reason: fetched.refused }, 'file-not-carried')
    const facts = { file: row.name }
    return without(content, fetched.refused === 'too-big' ? say('file-too-big', facts) : say('file-gone', facts))
  }
  const sha256 = await kept(bringing.files, fetched.bytes)
  const found = {
    name: row.name === '' ? (fetched.name ?? 'file') : row.name,
    mediaType: fetched.mediaType ?? row.mediaType,
    sizeBytes: fetched.bytes.byteLength,
    sha256,
  }
  await bringing.store.transaction((unit) => unit.files.fetched(row.id, found))
  return withFile(bringing.files, content, { ...row, ...found }, sha256)
}

/** A whole channel waits behind this post: a platform that keeps failing is given up on. */
async function fetchedFrom(source: Adapter, id: string, tries: number): Promise<Fetched> {
  try {
    return await source.fetchFile(id)
  } catch (error) {
    if (tries >= MOST_TRIES) return { refused: 'gone' }
    // Whatever it was, it is no fault of the place this goes to: nothing there is to be parked.
    const code = error instanceof DeliveryFault && 'code' in error.fault ? error.fault.code : 'not-fetched'
    throw new DeliveryFault({ kind: 'again', code: `file-${code}` })
  }
}

const MOST_TRIES = 5

/** The same as it is known, nothing fetched: to look up whether it has been shown. */
export async function knownFile(bringing: Bringing, content: Content): Promise<Brought> {
  const row = await rowOf(bringing, content)
  return row?.sha256 ? withFile(bringing.files, content, row, row.sha256) : { content }
}

async function rowOf({ store }: Bringing, { file }: Content): Promise<FileRow | undefined> {
  return file === undefined ? undefined : store.transaction((unit) => unit.files.byId(file))
}

/** A full disk is the operator's affair: the post waits. */
async function kept(files: Files, bytes: Uint8Array): Promise<string> {
  try {
    return await files.keep(bytes)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'not-kept'
    throw new DeliveryFault({ kind: 'again', code: `file-${code}` })
  }
}

function withFile(files: Files, content: Content, row: FileRow, sha256: string): Brought {
  const { name, mediaType, sizeBytes } = row
  const told = say('file-given', { file: name, size: sizeShown(sizeBytes) })
  return {
    content: { ...content, body: [...content.body, told] },
    file: { name, mediaType, sizeBytes, bytes: () => files.read(sha256) },
  }
}

function without(content: Content, why: Sentence): Brought {
  return { content: { ...content, body: [...content.body, why] } }
}

/** As people read it: `12 B`, `3.4 kB`, `1.2 MB`. */
function sizeShown(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
