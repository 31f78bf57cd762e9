import { badRequest, forbidden, movedTo } from './refusal.ts'
import { findMessage, type KeptChat, type KeptMessage, type State } from './state.ts'

/** The chat a call names. Throws 400 where there is none. */
export function chatOf(state: State, id: number | string | undefined): KeptChat {
  if (id === undefined || id === '') throw badRequest('chat_id is empty')
  const chat = state.chats.get(id)
  if (!chat) throw badRequest('chat not found')
  if (chat.movedTo !== undefined) throw movedTo(chat.movedTo)
  return chat
}

/** The chat the bot may write to. Throws 403 for somebody who never wrote, or blocked the bot. */
export function openChat(state: State, id: number | string | undefined): KeptChat {
  if (id !== undefined && state.people.has(id) && !state.chats.has(id)) {
    throw forbidden("bot can't initiate conversation with a user")
  }
  const chat = chatOf(state, id)
  if (chat.blocked) throw forbidden('bot was blocked by the user')
  return chat
}

/** Checks `message_thread_id`. General (1) cannot be addressed (platforms.md §D 25), and an unknown topic is an error. */
export function threadOf(chat: KeptChat, thread: number | undefined): number | undefined {
  if (thread === undefined) return undefined
  if (!chat.topics.some((topic) => topic.thread === thread)) throw badRequest('message thread not found')
  return thread
}

/** A message of a chat that is still there. */
export function messageOf(
  state: State,
  chat: KeptChat,
  id: number | undefined,
  todo: 'edit' | 'delete' | 'copy' | 'forward' | 'react' | 'be replied',
): KeptMessage {
  if (id === undefined) throw badRequest('message identifier is not specified')
  const message = findMessage(state, chat.id, id)
  if (!message) throw badRequest(`message to ${todo} not found`)
  return message
}
