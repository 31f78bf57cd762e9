import { type Adapter, DeliveryFault, type Fault, type FileOut, type Platform, TooBig, traits } from '../adapter.ts'
import { toPlain } from '../domain/text/plain.ts'
import type { FileKind } from '../domain/ticket/enclosure.ts'
import type { FileShown } from '../domain/ticket/together.ts'
import { type Content, type Sentence, say } from '../ports/content.ts'
import type { FileRow, Files, NotCarried } from '../ports/files.ts'
import type { Log } from '../ports/log.ts'
import type { Platforms } from '../ports/platforms.ts'
import type { Store } from '../ports/store.ts'
import { fileTruth } from './file-truth.ts'
import { phrasePost } from './phrase-post.ts'

export interface Bringing {
  store: Store
  platforms: Platforms
  files: Files
  log: Log
  /** The lanes' clock (design.md §8). */
  realNow: () => Date
  /** A link to a file of ours that works for a while; undefined where the desk has no public address. */
  fileLink?: ((id: string) => string) | undefined
}

/** A post's words with the files it brings; what cannot be had is said in the words. */
export interface Brought {
  content: Content
  files: FileOut[]
  /** The same by our ids. */
  shown: FileShown[]
  /** Cannot be had now: they come by themselves, later (`late-files.ts`). */
  late: FileShown[]
}

/**
 * The files a post brings: out of our folder, or fetched now from where they were given. Fetching is part of sending, so
 * that a platform that stumbles is asked again like any other, and nobody's words wait for somebody's file at the door.
 * Rejects with a `DeliveryFault` where it is worth another try. A file that has been late for long is given up, and its
 * post says so in its stead: what changes the post, or comes after it, does not fall with the file.
 * @param tries how often it has been tried, this time included
 */
export async function bringFiles(bringing: Bringing, content: Content, to: Platform, tries: number): Promise<Brought> {
  const files: FileOut[] = []
  const shown: FileShown[] = []
  const late: FileShown[] = []
  const told: Sentence[] = []
  // Words that were mended since it was late wait behind it no longer.
  const trying: Trying = { tries, isLate: content.late === true && content.body.length === 0 }
  for (const { id, as } of content.files ?? []) {
    const row = await rowOf(bringing, id)
    const had = row && (await inFolder(bringing, row, trying))
    if (!had) continue
    if (had === 'late') late.push({ id, as })
    else if ('key' in had) told.push(had)
    else if (had.sizeBytes > traits[to].fileBytes) told.push(linked(bringing, had))
    else {
      files.push(await fileOut(had, as))
      shown.push({ id, as })
    }
  }
  return { content: { ...content, body: [...content.body, ...told] }, files, shown, late }
}

/** The same as they are known, nothing fetched: to look up whether they have been shown. */
export async function knownFiles(bringing: Bringing, content: Content): Promise<Pick<Brought, 'content' | 'files'>> {
  const files: FileOut[] = []
  for (const { id, as } of content.files ?? []) {
    const row = await rowOf(bringing, id)
    const had = row && (await kept(bringing.files, row))
    if (had) files.push(await fileOut(had, as))
  }
  return { content, files }
}

/** What an edit says, and whether the message it changes shows files, as far as is known. */
export interface Reworded {
  content: Content
  showsFiles: boolean
}

/**
 * An edit leaves files where they are, but what had to be said of them stands among the words it replaces, and is said
 * again: where none is shown the words are a message of their own and have room for it, under files only what fits there.
 * Nothing is fetched.
 */
export async function rewordFiles(bringing: Bringing, content: Content, to: Platform): Promise<Reworded> {
  const told: Sentence[] = []
  let showsFiles = false
  for (const { id } of content.files ?? []) {
    const row = await rowOf(bringing, id)
    const unshown = row && unshownIn(bringing, row, to)
    if (unshown) told.push(unshown)
    else showsFiles = true
  }
  const whole = { ...content, body: [...content.body, ...told] }
  const fits = !showsFiles || toPlain(phrasePost(whole).body).length <= traits[to].captionUnits
  return { content: fits ? whole : content, showsFiles }
}

/** Why a file that was owed is not shown; undefined where it is. */
function unshownIn(bringing: Bringing, row: FileRow, to: Platform): Sentence | undefined {
  if (row.sha256 === null) return notCarried(row, row.notCarried)
  return row.sizeBytes > traits[to].fileBytes ? linked(bringing, row) : undefined
}

/** Says of a file why it is not there. */
export function notCarried({ name: file }: Pick<FileRow, 'name'>, why: NotCarried | null): Sentence {
  return why === 'too-big' ? say('file-too-big', { file }) : say('file-gone', { file })
}

type Had = FileRow & { blob: Blob }

