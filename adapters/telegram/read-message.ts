import type { MessageEntity } from 'grammy/types'
import { v5 as uuidV5 } from 'uuid'
import type { Commanded, Inbound, Renumbered, Said } from '../../src/adapter.ts'
import type { Text } from '../../src/domain/text/text.ts'
import { addressedCommand, mentions } from './addressed.ts'
import { canBearCaption, enclosuresOf, isService } from './enclosures.ts'
import { firstKey } from './inbox-row.ts'
import { quotedEnclosures, withQuoted } from './quoted.ts'
import { personOf, placeOf, type Reading } from './read.ts'
import type { Message, User } from './shapes.ts'
import { fromEntities, fromRich } from './text/index.ts'

/** Draft ids are derived from the update, so that a row read twice names the same draft. */
const DRAFTS = '5b0b1d3a-0c4e-5f0e-9a53-3c1f0b6f6d27'

/** A new message: words, a command, or something not carried yet with its caption. */
export function readMessage(message: Message, reading: Reading): Inbound[] {
  const renumbered = renumberedOf(message, reading)
  if (renumbered) return [renumbered]
  if (message.forum_topic_closed || message.forum_topic_reopened) return turnedTopic(message, reading)
  const from = writer(message)
  if (from) reading.meet(from)
  // Whoever took them out, they are gone.
  if (message.left_chat_member && message.chat.type !== 'private')
    return [left(message, message.left_chat_member, reading)]
  if (!from) return unnamed(message, reading)
  const command = addressedCommand(message, reading.username)
  if (message.chat.type !== 'private') return readInGroup(message, from, reading, command)
  if (command) return [commanded(message, from, reading, command)]
  if (isService(message)) return []
  return [said(message, from, reading)]
}

function said(message: Message, from: User, reading: Reading): Said {
  return {
    does: 'say',
    ...basics(message, from, reading, message.date),
    message: String(message.message_id),
    ...withQuoted(message, wordsOf(message)),
    enclosures: [...enclosuresOf(message), ...quotedEnclosures(message)],
    replyTo: repliedTo(message),
    album: message.media_group_id,
    broadcast: false,
    direct: message.chat.type === 'private',
    byBot: from.is_bot ?? false,
  }
}

/** A message whose words, or files, are others now. Places that move while they are shared (`location`) have no words to edit. */
export function readEdit(message: Message, reading: Reading): Inbound[] {
  const from = writer(message)
  if (!from || !(message.chat.type === 'private' || isInTopic(message))) return []
  if (message.text === undefined && !message.rich_message && !canBearCaption(message)) return []
  reading.meet(from)
  return [
    {
      does: 'edit',
      ...basics(message, from, reading, message.edit_date ?? message.date),
      message: String(message.message_id),
      ...withQuoted(message, wordsOf(message)),
      enclosures: [...enclosuresOf(message), ...quotedEnclosures(message)],
      album: message.media_group_id,
      broadcast: false,
      ...(message.chat.type === 'private' && { firstKey: firstKey(message) }),
    },
  ]
}

/**
 * In a topic of a forum agents may be at work: the core knows whether it is a ticket's. Elsewhere in a group only what
 * is said to the bot concerns it: a command of the agents whose group it is, or the core says to write privately
 * (design.md §8).
 */
function readInGroup(
  message: Message,
  from: User,
  reading: Reading,
  command: { name: string; words: string } | undefined,
): Inbound[] {
  if (from.is_bot || isService(message)) return []
  const toUs = mentions(message, reading.username)
  if (isInTopic(message) && !command) {
    const words = said(message, from, reading)
    return [toUs ? { ...words, toUs: words.text } : words]
  }
  if (!command && !toUs) return []
  const given: Commanded = {
    ...commanded(message, from, reading, command ?? { name: 'start-in-group', words: '' }),
    inGroup: true,
  }
  return [given]
}

/**
 * In a topic an anonymous admin, or who writes as a channel, may believe that they answer a ticket: the core says that
 * nobody hears them (platforms.md §B3.4). Elsewhere nobody waits for it.
 */
function unnamed(message: Message, reading: Reading): Inbound[] {
  const { from } = message
  if (!from || message.message_id === 0 || !isInTopic(message) || isService(message)) return []
  reading.meet({ ...from, is_bot: true })
  const words: Said = { ...said(message, from, reading), byBot: true, unnamed: true }
  return [words]
}

/** General is no topic, though its messages may carry a thread id (platforms.md §D24). */
function isInTopic(message: Message): boolean {
  return message.is_topic_message === true && message.message_thread_id !== undefined
}

/** A topic closed or opened again: by whom counts, and an anonymous admin is nobody. What we did ourselves comes back, too. */
function turnedTopic(message: Message, reading: Reading): Inbound[] {
  const { from } = message
  if (!from || String(from.id) === reading.account || !isInTopic(message)) return []
  reading.meet(message.sender_chat ? { ...from, is_bot: true } : from)
  const closed = message.forum_topic_closed !== undefined
  return [{ does: 'turn-topic', ...basics(message, from, reading, message.date), closed }]
}

/** A group became a supergroup: said in both, and no order holds between them (platforms.md §B2). Whoever did it is nobody to us. */
function renumberedOf(message: Message, { account }: Reading): Renumbered | undefined {
  const { migrate_to_chat_id: next, migrate_from_chat_id: former, chat, date } = message
  const [from, to] = next === undefined ? [former, chat.id] : [chat.id, next]
  if (from === undefined) return undefined
  const at = { platform: 'telegram', account, chat: String(from) } as const
  return { does: 'renumber', at, occurredAt: new Date(date * 1000), to: String(to) }
}

/** Telegram tells it in the group; bots are told of it where they may read there. */
function left(message: Message, who: User, reading: Reading): Inbound {
  return { does: 'leave', ...basics(message, who, reading, message.date) }
}

function commanded(
  message: Message,
  from: User,
  reading: Reading,
  command: { name: string; words: string },
): Commanded {
  return {
    does: 'command',
    ...basics(message, from, reading, message.date),
    ...command,
    people: peopleIn(message),
    draft: uuidV5(`${reading.account}:${reading.update}`, DRAFTS),
    message: String(message.message_id),
    replyTo: repliedTo(message),
  }
}

/** Those whom its words name by their id: a mention by a user name bears none (platforms.md §B1). */
function peopleIn({ entities }: Message): string[] {
  return (entities ?? []).flatMap((one) => (one.type === 'text_mention' && one.user ? [String(one.user.id)] : []))
}

/** Who wrote it; nobody where a channel or an anonymous admin did (`from` is then a stand-in, platforms.md §B3), or where the message has no id of its own. */
function writer(message: Message): User | undefined {
  return message.sender_chat || message.message_id === 0 ? undefined : message.from
}

function basics(message: Message, from: User, reading: Reading, seconds: number) {
  return {
    who: personOf(from, reading),
    at: placeOf(message, reading),
    occurredAt: new Date(seconds * 1000),
  }
}

function wordsOf(message: Message): Text {
  if (message.rich_message) return fromRich(message.rich_message.blocks)
  const [words, entities] =
    message.text === undefined ? [message.caption ?? '', message.caption_entities] : [message.text, message.entities]
  // The union of grammY lists the kinds of today; `fromEntities` keeps the words of any other kind.
  return fromEntities(words, entities as MessageEntity[] | undefined)
}

/** The message replied to. In a topic every message "replies" to the one that made the topic. */
function repliedTo({ reply_to_message: replied }: Message): string | undefined {
  if (!replied || replied.message_id === 0 || 'forum_topic_created' in replied) return undefined
  return String(replied.message_id)
}
