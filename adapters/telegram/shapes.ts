import { z } from 'zod'

/**
 * The parts of Telegram's updates that mean something here. Loose everywhere: Telegram adds fields every month, and
 * a field we do not know must never park somebody's message.
 */

const user = z.looseObject({
  id: z.int(),
  is_bot: z.boolean().optional(),
  first_name: z.string(),
  last_name: z.string().optional(),
  language_code: z.string().optional(),
})

const chat = z.looseObject({ id: z.int(), type: z.string() })

const entity = z.looseObject({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  user: user.optional(),
})

const media = z.looseObject({
  file_name: z.string().optional(),
  title: z.string().optional(),
  file_id: z.string().optional(),
  /** Of one file always the same, which `file_id` need not be. */
  file_unique_id: z.string().optional(),
  file_size: z.int().optional(),
  mime_type: z.string().optional(),
})

/** What a message, or a block of a rich one, holds where it holds a file. */
const files = {
  document: media.optional(),
  /** The same picture in several sizes, the largest last. */
  photo: z.array(media).optional(),
  audio: media.optional(),
  video: media.optional(),
  animation: media.optional(),
  voice: media.optional(),
  video_note: media.optional(),
  sticker: media.optional(),
}
export const fileShape = z.looseObject(files)

const place = z.object({ latitude: z.number(), longitude: z.number() })

/** What a message, or the one of another chat it answers, holds besides words and files. */
const things = {
  location: place.optional().catch(undefined),
  venue: z.object({ location: place, title: z.string() }).optional().catch(undefined),
  contact: z
    .object({ phone_number: z.string(), first_name: z.string(), last_name: z.string().optional() })
    .optional()
    .catch(undefined),
  poll: z
    .object({ question: z.string(), options: z.array(z.object({ text: z.string() })) })
    .optional()
    .catch(undefined),
  dice: z.object({ emoji: z.string(), value: z.number() }).optional().catch(undefined),
}

/** A message of another chat, or topic, that is answered in this one; its chat is told only where it is a group or channel. */
const externalReply = z.looseObject({ chat: chat.optional(), ...files, ...things })

const quote = z.looseObject({ text: z.string(), entities: z.array(entity).optional() })

const message = z.looseObject({
  /** 0 for an ephemeral message (Bot API 10.2): such a one has no name of its own. */
  message_id: z.int(),
  /** Unix seconds; 0 where the message is inaccessible. */
  date: z.int(),
  edit_date: z.int().optional(),
  chat,
  from: user.optional(),
  sender_chat: chat.optional(),
  left_chat_member: user.optional(),
  /** The supergroup this group became; and, told in that one, the group it was. */
  migrate_to_chat_id: z.int().optional(),
  migrate_from_chat_id: z.int().optional(),
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
  forum_topic_closed: z.looseObject({}).optional(),
  forum_topic_reopened: z.looseObject({}).optional(),
  reply_to_message: z.looseObject({ message_id: z.int() }).optional(),
  external_reply: externalReply.optional().catch(undefined),
  /** The words answered. */
  quote: quote.optional().catch(undefined),
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(entity).optional(),
  media_group_id: z.string().optional(),
  ...files,
  /** In place of `text` (Bot API 10.1). */
  rich_message: z
    .looseObject({ blocks: z.array(z.unknown()) })
    .optional()
    .catch(undefined),
  ...things,
})

const callbackQuery = z.looseObject({
  id: z.string(),
  from: user,
  message: message.optional(),
  data: z.string().optional(),
})

const chatMemberUpdated = z.looseObject({
  chat,
  from: user,
  date: z.int(),
  new_chat_member: z.looseObject({ status: z.string() }),
})

/** Of kinds other than `emoji` nobody else has the picture. */
const reaction = z.looseObject({ type: z.string(), emoji: z.string().optional() })

const messageReaction = z.looseObject({
  chat,
  message_id: z.int(),
  /** Absent where somebody reacts as a channel. */
  user: user.optional(),
  date: z.int(),
  old_reaction: z.array(reaction),
  new_reaction: z.array(reaction),
})

/** An update of any kind: what the door asks of it before it is stored. */
export const anyUpdate = z.looseObject({ update_id: z.int().nonnegative() })

/** An update as `read` understands it; kinds that mean nothing here have none of these fields. */
export const knownUpdate = z.looseObject({
  update_id: z.int().nonnegative(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: callbackQuery.optional(),
  my_chat_member: chatMemberUpdated.optional(),
  message_reaction: messageReaction.optional(),
})

/**
 * What the inbox keeps of an update. `receivedAt` stamps what Telegram does not stamp (a pressed button), `username`
 * is the bot's at that time, so that reading a row needs nothing but the row.
 */
export const storedUpdate = z.object({
  update: knownUpdate,
  receivedAt: z.iso.datetime(),
  username: z.string(),
})

export type AnyUpdate = z.infer<typeof anyUpdate>

export type StoredUpdate = z.infer<typeof storedUpdate>
export type Message = z.infer<typeof message>
export type ExternalReply = z.infer<typeof externalReply>
export type CallbackQuery = z.infer<typeof callbackQuery>
export type MessageReaction = z.infer<typeof messageReaction>
export type ChatMemberUpdated = z.infer<typeof chatMemberUpdated>
export type WithFile = z.infer<typeof fileShape>
export type Media = z.infer<typeof media>
export type User = z.infer<typeof user>
export type Entity = z.infer<typeof entity>

/** The update kinds asked for, explicitly: left out, Telegram keeps an earlier setting (platforms.md §B1). */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'message_reaction',
] as const
