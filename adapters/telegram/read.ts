import type { Address, Inbound, PersonAddress } from '../../src/adapter.ts'
import { readEdit, readMessage } from './read-message.ts'
import {
  type CallbackQuery,
  type ChatMemberUpdated,
  type Message,
  type MessageReaction,
  storedUpdate,
  type User,
} from './shapes.ts'

/** Where and when a row was read: what every kind of update needs. */
export interface Reading {
  /** The bot's id. */
  account: string
  /** The bot's name without `@`. */
  username: string
  update: number
  receivedAt: Date
  /** Told of everybody an update names, with what only updates tell: the language of their app. */
  meet(user: User): void
}

/**
 * What a stored row means. Kinds of updates that mean nothing here, and what a bot, a channel or an anonymous admin wrote
 * outside any topic, are nothing.
 * @throws ZodError where the row is not what `inboxRow` stores
 */
export function readRow(body: unknown, account: string, meet: (user: User) => void): Inbound[] {
  const row = storedUpdate.parse(body)
  const { message, edited_message, callback_query, my_chat_member, message_reaction } = row.update
  const reading: Reading = {
    account,
    username: row.username,
    update: row.update.update_id,
    receivedAt: new Date(row.receivedAt),
    meet,
  }
  if (message) return readMessage(message, reading)
  if (edited_message) return readEdit(edited_message, reading)
  if (callback_query) return readPress(callback_query, reading)
  if (my_chat_member) return readMembership(my_chat_member, reading)
  if (message_reaction) return readReaction(message_reaction, reading)
  return []
}

/** A pressed button. The message under it may be too old to be told (`date` 0): its id is enough. */
function readPress(query: CallbackQuery, reading: Reading): Inbound[] {
  const { message, data } = query
  if (!data || !message) return []
  const inGroup = message.chat.type !== 'private'
  // An ephemeral message has no name of its own, and whispers are of groups only.
  if (message.message_id === 0 && !inGroup) return []
  reading.meet(query.from)
  return [
    {
      does: 'press',
      who: personOf(query.from, reading),
      at: placeOf(message, reading),
      occurredAt: wholeSecond(reading.receivedAt),
      // Its messages are stamped so: a press between two of them stays between them.
      untimed: 'whole-second',
      button: data,
      ...(message.message_id !== 0 && { message: String(message.message_id) }),
      // What answers a press in a group may be shown to whoever pressed alone.
      ...(inGroup && { via: query.id }),
    },
  ]
}

/** Telegram tells what stood there before and what stands there now; what is in both has not changed. */
function readReaction(change: MessageReaction, reading: Reading): Inbound[] {
  const { user, old_reaction: before, new_reaction: after } = change
  if (!user) return []
  reading.meet(user)
  const emoji = (all: MessageReaction['old_reaction']) => all.flatMap((one) => one.emoji ?? [])
  const one = (sign: string, gone: boolean): Inbound => ({
    does: 'react',
    who: personOf(user, reading),
    at: { platform: 'telegram', account: reading.account, chat: String(change.chat.id) },
    occurredAt: new Date(change.date * 1000),
    emoji: sign,
    sign,
    gone,
    message: String(change.message_id),
  })
  const gone = emoji(before).filter((sign) => !emoji(after).includes(sign))
  const come = emoji(after).filter((sign) => !emoji(before).includes(sign))
  return [...gone.map((sign) => one(sign, true)), ...come.map((sign) => one(sign, false))]
}

/** `my_chat_member` of a private chat: the person has blocked the bot, or let it speak again (platforms.md §B2). */
function readMembership(change: ChatMemberUpdated, reading: Reading): Inbound[] {
  if (change.chat.type !== 'private') return []
  reading.meet(change.from)
  return [
    {
      does: 'reach',
      who: personOf(change.from, reading),
      at: { platform: 'telegram', account: reading.account, chat: String(change.chat.id) },
      occurredAt: new Date(change.date * 1000),
      reachable: change.new_chat_member.status === 'member',
    },
  ]
}

/** The address is this bot's: only whom a bot has met may it write to. */
export function personOf(user: User, { account }: Reading): PersonAddress {
  return { platform: 'telegram', account, id: String(user.id) }
}

/** The chat, and the topic where the message really is in one: General has a thread id without being one (platforms.md §D24). */
export function placeOf(message: Message, { account }: Reading): Address {
  const chat: Address = { platform: 'telegram', account, chat: String(message.chat.id) }
  const thread = message.is_topic_message ? message.message_thread_id : undefined
  return thread === undefined ? chat : { ...chat, thread: String(thread) }
}

function wholeSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000)
}
