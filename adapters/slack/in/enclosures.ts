import type { FileSeen } from '../../../src/adapter.ts'
import { calmName } from '../../../src/domain/text/words.ts'
import type { Enclosure, FileKind } from '../../../src/domain/ticket/enclosure.ts'
import { addressElsewhere } from './elsewhere.ts'
import { isCutShort } from './forwarded.ts'
import type { File, Message } from './shapes.ts'

/** Files but those whose link is among the words (`linksIn`), and messages forwarded from elsewhere as far as their words are not all (`forwardedIn`). */
export function enclosuresOf(message: Message): Enclosure<FileSeen>[] {
  const files = (message.files ?? []).filter((file) => addressElsewhere(file) === undefined).map(fileOf)
  const forwarded = (message.attachments ?? [])
    .filter(isCutShort)
    .map(({ title }): Enclosure<FileSeen> => ({ kind: 'uncarried', what: 'attachment', name: nameOf(title) }))
  return [...files, ...forwarded]
}

/** What lies elsewhere than on Slack's own hosts is never fetched (platforms.md §A3.4). */
const NOT_OURS = new Set(['external', 'tombstone', 'hidden_by_limit'])

function fileOf(file: File): Enclosure<FileSeen> {
  const name = nameOf(file.name)
  if (file.is_external || NOT_OURS.has(file.mode ?? '')) return { kind: 'uncarried', what: 'file', name }
  const { id, mimetype, size } = file
  const seen = { id, name, mediaType: mimetype ?? undefined, sizeBytes: size ?? undefined }
  return { kind: 'file', as: kindOf(file), file: seen, name, print: id }
}

/** What it is shown as; whether it is that is found out from its bytes (`delivery/file-truth.ts`). */
function kindOf({ mimetype, subtype }: File): FileKind {
  if (subtype === 'slack_audio') return 'voice'
  if (subtype === 'slack_video') return 'video'
  if (mimetype === 'image/gif') return 'animation'
  if (mimetype === 'image/svg+xml') return 'document'
  const [family] = (mimetype ?? '').split('/')
  return family === 'image' ? 'photo' : family === 'video' || family === 'audio' ? family : 'document'
}

function nameOf(given: string | null | undefined): string | undefined {
  return given ? calmName(given) : undefined
}
