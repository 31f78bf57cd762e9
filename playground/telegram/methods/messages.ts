import type { MessageEntity } from 'grammy/types'
import { chatOf, messageOf } from '../chats.ts'
import { captionLimit, formatted, textLimit } from '../formatted.ts'
import { kindOf, mediaKinds } from '../media.ts'
import { post, type Sending } from '../posting.ts'
import { badRequest } from '../refusal.ts'
import { findMessage, type KeptMessage, keepMessage, type MessageBody, type State } from '../state.ts'
import { messageOnWire } from '../wire.ts'
import type { Methods } from './call.ts'

const deletableForMs = 48 * 3_600_000

/** Words in and out of chats: sending, copying, forwarding, deleting. */
export const messages = {
  sendMessage(payload, { state }) {
    return messageOnWire(state, post(state, payload, textBody(payload.text, payload.entities, payload.parse_mode)))
  },

  copyMessage(payload, { state }) {
    const source = messageOf(state, chatOf(state, payload.from_chat_id), payload.message_id, 'copy')
    return { message_id: copy(state, source, payload).id }
  },

  forwardMessage(payload, { state }) {
    const source = messageOf(state, chatOf(state, payload.from_chat_id), payload.message_id, 'forward')
    if (source.protected || isService(source)) throw badRequest("the message can't be forwarded")
    const forwarded = post(state, payload, source.body)
    forwarded.forwardedFrom = source.forwardedFrom ?? { id: source.from, date: source.date }
    keepMessage(state, forwarded)
    return messageOnWire(state, forwarded)
  },

  deleteMessage(payload, { state }) {
    const chat = chatOf(state, payload.chat_id)
    const message = messageOf(state, chat, payload.message_id, 'delete')
    if (isTooOld(state, message)) throw badRequest("message can't be deleted for everyone")
    remove(state, message)
    return true
  },

  /** Skips, as Telegram does, what is not there; where one may not be deleted, all of them stay. */
  deleteMessages(payload, { state }) {
    const chat = chatOf(state, payload.chat_id)
    const ids = payload.message_ids
    if (ids.length < 1 || ids.length > 100) throw badRequest('expected 1 to 100 message identifiers')
    const there = ids.flatMap((id) => findMessage(state, chat.id, id) ?? [])
    if (there.some((message) => isTooOld(state, message))) throw badRequest("message can't be deleted for everyone")
    for (const message of there) remove(state, message)
    return true
  },
} satisfies Methods

export function textBody(
  text: string,
  entities: readonly MessageEntity[] | undefined,
  parseMode: string | undefined,
): MessageBody {
  const shown = formatted(text, entities, parseMode, { units: textLimit, exceeded: 'message is too long' })
  if (shown.text === '') throw badRequest('message text is empty')
  return { text: shown.text, ...(shown.entities.length > 0 ? { entities: shown.entities } : {}) }
}

export function captionBody(words: {
  caption?: string | undefined
  caption_entities?: readonly MessageEntity[] | undefined
  parse_mode?: string | undefined
}): MessageBody {
  const shown = formatted(words.caption ?? '', words.caption_entities, words.parse_mode, {
    units: captionLimit,
    exceeded: 'message caption is too long',
  })
  if (shown.text === '') return {}
  return { caption: shown.text, ...(shown.entities.length > 0 ? { caption_entities: shown.entities } : {}) }
}

function copy(state: State, source: KeptMessage, payload: Sending & Parameters<typeof captionBody>[0]): KeptMessage {
  if (source.protected || isService(source)) throw badRequest("the message can't be copied")
  if (payload.caption === undefined) return post(state, payload, source.body)
  const { caption: _old, caption_entities: _formatting, ...media } = source.body
  return post(state, payload, { ...media, ...captionBody(payload) })
}

function remove(state: State, message: KeptMessage): void {
  message.deleted = true
  keepMessage(state, message)
}

function isTooOld(state: State, message: KeptMessage): boolean {
  return message.date * 1000 <= state.now() - deletableForMs
}

function isService(message: KeptMessage): boolean {
  const kind = kindOf(message.body)
  return !['text', 'location', 'contact', 'dice', ...mediaKinds].includes(kind)
}
