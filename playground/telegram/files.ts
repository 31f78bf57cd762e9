import { createHash } from 'node:crypto'
import { badRequest } from './refusal.ts'
import { change, type KeptFile, type State } from './state.ts'

/** Files people and the bot sent. Limits of platforms.md §B2: down 20 MB, up 50 MB, photos 10 MB. */
const megabyte = 1024 * 1024
export const downloadLimit = 20 * megabyte
export const uploadLimit = 50 * megabyte
const photoLimit = 10 * megabyte
/** Pixels of width and height together, and how many times the one may be the other. */
const photoPixels = 10_000
const photoRatio = 20

export interface Upload {
  name?: string | undefined
  mime?: string | undefined
  bytes: Uint8Array
}

/** Every upload of a call, by the name after `attach://`. */
export type Uploads = ReadonlyMap<string, Upload>

const folders: Record<string, string> = {
  photo: 'photos',
  document: 'documents',
  voice: 'voice',
  audio: 'music',
  video: 'videos',
  animation: 'animations',
  video_note: 'video_notes',
  sticker: 'stickers',
}

export function keepFile(state: State, kind: string, { name, mime, bytes }: Upload): KeptFile {
  const unique = createHash('sha256').update(bytes).digest('base64url').slice(0, 15)
  let count = 0
  change(state, (row) => {
    count = row.nextFile
    row.nextFile += 1
  })
  const id = `AgACAgIAAxk${Buffer.from(`${kind}:${count}`).toString('base64url')}${unique}`
  return state.files.set(id, {
    id,
    unique,
    folder: folders[kind] ?? 'files',
    ...(name === undefined ? {} : { name }),
    ...(mime === undefined ? {} : { mime }),
    size: bytes.byteLength,
    bytes: Buffer.from(bytes).toString('base64'),
  })
}

/** The file a send* call means: an upload (`attach://`) or one sent before (its file id). Throws 400. */
export function sentFile(state: State, kind: string, given: unknown, uploads: Uploads): KeptFile {
  if (typeof given !== 'string') throw badRequest(`there is no ${kind} in the request`)
  if (given.startsWith('attach://')) return uploaded(state, kind, uploads.get(given.slice('attach://'.length)))
  if (/^https?:\/\//.test(given)) throw badRequest('failed to get HTTP URL content') // this machine fetches nothing
  const known = state.files.get(given)
  if (!known) throw badRequest('wrong file identifier/HTTP URL specified')
  if (known.folder !== folders[kind]) throw badRequest(`can't use file of type ${known.folder} as ${kind}`)
  return known
}

function uploaded(state: State, kind: string, upload: Upload | undefined): KeptFile {
  if (!upload) throw badRequest(`there is no ${kind} in the request`)
  const { byteLength } = upload.bytes
  if (byteLength === 0) throw badRequest('file must be non-empty')
  if (byteLength > (kind === 'photo' ? photoLimit : uploadLimit)) throw badRequest('file is too big')
  if (kind === 'photo' && isOutOfShape(upload.bytes)) throw badRequest('PHOTO_INVALID_DIMENSIONS')
  return keepFile(state, kind, upload)
}

/** Of a PNG's own head alone: this Telegram reads no other pictures. */
function isOutOfShape(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 24))
  if (head.length < 24 || head.toString('latin1', 1, 4) !== 'PNG') return false
  const [width, height] = [head.readUInt32BE(16), head.readUInt32BE(20)]
  return width + height > photoPixels || Math.max(width, height) > photoRatio * Math.min(width, height)
}

/** Where `/file/bot<token>/…` finds it. */
export function filePath(state: State, file: KeptFile): string {
  const ending = /\.\w{1,8}$/.exec(file.name ?? '')?.[0] ?? endings[file.folder] ?? ''
  return `${file.folder}/file_${state.files.values().indexOf(file)}${ending}`
}

export function fileAt(state: State, path: string): KeptFile | undefined {
  const index = /\/file_(\d+)(\.\w+)?$/.exec(path)?.[1]
  const file = index === undefined ? undefined : state.files.values()[Number(index)]
  return file && filePath(state, file) === path ? file : undefined
}

const endings: Record<string, string> = { photos: '.jpg', voice: '.oga', videos: '.mp4', stickers: '.webp' }
