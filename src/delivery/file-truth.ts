import { fileTypeFromBuffer } from 'file-type'
import { calmName } from '../domain/text/words.ts'
import type { FileKind } from '../domain/ticket/enclosure.ts'

/** What is said of a file: by whoever gave it, and nobody else. */
export interface Claimed {
  as: FileKind
  name: string
  mediaType: string
}

/**
 * What a file is, from its first bytes; a claim that does not agree with them counts for nothing (SEC5): a page that
 * calls itself a picture goes as a document of unknown type. Its name is the last part of what it was called, on one
 * line, with an ending that fits what it is.
 */
export async function fileTruth(first: Uint8Array, claimed: Claimed): Promise<Claimed> {
  const found = await fileTypeFromBuffer(first).catch(() => undefined)
  const mediaType = found?.mime ?? (isPlainText(first, claimed.mediaType) ? 'text/plain' : UNKNOWN)
  const as = shownAs[claimed.as].includes(mediaType) ? claimed.as : 'document'
  return { as, name: nameFor(claimed.name, found?.ext), mediaType }
}

const UNKNOWN = 'application/octet-stream'

/** What a platform shows as more than a document. */
const shownAs: Record<FileKind, readonly string[]> = {
  document: [],
  photo: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/heic'],
  video: ['video/mp4', 'video/quicktime', 'video/webm', 'video/matroska'],
  audio: ['audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/ogg', 'audio/ogg; codecs=opus', 'audio/wav', 'audio/flac'],
  voice: ['audio/ogg', 'audio/ogg; codecs=opus', 'audio/mpeg', 'audio/mp4', 'audio/x-m4a'],
  'video-note': ['video/mp4'],
  animation: ['image/gif', 'video/mp4'],
  sticker: ['image/webp', 'video/webm', 'application/gzip'],
}

/** Longest name we give (UTF-16 units). */
const NAME_UNITS = 120

function nameFor(name: string, found: string | undefined): string {
  const last = calmName(name.split(/[\\/]/).at(-1) ?? '').slice(-NAME_UNITS)
  const called = /^\.*$/.test(last) ? 'file' : last.replace(/^\.+/, '')
  const ending = /\.([^.]{1,10})$/.exec(called)?.[1]?.toLowerCase()
  // `x.docx` is a zip by its first bytes, and stays what it is called; a picture called `x.html` does not.
  return found === undefined || (ending !== undefined && !ACTIVE_ENDINGS.has(ending)) ? called : `${called}.${found}`
}

/** What runs when it is opened. */
const ACTIVE = new Set([
  'text/html',
  'image/svg+xml',
  'application/xhtml+xml',
  'application/javascript',
  'text/javascript',
])
const ACTIVE_ENDINGS = new Set([
  'html',
  'htm',
  'xhtml',
  'svg',
  'js',
  'mjs',
  'exe',
  'bat',
  'cmd',
  'com',
  'scr',
  'lnk',
  'hta',
])

/** Words without control characters, that do not call themselves anything that runs. */
function isPlainText(first: Uint8Array, mediaType: string): boolean {
  if (ACTIVE.has(mediaType)) return false
  const words = new TextDecoder('utf-8').decode(first)
  return first.length > 0 && !/[\p{Cc}--[\t\n\r\f]]/v.test(words) && !words.slice(0, -1).includes('\uFFFD')
}
