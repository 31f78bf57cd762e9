import { isDeepStrictEqual } from 'node:util'
import type { Inbound, Source } from '../../../src/adapter.ts'
import { joinTexts } from '../../../src/domain/text/joined.ts'
import { withoutMention } from '../../../src/domain/text/mention.ts'
import { sameText } from '../../../src/domain/text/same.ts'
import type { Text } from '../../../src/domain/text/text.ts'
import type { Identity } from '../identity.ts'
import { fromRichText, fromTables } from '../text/index.ts'
import { linksIn } from './elsewhere.ts'
import { enclosuresOf } from './enclosures.ts'
import { forwardedIn } from './forwarded.ts'
import type { Here } from './read.ts'
import { firstKey } from './row.ts'
import { type Attachment, type Message, type MessageEvent, messageEvent, messageShape } from './shapes.ts'
import { timeOfTs } from './times.ts'

/** The subtypes in which somebody says something; the others tell of joins, topics, calls and the like. */
export const saying = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message', 'bot_message'])

/** What a `message` event means: said, edited, deleted, or nothing that people did. */
export function inboundOfMessage(event: unknown, at: Here): Inbound[] {
  const envelope = messageEvent.parse(event)
  if (envelope.subtype === 'message_changed') return changed(envelope, at)
  if (envelope.subtype === 'message_deleted') return deleted(envelope, at)
  if (!saying.has(envelope.subtype ?? undefined)) return []
  return said(messageShape.parse(event), envelope, at)
}

function said(message: Message, { channel, channel_type }: MessageEvent, at: Here): Inbound[] {
  const author = message.user ?? message.bot_id
  if (!author || isOurs(message, at.us)) return []
  return [
    {
      does: 'say',
      who: at.person(author),
      at: at.place(channel, message.thread_ts),
      occurredAt: timeOfTs(message.ts),
      message: message.ts,
      text: textOf(message),
      enclosures: enclosuresOf(message),
      broadcast: message.subtype === 'thread_broadcast',
      direct: channel_type === 'im',
      byBot: Boolean(message.bot_id),
      ...toUs(message, at),
    },
  ]
}

function toUs(message: Message, at: Here): { toUs?: Source['text'] } {
  const rest = withoutMention(textOf(message), at.us.botUser)
  return rest ? { toUs: rest } : {}
}

/** A message somebody points at: by a shortcut, or by an emoji. */
export function sourceOf(chat: string, message: Message, at: Here): Source {
  const author = message.user ?? message.bot_id
  return {
    chat,
    message: message.ts,
    thread: message.thread_ts ?? undefined,
    author: author ? at.person(author) : undefined,
    byBot: Boolean(message.bot_id),
    text: textOf(message),
    occurredAt: timeOfTs(message.ts),
    enclosures: enclosuresOf(message),
  }
}

/** Slack also tells of a change when a preview is added; and of a deletion where replies keep the message's place. */
function changed(event: MessageEvent, at: Here): Inbound[] {
  const { message, previous_message: before } = event
  if (!message || isOurs(message, at.us) || (before && isOurs(before, at.us))) return []
  const occurredAt = timeOfTs(event.event_ts ?? message.ts)
  if (isTakenBack(message)) {
    const place = at.place(event.channel, before?.thread_ts ?? message.thread_ts)
    return [{ does: 'delete', at: place, occurredAt, message: message.ts }]
  }
  const files = filesGone(message, before)
  const gone: Inbound[] =
    files.length > 0
      ? [{ does: 'delete', at: at.place(event.channel, message.thread_ts), occurredAt, message: message.ts, files }]
      : []
  const author = message.edited?.user ?? message.user ?? message.bot_id
  if (!author || (before && sameWords(message, before) && !bringsFiles(message, before))) return gone
  // In this order a message that was nothing but a file is never without any, where another took its place.
  return [
    {
      does: 'edit',
      who: at.person(author),
      at: at.place(event.channel, message.thread_ts),
      occurredAt,
      message: message.ts,
      text: textOf(message),
      enclosures: enclosuresOf(message),
      broadcast: message.subtype === 'thread_broadcast',
      ...(event.channel_type === 'im' && { firstKey: firstKey(at.us.account, event.channel, message.ts) }),
    },
    ...gone,
  ]
}

