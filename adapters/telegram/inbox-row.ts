import { createHash } from 'node:crypto'
import type { RawEvent } from '../../src/adapter.ts'
import { enclosuresOf } from './enclosures.ts'
import type { Me } from './me.ts'
import { type AnyUpdate, knownUpdate, type Message, type StoredUpdate } from './shapes.ts'

/**
 * The inbox row of an update. Never throws: an update nobody can read is stored and parked, for refusing it at the
 * door would make Telegram hold back all that follow it (platforms.md §B2).
 *
 * - `key`: the update id; compared as a member of a set, for after a quiet week the ids start anywhere.
 * - `naturalKey`: chat, message and edit date (0: not edited). Edit dates are whole seconds and people correct
 *   themselves faster, so an edit's key ends with a print of its words and files.
 * - `lane`: the chat, for messages and for the buttons under them, which Telegram sends through different queues.
 * - `occurredAt`: Telegram's own stamp; for a button the time it reached us, cut to the second as all others are.
 */
export function inboxRow(update: AnyUpdate, me: Me, receivedAt: Date): RawEvent {
  const known = knownUpdate.safeParse(update)
  const { message, edited_message, callback_query, my_chat_member, message_reaction } = known.success ? known.data : {}
  const said = message ?? edited_message
  const chat = said?.chat.id ?? callback_query?.message?.chat.id ?? message_reaction?.chat.id
  const person = callback_query?.from.id ?? my_chat_member?.from.id
  const stamped = said?.edit_date ?? said?.date ?? my_chat_member?.date ?? message_reaction?.date
  const seconds = stamped ?? Math.floor(receivedAt.getTime() / 1000)
  return {
    platform: 'telegram',
    account: me.id,
    key: `update:${update.update_id}`,
    naturalKey: said && naturalKey(said),
    lane: chat === undefined ? `person:${person ?? 'unknown'}` : `chat:${chat}`,
    occurredAt: new Date((isOfOurTime(seconds) ? seconds : receivedAt.getTime() / 1000) * 1000),
    holdMs: message?.media_group_id === undefined ? 0 : ALBUM_MS,
    album: message?.media_group_id,
    body: { update, receivedAt: receivedAt.toISOString(), username: me.username } satisfies StoredUpdate,
  }
}

/**
 * So long the parts of an album wait for one more (ms): nothing says which is the last, and each comes when the one
 * before was answered (platforms.md §B1, §B2).
 */
const ALBUM_MS = 1000

/** A time no database could keep, or that would hold up its lane for good, is none: Unix seconds up to the year 2100. */
function isOfOurTime(seconds: number): boolean {
  return seconds >= 0 && seconds < 4_102_444_800
}

function naturalKey(message: Message): string | undefined {
  // An ephemeral message has the id 0, as has every other ephemeral one (platforms.md §B1).
  if (message.message_id === 0) return undefined
  if (message.edit_date === undefined) return firstKey(message)
  return `${message.chat.id}:${message.message_id}:${message.edit_date}:${printOf(message)}`
}

/** The natural key of a message when it was new. */
export function firstKey({ chat, message_id }: Message): string {
  return `${chat.id}:${message_id}:0`
}

function printOf(message: Message): string {
  const { text, entities, caption, caption_entities, rich_message } = message
  const files = enclosuresOf(message).flatMap((one) => (one.kind === 'file' ? (one.print ?? []) : []))
  const held = JSON.stringify([text, entities, caption, caption_entities, rich_message, ...files])
  return createHash('sha256').update(held).digest('hex').slice(0, 12)
}
