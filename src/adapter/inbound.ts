import { z } from 'zod'
import type { Text } from '../domain/text/text.ts'
import type { Enclosure } from '../domain/ticket/enclosure.ts'
import type { Address, PersonAddress, Platform } from './places.ts'
import type { Answers, FormRef } from './questions.ts'

/* In: what a person said or did. */

/** One platform event on its way into the inbox. The row is committed before the platform gets its answer. */
export interface RawEvent {
  platform: Platform
  account: string
  /** The platform's id of the event: Slack `event_id` or `trigger_id`, Telegram `update_id` (design.md §8). */
  key: string
  /** The same thing told twice under two ids: `(channel, ts)` of a message, `(chat, message, edit date)`. */
  naturalKey?: string | undefined
  /** The conversation: rows of one lane are handled one after the other, by `occurredAt` and `micros`. */
  lane: string
  /** The platform's own time stamp. */
  occurredAt: Date
  /** What no `Date` holds of it (µs, 0–999): words of one millisecond have an order, too. */
  micros?: number | undefined
  /** How long the row waits for an earlier one of its lane (ms): Slack promises no order (platforms.md §A2). */
  holdMs: number
  /**
   * The album it is a part of: the parts come one by one and nothing says which is the last (platforms.md §B1), so with
   * each of them all wait `holdMs` anew.
   */
  album?: string | undefined
  body: unknown
}

interface Act {
  who: PersonAddress
  at: Address
  occurredAt: Date
  /** The platform gives no time of it (a command, a form): when it was received counts, by the desk's own clock; cut to the second where the platform's other times are. */
  untimed?: true | 'whole-second' | undefined
}

/** A file a platform tells of; `id` is what `Adapter.fetchFile` takes. Names and types are the sender's own words. */
export interface FileSeen {
  id: string
  name?: string | undefined
  mediaType?: string | undefined
  sizeBytes?: number | undefined
}

/** The door for a stored one. */
export const fileSeenShape: z.ZodType<FileSeen> = z.object({
  id: z.string(),
  name: z.string().optional(),
  mediaType: z.string().optional(),
  sizeBytes: z.number().optional(),
})

/** A message, new. */
export interface Said extends Act {
  does: 'say'
  message: string
  text: Text
  /** Where `text` also bears words chosen of a message of this chat: what was written to them. */
  own?: Text | undefined
  /** Files, places, contacts and whatever else it holds besides words, in its own order. */
  enclosures: Enclosure<FileSeen>[]
  /** The message it answers (platform id). */
  replyTo?: string | undefined
  /** Messages of one album (Telegram `media_group_id`) are one message of ours; the core joins them (`intake/album.ts`). */
  album?: string | undefined
  /** The other messages of the album, once joined (platform ids). */
  joined?: string[] | undefined
  /** What each message of the album says by itself, once joined: this one first, then as `joined`. */
  parts?: Text[] | undefined
  /** Where the message names us (a mention of the bot): its words without our name. */
  toUs?: Text | undefined
  /** Also shown to the whole channel (Slack `thread_broadcast`): goes to a requester only when its author sends it anyway. */
  broadcast: boolean
  /** Written to us alone: a Telegram private chat, a Slack DM, there also in a thread. */
  direct: boolean
  byBot: boolean
  /** Said in the name of a whole group or channel (an anonymous admin of Telegram): `who` stands for nobody, and is a bot. */
  unnamed?: true | undefined
}

/** A message whose text is another now. */
export interface Edited extends Act {
  does: 'edit'
  message: string
  text: Text
  /** As in `Said`. */
  own?: Text | undefined
  /** What it holds besides words now; absent where the platform lets nothing but words be edited. */
  enclosures?: Enclosure<FileSeen>[] | undefined
  /** The album it is a part of. */
  album?: string | undefined
  broadcast: boolean
  /** Where it was written to us alone: its `naturalKey` when it was new, by which it is known what became of it. */
  firstKey?: string | undefined
}

/** A message taken back. `who` is absent where the platform does not say who did it. */
export interface Deleted extends Omit<Act, 'who'> {
  does: 'delete'
  who?: PersonAddress | undefined
  message: string
  /** Only these of its files (the platform's ids): its words, and the others, stand. */
  files?: readonly string[] | undefined
}

