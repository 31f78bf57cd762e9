import type { KeptFile, MessageBody } from './state.ts'
import { withoutAbsent } from './wire.ts'

export const mediaKinds = [
  'photo',
  'document',
  'voice',
  'audio',
  'video',
  'animation',
  'video_note',
  'sticker',
] as const
export type MediaKind = (typeof mediaKinds)[number]

/** A message's body around a file, with the numbers a real Telegram would have measured. */
export function mediaBody(
  kind: MediaKind,
  file: KeptFile,
  about: { seconds?: number; emoji?: string } = {},
): MessageBody {
  const told = { file_id: file.id, file_unique_id: file.unique, file_size: file.size }
  const named = withoutAbsent({ file_name: file.name, mime_type: file.mime })
  const duration = about.seconds ?? 1
  switch (kind) {
    case 'photo':
      return { photo: [{ ...told, width: 800, height: 600 }] }
    case 'document':
      return { document: { ...told, ...named } }
    case 'voice':
      return { voice: { ...told, duration, mime_type: file.mime ?? 'audio/ogg' } }
    case 'audio':
      return { audio: { ...told, duration, ...named } }
    case 'video':
      return { video: { ...told, duration, width: 640, height: 360, ...named } }
    case 'animation': {
      const animation = { ...told, duration, width: 320, height: 240, ...named }
      // Telegram sends an animation as a document too, for older bots.
      return { animation, document: { ...told, ...named } }
    }
    case 'video_note':
      return { video_note: { ...told, duration, length: 240 } }
    case 'sticker': {
      const looks = { type: 'regular', width: 512, height: 512, is_animated: false, is_video: false }
      return { sticker: { ...told, ...looks, emoji: about.emoji ?? '🙂' } }
    }
    default:
      throw new Error(`not a kind of file: ${String(kind satisfies never)}`)
  }
}

/** The field of Telegram's `Message` that says what kind of message it is. */
export function kindOf(body: MessageBody): string {
  if (body.text !== undefined) return 'text'
  if (body.animation) return 'animation'
  return (
    mediaKinds.find((kind) => body[kind] !== undefined) ?? Object.keys(body).find((key) => !beside.has(key)) ?? 'text'
  )
}

const beside = new Set(['caption', 'caption_entities', 'entities'])
