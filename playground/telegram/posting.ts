import type { EphemeralMessageParameters, ReplyParameters } from 'grammy/types'
import { chatOf, messageOf, openChat, threadOf } from './chats.ts'
import { checkKeyboard, inlineOf, type Markup } from './keyboards.ts'
import { badRequest, notModelled } from './refusal.ts'
import {
  addMessage,
  findMessage,
  type KeptChat,
  type KeptMessage,
  type MessageBody,
  nextMessageId,
  nowSeconds,
  type State,
} from './state.ts'

/** What all send* methods have in common. */
export interface Sending {
  chat_id?: number | string | undefined
  message_thread_id?: number | undefined
  reply_parameters?: ReplyParameters | undefined
  reply_markup?: Markup | undefined
  protect_content?: boolean | undefined
  ephemeral_message_parameters?: EphemeralMessageParameters | undefined
}

/** Puts a message of the bot into a chat, after everything about the place was found right. Throws 400 or 403. */
export function post(state: State, sending: Sending, body: MessageBody, album?: string): KeptMessage {
  const place = placeOf(state, sending)
  const { chat, thread, replyTo } = place
  checkKeyboard(sending.reply_markup)
  const markup = sending.reply_markup
  if (markup && 'keyboard' in markup) state.chats.set(chat.id, { ...chat, keyboard: markup })
  if (markup && 'remove_keyboard' in markup) {
    const { keyboard: _gone, ...rest } = chat
    state.chats.set(chat.id, rest)
  }
  for (const action of state.actions) {
    if (action.chat === chat.id && action.thread === thread) action.untilMs = Math.min(action.untilMs, state.now())
  }
  const buttons = inlineOf(markup)
  const onlyFor = receiverIn(state, chat, sending.ephemeral_message_parameters)
  return addMessage(state, {
    chat: chat.id,
    id: nextMessageId(state, chat.id),
    from: state.bot.id,
    date: nowSeconds(state),
    body,
    reactions: {},
    ...(thread === undefined ? {} : { thread }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(buttons ? { buttons } : {}),
    ...(album === undefined ? {} : { album }),
    ...(sending.protect_content ? { protected: true } : {}),
    ...(onlyFor === undefined ? {} : { onlyFor }),
  })
}

/** Where a call wants to write. Throws 400 or 403. */
export function placeOf(state: State, sending: Sending) {
  for (const extra of ['business_connection_id', 'direct_messages_topic_id']) {
    if (extra in sending) throw notModelled(extra)
  }
  const chat = openChat(state, sending.chat_id)
  const replyTo = repliedTo(state, chat.id, sending.reply_parameters)
  // A reply goes where the message replied to is, whatever the call says of the topic.
  const replied = replyTo === undefined ? undefined : findMessage(state, chat.id, replyTo)
  const thread = threadOf(chat, sending.message_thread_id) ?? replied?.thread
  return { chat, thread, replyTo }
}

/** Who alone sees it: somebody in the group. A press it answers must be theirs and of just now. */
function receiverIn(
  state: State,
  chat: KeptChat,
  ephemeral: EphemeralMessageParameters | undefined,
): number | undefined {
  if (!ephemeral) return undefined
  const { receiver_user_id: who, callback_query_id: query } = ephemeral
  if (chat.type === 'private' || !chat.members.includes(who)) throw badRequest('EPHEMERAL_RECEIVER_INVALID')
  if (query !== undefined && state.queries.get(query)?.from !== who) throw badRequest('QUERY_ID_INVALID')
  return who
}

function repliedTo(state: State, chat: number, reply: ReplyParameters | undefined): number | undefined {
  if (!reply) return undefined
  if (reply.chat_id !== undefined && Number(reply.chat_id) !== chat) throw notModelled('replies to another chat')
  if (reply.allow_sending_without_reply && !findMessage(state, chat, reply.message_id ?? 0)) return undefined
  return messageOf(state, chatOf(state, chat), reply.message_id, 'be replied').id
}
