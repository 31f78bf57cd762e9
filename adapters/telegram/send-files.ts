import { type Api, GrammyError, InputFile } from 'grammy'
import type { EphemeralMessageParameters, Message } from 'grammy/types'
import { type Delivered, DeliveryFault, type FileOut, type Post } from '../../src/adapter.ts'
import { keyboardOf } from './keyboard.ts'
import { entitledPost } from './post.ts'

/** UTF-16 units of a caption, and the largest picture (platforms.md §B2). */
const CAPTION_UNITS = 1024
const PHOTO_BYTES = 10 * 1024 * 1024

/** Where a message goes, as the methods name it. */
export interface There {
  chat_id: number
  message_thread_id?: number
  reply_parameters?: { message_id: number; allow_sending_without_reply: true }
  ephemeral_message_parameters?: EphemeralMessageParameters
}

/** Files with their words below: one as what it is, several as an album. Bytes are ours, never an address or a path (platforms.md §B3). */
export async function sendFiles(api: Api, there: There, post: Post, files: readonly FileOut[]): Promise<Message[]> {
  try {
    return await send(api, there, post, files)
  } catch (error) {
    if (!isNoPicture(error) || files.every(({ as }) => as !== 'photo')) throw error
    return send(api, there, post, files.map(asDocument))
  }
}

async function send(api: Api, there: There, post: Post, files: readonly FileOut[]): Promise<Message[]> {
  const [first, ...others] = files
  if (!first) throw new DeliveryFault({ kind: 'refused', reason: 'not-accepted', code: 'no-files' })
  return others.length === 0 ? [await sendOne(api, there, post, first)] : sendAlbum(api, there, post, files)
}

/**
 * Telegram reads every picture: one whose sides make more than 10,000 pixels, or the one 20 times the other, is none to
 * it (platforms.md §B2), nor one it cannot read. Nothing of such a call was sent.
 */
function isNoPicture(error: unknown): boolean {
  return error instanceof GrammyError && /PHOTO_\w*INVALID|IMAGE_PROCESS_FAILED/.test(error.description)
}

function asDocument(file: FileOut): FileOut {
  return file.as === 'photo' ? { ...file, as: 'document' } : file
}

/** Whether the words of a post may stand under its files. */
export function fitsCaption(post: Post): boolean {
  return entitledPost(post).text.length <= CAPTION_UNITS
}

/** The words of a post as a caption. */
export function captionOf(post: Post) {
  const { text, entities } = entitledPost(post)
  if (text.length > CAPTION_UNITS) {
    throw new DeliveryFault({ kind: 'refused', reason: 'not-accepted', code: 'caption-too-long' })
  }
  const keyboard = keyboardOf(post.choices)
  return {
    ...(text !== '' && { caption: text, caption_entities: entities }),
    ...(keyboard && { reply_markup: keyboard }),
  }
}

async function sendOne(api: Api, { chat_id, ...there }: There, post: Post, file: FileOut): Promise<Message> {
  const input = inputOf(file)
  const shown = { ...there, ...captionOf(post) }
  switch (shownAs(file)) {
    case 'photo':
      return api.sendPhoto(chat_id, input, shown)
    case 'video':
      return api.sendVideo(chat_id, input, shown)
    case 'audio':
      return api.sendAudio(chat_id, input, shown)
    case 'voice':
      return api.sendVoice(chat_id, input, shown)
    case 'animation':
      return api.sendAnimation(chat_id, input, shown)
    // Neither bears a caption: the core sends the words before them.
    case 'video-note':
      return api.sendVideoNote(chat_id, input, there)
    case 'sticker':
      return api.sendSticker(chat_id, input, there)
    case 'document':
      return api.sendDocument(chat_id, input, { ...shown, disable_content_type_detection: true })
    default:
      throw new Error('not a kind of file')
  }
}

/** The core gives only such as go together (`domain/ticket/together.ts`); the caption stands on the first. */
async function sendAlbum(
  api: Api,
  { chat_id, ...there }: There,
  post: Post,
  files: readonly FileOut[],
): Promise<Message[]> {
  const { reply_markup: _none, ...caption } = captionOf(post)
  // One that cannot be shown as a picture takes the others with it: an album of documents is an album still.
  const kinds = files.map(shownAs)
  const asPapers = kinds.includes('document')
  const media = files.map((file, index) => ({
    type: asPapers ? 'document' : kinds[index],
    media: inputOf(file),
    ...(index === 0 && caption),
  }))
  // Each is of a kind that albums know, by `together` and the line above.
  return api.sendMediaGroup(chat_id, media as Parameters<Api['sendMediaGroup']>[1], there)
}

/** A picture of which we know that Telegram would refuse it as one goes as a document. */
function shownAs({ as, mediaType, sizeBytes }: FileOut): FileOut['as'] {
  if (as === 'photo' && (sizeBytes > PHOTO_BYTES || !PHOTO_TYPES.has(mediaType))) return 'document'
  return as
}

const PHOTO_TYPES = new Set(['image/jpeg', 'image/png', 'image/webp'])

function inputOf({ blob, name }: FileOut): InputFile {
  return new InputFile(() => blob.stream(), name)
}

/** Where it ended up: the first message, and the others of an album. */
export function deliveredAs([first, ...others]: readonly Message[]): Delivered {
  if (!first) throw new DeliveryFault({ kind: 'unclear', code: 'no-message' })
  return {
    message: String(first.message_id),
    ...(others.length > 0 && { also: others.map(({ message_id }) => String(message_id)) }),
    chat: String(first.chat.id),
    thread: first.is_topic_message && first.message_thread_id ? String(first.message_thread_id) : undefined,
  }
}
