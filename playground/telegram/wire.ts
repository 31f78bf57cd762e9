import type { KeptChat, KeptMessage, State } from './state.ts'
import { findMessage } from './state.ts'

/** What Telegram says on the wire: its objects, made from what this playground keeps. */

/** Stands for whoever writes in the name of their group (platforms.md §B3.4). */
const NOBODY = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }

export function userOnWire(state: State, id: number): object {
  const person = id === state.bot.id ? state.bot : state.people.get(id)
  if (!person) throw new Error(`nobody in the playground has the id ${id}`)
  return { is_bot: id === state.bot.id, ...withoutAbsent(person) }
}

export function chatOnWire(state: State, chat: KeptChat): object {
  if (chat.movedTo !== undefined) return { id: chat.id, type: 'group', title: chat.title }
  if (chat.type === 'supergroup') {
    const { id, type, title, username } = chat
    return withoutAbsent({ id, type, title, username, is_forum: chat.forum || undefined })
  }
  const person = state.people.get(chat.id)
  return {
    id: chat.id,
    type: chat.type,
    ...withoutAbsent({
      first_name: person?.first_name,
      last_name: person?.last_name,
      username: person?.username,
    }),
  }
}

/** Telegram's `Message`. Of a message replied to it carries the message, but not what that one replied to. */
export function messageOnWire(state: State, message: KeptMessage, depth = 0): object {
  const chat = state.chats.get(message.chat)
  if (!chat) throw new Error(`no chat ${message.chat} in the playground`)
  const replied = message.replyTo === undefined ? undefined : findMessage(state, message.chat, message.replyTo)
  return withoutAbsent({
    message_id: message.onlyFor === undefined ? message.id : 0,
    ephemeral_message_id: message.onlyFor === undefined ? undefined : message.id,
    receiver_user: message.onlyFor === undefined ? undefined : userOnWire(state, message.onlyFor),
    from: message.anonymous ? NOBODY : userOnWire(state, message.from),
    sender_chat: message.anonymous && chatOnWire(state, chat),
    chat: chatOnWire(state, chat),
    date: message.date,
    edit_date: message.editDate,
    message_thread_id: message.thread,
    is_topic_message: message.thread === undefined ? undefined : true,
    media_group_id: message.album,
    has_protected_content: message.protected,
    forward_origin: message.forwardedFrom && {
      type: 'user',
      date: message.forwardedFrom.date,
      sender_user: userOnWire(state, message.forwardedFrom.id),
    },
    reply_to_message: depth === 0 && replied ? messageOnWire(state, replied, 1) : undefined,
    quote: message.quote === undefined ? undefined : { text: message.quote, position: 0, is_manual: true },
    ...message.body,
    // Only inline keyboards are shown with a message; reply keyboards belong to the chat.
    reply_markup: message.buttons,
  })
}

export function withoutAbsent(object: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}