async function rowOf({ store }: Bringing, id: string): Promise<FileRow | undefined> {
  return store.transaction((unit) => unit.files.byId(id))
}

/**
 * The file as it lies in our folder; undefined where it has not been fetched, or is there no more: tables may have been
 * restored without the folder, or a replica does not share it. Then it is as good as never fetched.
 */
async function kept(files: Files, row: FileRow): Promise<Had | undefined> {
  const blob = row.sha256 === null ? undefined : await files.open(row.sha256).catch(() => undefined)
  return blob && { ...row, blob }
}

/** How often it has been tried, this time included, and whether anybody's words wait behind it. */
interface Trying {
  tries: number
  isLate: boolean
}

/** The file in our folder, fetched where it is not there; or the sentence that says why not, or that it comes later. */
async function inFolder(bringing: Bringing, row: FileRow, trying: Trying): Promise<Had | Sentence | 'late'> {
  const had = await kept(bringing.files, row)
  if (had) return had
  const source = bringing.platforms.get(row.sourcePlatform as Platform) // written by an adapter's own name
  const found = source ? await fetchedFrom(source, bringing, row, trying) : { refused: 'gone' as const }
  if (found === 'late') return found
  if ('refused' in found) {
    bringing.log.warn({ file: row.id, reason: found.refused }, 'file-not-carried')
    const why = found.refused === 'too-big' ? 'too-big' : 'gone'
    await bringing.store.transaction((unit) => unit.files.notCarried(row.id, why))
    return notCarried(row, why)
  }
  await bringing.store.transaction((unit) => unit.files.fetched(row.id, found))
  return { ...row, ...found, blob: await bringing.files.open(found.sha256) }
}

/**
 * A whole channel waits behind words, so a platform that keeps failing, or breaks off half way, is asked a few times
 * only while they wait; then they go without, and the file is tried for long, beside them.
 */
async function fetchedFrom(source: Adapter, { files, realNow }: Bringing, row: FileRow, { tries, isLate }: Trying) {
  const begunAt = realNow()
  try {
    const fetched = await source.fetchFile(row.sourceId)
    if ('refused' in fetched) return fetched
    const { name = '', mediaType = row.mediaType, body } = fetched
    return { name: row.name === '' ? name : row.name, mediaType, ...(await files.keep(body)) }
  } catch (error) {
    if (error instanceof TooBig) return { refused: 'too-big' as const }
    // A full disk is the operator's affair: the post waits.
    const onDisk = error instanceof Error && 'syscall' in error && 'path' in error && 'code' in error
    if (onDisk) throw new DeliveryFault({ kind: 'again', code: `file-${String(error.code)}` })
    // Whatever it was, it is no fault of the place this goes to: nothing there is to be parked but what waits for the file.
    const fault = again(error)
    if (isLate && tries >= LATE_TRIES) return { refused: 'gone' as const }
    const waitedSeconds = (realNow().getTime() - begunAt.getTime()) / 1000
    const wordsWaited =
      tries >= TRIES_BEFORE_WORDS ||
      waitedSeconds > BRIEF_SECONDS ||
      (fault.kind === 'wait' && fault.retryAfterSeconds > BRIEF_SECONDS)
    if (!isLate && wordsWaited) return 'late' as const
    throw new DeliveryFault(fault)
  }
}

function again(error: unknown): Extract<Fault, { kind: 'again' | 'wait' }> {
  const fault = error instanceof DeliveryFault ? error.fault : undefined
  if (fault?.kind === 'wait') return { ...fault, scope: 'chat' }
  return { kind: 'again', code: `file-${fault?.code ?? 'not-fetched'}` }
}

/** About two seconds of quick failures; a failure that took longer than `BRIEF_SECONDS`, or quiet asked for longer, is enough by itself. */
const TRIES_BEFORE_WORDS = 3
const BRIEF_SECONDS = 3
/** With the pauses between them (`settle.ts`) about a quarter of an hour, longer where its platform asks for quiet. */
const LATE_TRIES = 50

/** What it is comes from its first bytes; what its sender said of it counts for nothing (SEC5). */
async function fileOut({ blob, name, mediaType, sizeBytes }: Had, as: FileKind): Promise<FileOut> {
  const first = new Uint8Array(await blob.slice(0, FIRST_BYTES).arrayBuffer())
  const truth = await fileTruth(first, { as, name, mediaType })
  return { ...truth, sizeBytes, blob }
}

const FIRST_BYTES = 4100

function linked({ fileLink }: Bringing, { id, name, sizeBytes }: FileRow): Sentence {
  const facts = { file: name, size: { bytes: sizeBytes } }
  const link = fileLink?.(id)
  return link === undefined ? say('file-too-big-for-platform', facts) : say('file-linked', { ...facts, link })
}