/** A button, a menu option or a person chosen. `button` is an id of ours: opaque, authorised again. */
export interface Pressed extends Act {
  does: 'press'
  button: string
  /** The person chosen in a `people` choice (platform id). */
  chosen?: string | undefined
  /** The message that carries the button. */
  message?: string | undefined
  /** Where a private answer may be sent for a while (Slack `response_url`). */
  via?: string | undefined
}

/** A form sent. `ref` is the draft or the button it was opened for. */
export interface Submitted extends Act {
  does: 'submit'
  ref: FormRef
  answers: Answers
  /** The files among the answers. */
  files?: FileSeen[] | undefined
  /** The people among the answers (platform ids). */
  people?: string[] | undefined
}

/** A command: Slack `/ticket …`, Telegram `/new`, `/status KEY` … `name` without the slash. */
export interface Commanded extends Act {
  does: 'command'
  name: string
  words: string
  /** Id of the draft a form of this command is opened with; made by the adapter, new for every command. */
  draft: string
  /** The people its words name, in order (platform ids). */
  people?: string[] | undefined
  /** The channels. */
  channels?: string[] | undefined
  via?: string | undefined
  message?: string | undefined
  /** The message it was given in reply to. */
  replyTo?: string | undefined
  /** Given before the eyes of a whole group, where the platform lets nothing be asked in private (Telegram). */
  inGroup?: true | undefined
}

/** "Create a ticket from this message": the message becomes the first of the ticket. */
export interface Raised extends Act {
  does: 'raise'
  draft: string
  via?: string | undefined
  source: Source
}

/** A message that is there, as it reads now. */
export interface Source {
  chat: string
  message: string
  thread?: string | undefined
  author?: PersonAddress | undefined
  byBot: boolean
  text: Text
  occurredAt: Date
  enclosures: Enclosure<FileSeen>[]
}

/**
 * The messages of a thread before one of them, oldest first; or why there are none for us: `unseen` where we are not let
 * in, `not-theirs` where whoever asks may not read them there.
 */
export type Earlier = { messages: Source[] } | { refused: 'unseen' | 'not-theirs' }

/** An emoji put on a message, or (`gone`) taken away again. The event bears no words: where it asks for a ticket, the core has them fetched. */
export interface Reacted extends Act {
  does: 'react'
  /** The platform's own name of it, without colons and skin tone. */
  emoji: string
  /** The emoji itself; `:name:` where it is one of that platform alone. */
  sign: string
  gone: boolean
  message: string
  /** Filled in by the core, before it is acted upon. */
  source?: Source | undefined
}

/** A workflow's step asks for a ticket for `who`; it waits for a `finish`. */
export interface StepStarted extends Act {
  does: 'step'
  /** The platform's id of this run: Slack `function_execution_id`. */
  run: string
  summary: string
  /** A desk's id, where the workflow names one. */
  desk?: string | undefined
}

/** A ticket's topic was closed, or opened again, by hand (Telegram: `forum_topic_closed`, `forum_topic_reopened`). */
export interface TopicTurned extends Act {
  does: 'turn-topic'
  closed: boolean
}

/** The person can (or can no longer) be written to: Telegram `my_chat_member`. */
export interface Reachable extends Act {
  does: 'reach'
  reachable: boolean
}

/**
 * Somebody is not where they were: `at.chat` is the channel they left, or their own id where they left the workspace
 * (Slack `member_left_channel`, `user_change` with `deleted`; Telegram `left_chat_member`).
 */
export interface Left extends Act {
  does: 'leave'
}

/** A channel is shared with another company now, or no more (Slack `channel_shared`, `channel_unshared`); nobody we know did it. */
export interface Shared extends Omit<Act, 'who'> {
  does: 'share'
  who?: undefined
}

/** `at.chat` goes on under another id (Telegram: a group became a supergroup); told by the platform, whoever did it. */
export interface Renumbered extends Omit<Act, 'who'> {
  does: 'renumber'
  who?: undefined
  /** Its id from now on. */
  to: string
}

export type Inbound =
  | Said
  | Edited
  | Deleted
  | Pressed
  | Submitted
  | Commanded
  | Raised
  | Reacted
  | StepStarted
  | Left
  | Shared
  | Renumbered
  | TopicTurned
  | Reachable
