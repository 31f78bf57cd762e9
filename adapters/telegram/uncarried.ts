import type { Message as FullMessage } from 'grammy/types'
import type { FileSeen, Said } from '../../src/adapter.ts'
import { calmName } from '../../src/domain/text/words.ts'
import type { Message } from './shapes.ts'

/** What a message can hold besides words, in Telegram's words. The first that is there counts: an animation comes with a `document`, a venue with a `location`. */
const KINDS = [
  'animation',
  'audio',
  'video_note',
  'video',
  'voice',
  'live_photo',
  'photo',
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

export function isService(message: Message): boolean {
  return SERVICE.some((field) => message[field] !== undefined)
}

/** What of a message is not carried. A kind that came after this list was written is `other`: told, never lost. */
export function uncarriedOf(message: Message): Said['uncarried'] {
  const kind = KINDS.find((field) => message[field] !== undefined)
  if (kind) return [{ kind, name: nameOf(message, kind), file: fileOf(message, kind) }]
  return message.text === undefined ? [{ kind: 'other' }] : []
}

/** Whether an edit of it may be an edit of words, even where no words are left. */
export function canBearCaption(message: Message): boolean {
  return CAPTIONED.some((field) => message[field] !== undefined)
}

/** What can be fetched of it, for a question that asks for a file. */
function fileOf(message: Message, kind: (typeof KINDS)[number]): FileSeen | undefined {
  if (kind === 'photo') {
    const { file_id: id, file_size: sizeBytes } = message.photo?.at(-1) ?? {}
    return id === undefined ? undefined : { id, mediaType: 'image/jpeg', sizeBytes }
  }
  if (kind !== 'document' && kind !== 'audio' && kind !== 'video' && kind !== 'animation') return undefined
  const { file_id: id, mime_type: mediaType, file_size: sizeBytes } = message[kind] ?? {}
  return id === undefined ? undefined : { id, name: nameOf(message, kind), mediaType, sizeBytes }
}

function nameOf(message: Message, kind: (typeof KINDS)[number]): string | undefined {
  if (kind !== 'document' && kind !== 'audio' && kind !== 'video' && kind !== 'animation') return undefined
  const name = message[kind]?.file_name ?? message[kind]?.title
  return name === undefined ? undefined : calmName(name)
}
