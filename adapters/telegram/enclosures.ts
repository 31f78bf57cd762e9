import type { Message as FullMessage } from 'grammy/types'
import type { FileSeen } from '../../src/adapter.ts'
import { calmName } from '../../src/domain/text/words.ts'
import type { Enclosure, FileKind, Shared } from '../../src/domain/ticket/enclosure.ts'
import { type ExternalReply, fileShape, type Media, type Message, type WithFile } from './shapes.ts'
import { everyBlock } from './text/index.ts'

/** What a message can hold besides words, in Telegram's words. The first that is there counts: an animation comes with a `document`, a venue with a `location`, a live photo with its still. */
const KINDS = [
  'animation',
  'audio',
  'video_note',
  'video',
  'voice',
  'photo',
  'live_photo',
  'sticker',
  'document',
  'venue',
  'location',
  'contact',
  'poll',
  'dice',
  'story',
  'checklist',
  'game',
  'paid_media',
  'rich_message',
] as const satisfies (keyof FullMessage)[]

const CAPTIONED: readonly string[] = [
  'animation',
  'audio',
  'document',
  'photo',
  'live_photo',
  'video',
  'voice',
  'paid_media',
]

/** Messages nobody wrote: Telegram's notices of what happened in the chat. */
const SERVICE = [
  'boost_added',
  'channel_chat_created',
  'chat_background_set',
  'chat_shared',
  'checklist_tasks_added',
  'checklist_tasks_done',
  'connected_website',
  'delete_chat_photo',
  'forum_topic_closed',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_reopened',
  'general_forum_topic_hidden',
  'general_forum_topic_unhidden',
  'gift',
  'giveaway',
  'giveaway_completed',
  'giveaway_created',
  'giveaway_winners',
  'group_chat_created',
  'invoice',
  'left_chat_member',
  'message_auto_delete_timer_changed',
  'migrate_from_chat_id',
  'migrate_to_chat_id',
  'new_chat_members',
  'new_chat_photo',
  'new_chat_title',
  'paid_message_price_changed',
  'passport_data',
  'pinned_message',
  'proximity_alert_triggered',
  'refunded_payment',
  'successful_payment',
  'supergroup_chat_created',
  'unique_gift',
  'users_shared',
  'video_chat_ended',
  'video_chat_participants_invited',
  'video_chat_scheduled',
  'video_chat_started',
  'web_app_data',
  'write_access_allowed',
] as const satisfies (keyof FullMessage)[]

/** What Telegram tells of the chat itself (somebody came, a call ended): nobody said it, so it does not cross. */
export function isService(message: Message): boolean {
  return SERVICE.some((field) => message[field] !== undefined)
}

/** What it holds besides words. A kind that came after this list was written is `other`: told, never lost. */
export function enclosuresOf(message: Message): Enclosure<FileSeen>[] {
  const kind = KINDS.find((field) => message[field] !== undefined)
  if (kind === 'rich_message' && message.rich_message) return filesOf(message.rich_message.blocks)
  if (!kind) return message.text === undefined ? [{ kind: 'uncarried', what: 'other' }] : []
  return [enclosureOf(message, kind)]
}

/** The same of a message of another chat that this one answers: nothing where it is words alone. */
export function heldIn(replied: ExternalReply): Enclosure<FileSeen>[] {
  const kind = KINDS.find((field) => replied[field] !== undefined)
  return kind ? [enclosureOf(replied, kind)] : []
}

function enclosureOf(message: Message | ExternalReply, kind: (typeof KINDS)[number]): Enclosure<FileSeen> {
  return fileOf(message, kind) ?? sharedOf(message, kind) ?? { kind: 'uncarried', what: kind }
}

/** Whether an edit of it may be an edit of words, even where no words are left. */
export function canBearCaption(message: Message): boolean {
  return CAPTIONED.some((field) => message[field] !== undefined)
}

/** How its files are shown: Telegram's field, and our word for it. */
const FILES: Partial<Record<(typeof KINDS)[number], FileKind>> = {
  animation: 'animation',
  audio: 'audio',
  document: 'document',
  photo: 'photo',
  sticker: 'sticker',
  video: 'video',
  video_note: 'video-note',
  voice: 'voice',
}

/** The files of a rich message, each a block of its own. */
function filesOf(blocks: readonly unknown[]): Enclosure<FileSeen>[] {
  return everyBlock(blocks).flatMap(({ type, ...block }): Enclosure<FileSeen>[] => {
    const kind = type === 'voice_note' ? 'voice' : KINDS.find((field) => field === type)
    const file = fileShape.safeParse({ ...block, voice: block.voice_note }).data
    const found = file && kind && fileOf(file, kind)
    return found ? [found] : []
  })
}

function fileOf(message: WithFile, kind: (typeof KINDS)[number]): Enclosure<FileSeen> | undefined {
  const as = FILES[kind]
  const media = kind === 'photo' ? message.photo?.at(-1) : as && (message[kind] as Media | undefined) // each of `FILES` is one
  if (!as || media?.file_id === undefined) return undefined
  const given = media.file_name ?? media.title
  const name = given === undefined ? undefined : calmName(given)
  const { file_id: id, file_unique_id: print, mime_type: mediaType = TYPES[as], file_size: sizeBytes } = media
  const file = { id, name: name ?? `${as}${ENDINGS[as] ?? ''}`, mediaType, sizeBytes }
  return { kind: 'file', as, file, name, print }
}

/** What Telegram does not say of what it has made itself. */
const TYPES: Partial<Record<FileKind, string>> = {
  photo: 'image/jpeg',
  'video-note': 'video/mp4',
  sticker: 'image/webp',
}
const ENDINGS: Partial<Record<FileKind, string>> = {
  photo: '.jpg',
  voice: '.ogg',
  'video-note': '.mp4',
  sticker: '.webp',
}

function sharedOf(message: Message | ExternalReply, kind: (typeof KINDS)[number]): Shared | undefined {
  const { venue, location, contact, poll, dice } = message
  if (kind === 'venue' && venue) return { kind: 'location', ...venue.location, title: calmName(venue.title) }
  if (kind === 'location' && location) return { kind: 'location', ...location }
  if (kind === 'contact' && contact) {
    const name = calmName([contact.first_name, contact.last_name].filter(Boolean).join(' '))
    return { kind: 'contact', name, phone: calmName(contact.phone_number) }
  }
  if (kind === 'poll' && poll) {
    return { kind: 'poll', question: calmName(poll.question), options: poll.options.map(({ text }) => calmName(text)) }
  }
  return kind === 'dice' && dice ? { kind: 'dice', ...dice } : undefined
}