/** Its place is kept, for its replies; or it was nothing but files, and each of them was deleted. */
export function isTakenBack(message: Message): boolean {
  if (message.subtype === 'tombstone') return true
  const files = message.files ?? []
  const allGone = files.length > 0 && files.every(({ mode }) => mode === 'tombstone')
  return allGone && textOf(message).children.length === 0
}

/** A file that was deleted leaves a tombstone; one taken out of the message leaves nothing. */
function filesGone(message: Message, before: Message | null | undefined): string[] {
  const standing = new Set(filesOn(message))
  const known = before ? filesOn(before) : (message.files ?? []).map(({ id }) => id)
  return known.filter((id) => !standing.has(id))
}

/** Slack also tells of a change where it has only looked at a file anew: then its id is the same. */
function bringsFiles(message: Message, before: Message): boolean {
  const known = new Set(filesOn(before))
  return filesOn(message).some((id) => !known.has(id))
}

function filesOn({ files }: Message): string[] {
  return (files ?? []).flatMap(({ id, mode }) => (mode === 'tombstone' ? [] : [id]))
}

function deleted(event: MessageEvent, at: Here): Inbound[] {
  const { deleted_ts: message, previous_message: before } = event
  if (!message || (before && isOurs(before, at.us))) return []
  const occurredAt = timeOfTs(event.event_ts ?? message)
  return [{ does: 'delete', at: at.place(event.channel, before?.thread_ts), occurredAt, message }]
}

/**
 * What we have posted, changed or deleted ourselves is told to us like anybody's doing (platforms.md §C). It says nothing
 * new and would be half of all that is stored; and of somebody who is forgotten it brought back what was taken away.
 */
export function isEcho(event: unknown, us: Identity): boolean {
  const { data } = messageEvent.safeParse(event)
  if (!data) return false
  const ours = (message: Message | null | undefined): boolean => Boolean(message && isOurs(message, us))
  if (data.subtype === 'message_changed') return ours(data.message) || ours(data.previous_message)
  if (data.subtype === 'message_deleted') return ours(data.previous_message)
  return ours(messageShape.safeParse(event).data)
}

/** Bolt's `ignoreSelf` lets changes of our own messages through (platforms.md §C). */
export function isOurs(message: Message, us: Identity): boolean {
  return message.bot_id === us.botId || message.user === us.botUser
}

function sameWords(message: Message, before: Message): boolean {
  const same = message.text === before.text && isDeepStrictEqual(message.blocks, before.blocks)
  return same && [tablesOf, linksIn].every((those) => sameText(those(message), those(before)))
}

/** What somebody wrote: the words, below them the tables, links to files that lie elsewhere, and what they forwarded. */
export function textOf(message: Message): Text {
  const words = fromRichText(message.blocks ?? [], message.text ?? '')
  return joinTexts([words, tablesOf(message), linksIn(message), forwardedIn(message)])
}

/** Slack keeps a pasted table in an attachment without a name, seldom among the message's own blocks. */
function tablesOf({ blocks, attachments }: Message): Text {
  const pasted = (attachments ?? []).filter((one) => !isFromElsewhere(one))
  return fromTables([...(blocks ?? []), ...pasted.flatMap((one) => one.blocks ?? [])])
}

/** A message forwarded, or the preview of a link: somebody else's words. */
function isFromElsewhere({ is_share, is_msg_unfurl, is_app_unfurl, from_url }: Attachment): boolean {
  return Boolean(is_share || is_msg_unfurl || is_app_unfurl || from_url)
}
