import type { FieldKind } from './domain/desk/field.ts'
import type { Text } from './domain/text/text.ts'

/**
 * The door both sides agree on. An adapter knows one platform and nothing of tickets; the core knows tickets and
 * no platform. In: `receive` (durable) and `ask` (read-only). Out: `deliver`. Between them: these shapes.
 */

export type Platform = 'slack' | 'telegram'

/** What the core must know of a platform to decide; everything else is the adapter's own affair. */
export interface Traits {
  /** A ticket has a thread of its own there; without, its key stands beside whoever speaks. */
  threads: boolean
  /** Forms are modals there; without, they are asked one question at a time. */
  modals: boolean
  /**
   * How much text goes into one message, in UTF-16 units: Slack takes about 12,000 bytes of blocks, Telegram 4,096 units
   * of which names, keys and the joiners that keep `@name` still need their part.
   */
  partUnits: number
}

export const traits: Readonly<Record<Platform, Traits>> = {
  slack: { threads: true, modals: true, partUnits: 3500 },
  telegram: { threads: false, modals: false, partUnits: 2900 },
}

/** A place on a platform. `account` is the Slack team id or the Telegram bot id; every id is the platform's own. */
export interface Address {
  platform: Platform
  account: string
  /** Slack: a channel id, or a user id for that person's DM. Telegram: the chat id in decimal. */
  chat: string
  /** Slack: `ts` of the thread's root. Telegram: `message_thread_id`. */
  thread?: string | undefined
}

/** Somebody as a platform names them. */
export interface PersonAddress {
  platform: Platform
  account: string
  id: string
}

/** What a platform tells of somebody. */
export interface Profile {
  name: string
  /** BCP 47, e.g. `sv` or `pt-BR`; absent when the platform does not say. */
  language?: string | undefined
  /** `member`: of our own workspace, or anybody in a Telegram private chat. The other three are never agents. */
  kind: 'member' | 'guest' | 'stranger' | 'bot'
}

/* ------------------------------------------------------------------ in: what a person said or did */

/** One platform event on its way into the inbox. The row is committed before the platform gets its answer. */
export interface RawEvent {
  platform: Platform
  account: string
  /** The platform's id of the event: Slack `event_id` or `trigger_id`, Telegram `update_id` (design.md §8). */
  key: string
  /** The same thing told twice under two ids: `(channel, ts)` of a message, `(chat, message, edit date)`. */
  naturalKey?: string | undefined
  /** The conversation: rows of one lane are handled one after the other, by `occurredAt`. */
  lane: string
  /** The platform's own time stamp. */
  occurredAt: Date
  /** How long the row waits for an earlier one of its lane (ms): Slack promises no order (platforms.md §A2). */
  holdMs: number
  body: unknown
}

interface Act {
  who: PersonAddress
  at: Address
  occurredAt: Date
}

/** A file a platform tells of; `id` is what `Adapter.fetchFile` takes. Names and types are the sender's own words. */
export interface FileSeen {
  id: string
  name?: string | undefined
  mediaType?: string | undefined
  sizeBytes?: number | undefined
}

/** A message, new. */
export interface Said extends Act {
  does: 'say'
  message: string
  text: Text
  /** What is not carried yet, in the platform's words: `sticker`, `photo`, `file` … with a name where there is one. */
  uncarried: { kind: string; name?: string | undefined; file?: FileSeen | undefined }[]
  replyTo?: string | undefined
  /** Where the message names us (a mention of the bot): its words without our name. */
  toUs?: Text | undefined
  /** Also shown to the whole channel (Slack `thread_broadcast`): never goes to a requester. */
  broadcast: boolean
  /** Written to us alone: a Telegram private chat, a Slack DM, there also in a thread. */
  direct: boolean
  byBot: boolean
}

/** A message whose text is another now. */
export interface Edited extends Act {
  does: 'edit'
  message: string
  text: Text
  broadcast: boolean
}

/** A message taken back. `who` is absent where the platform does not say who did it. */
export interface Deleted extends Omit<Act, 'who'> {
  does: 'delete'
  who?: PersonAddress | undefined
  message: string
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
  via?: string | undefined
  message?: string | undefined
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
  uncarried: { kind: string; name?: string | undefined }[]
}

/** An emoji put on a message. The event bears no words: where it asks for a ticket, the core has them fetched. */
export interface Reacted extends Act {
  does: 'react'
  /** Its name without colons and skin tone. */
  emoji: string
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
  | Reachable

/* ------------------------------------------------------------------ in: questions that cannot wait */

export type FormRef = { kind: 'draft'; id: string } | { kind: 'button'; id: string }

/** Field id → what was answered; several values for `many`. Empty answers are left out. */
export type Answers = Record<string, string | string[]>

/** What an adapter may ask while a platform waits (under 500 ms, nothing is written). */
export type Question =
  /** The form to show for a command, a shortcut, a type just chosen (`answers.type`) or a button that opens one. */
  | {
      ask: 'form'
      who: PersonAddress
      at: Address
      ref: FormRef
      words?: string | undefined
      /** The people the words name, in order (platform ids). */
      people?: string[] | undefined
      answers?: Answers
      raised?: Text | undefined
    }
  /** What is wrong with these answers. None: send it in with `receive`. */
  | { ask: 'check'; who: PersonAddress; at: Address; ref: FormRef; answers: Answers }

export type Answer =
  | { form: Form }
  | { errors: Record<string, string> }
  /** A rule said no, in the reader's language. */
  | { refused: string }
  /** Nothing to show: the core answers by a delivery. */
  | { none: true }

export interface Form {
  ref: FormRef
  title: string
  submit: string
  cancel: string
  /** A line above the fields. */
  intro?: string | undefined
  fields: FormField[]
}

export interface FormField {
  id: string
  kind: FieldKind
  label: string
  hint?: string | undefined
  placeholder?: string | undefined
  required: boolean
  options?: { id: string; label: string; hint?: string | undefined }[] | undefined
  value?: string | string[] | undefined
  /** Choosing it changes the form: the adapter asks for the form again with the answers so far. */
  redraws?: boolean | undefined
  /** How many files, or options, at most. */
  max?: number | undefined
}

/** What the core offers an adapter. */
export interface Door {
  /** Returns once every row is committed (a row already there counts). Throws: do not acknowledge, the platform retries. */
  receive(raws: RawEvent[]): Promise<void>
  ask(question: Question): Promise<Answer>
}

/* ------------------------------------------------------------------ out: tell them this, there */

export type Choice =
  | {
      kind: 'button'
      id: string
      label: string
      tone?: 'primary' | 'danger' | undefined
      opensForm?: boolean | undefined
    }
  | { kind: 'menu'; id: string; label: string; options: { id: string; label: string }[]; chosen?: string | undefined }
  /** Choose a person of the platform (Slack `users_select`); left out where the platform has no such thing. */
  | { kind: 'people'; id: string; label: string }
  | { kind: 'link'; label: string; url: string }

/** A message as the core thinks it, before a platform shows it. All sentences are already in the reader's language. */
export interface Post {
  /** Who speaks; shown above the words in bold. Absent: the desk itself. */
  author?: string | undefined
  /** A short line above, e.g. the ticket's key and subject. Plain. */
  heading?: string | undefined
  body: Text
  /** Label and value, two columns where the platform has them. Plain. */
  fields?: { label: string; value: string }[] | undefined
  /** A small line below. Plain. */
  footnote?: string | undefined
  /** Rows of choices. */
  choices?: Choice[][] | undefined
  /** Shown with the words. Only a `post` brings one. */
  file?: FileOut | undefined
}

/** A file we bring. */
export interface FileOut {
  name: string
  mediaType: string
  sizeBytes: number
  bytes(): Promise<Uint8Array>
}

/** One thing owed to one place. */
export type Delivery = { id: string; ticket?: string | undefined; to: Address } & (
  | { act: 'post'; post: Post; replyTo?: string | undefined }
  | { act: 'edit'; target: string; post: Post }
  | { act: 'delete'; target: string }
  /** Only `person` sees it. `via`: the platform's own short-lived way of answering (Slack `response_url`). */
  | { act: 'whisper'; person: string; via?: string | undefined; post: Post }
  /** A workflow's step is over: `post.heading` is the ticket's key; without it, it failed, and `post.body` says why. */
  | { act: 'finish'; run: string; post: Post }
)

/** Where it ended up. */
export interface Delivered {
  message: string
  /** The real chat, also where `to.chat` named a person. */
  chat: string
  /** Where answers to it go: Slack, the thread's root (its own `ts` for a root); Telegram, the topic if there is one. */
  thread?: string | undefined
}

/**
 * Why a delivery did not work.
 * - `wait`: not before `retryAfterSeconds` (HTTP 429). `scope` says who must be quiet: this chat or the whole account.
 * - `again`: certainly not accepted (connection refused, or an edit or deletion, which may be repeated).
 * - `unclear`: may have been accepted (5xx, time-out, connection lost while waiting for the answer).
 * - `refused`: never will be. `reason` is the trade's word, `code` the platform's own.
 */
export class DeliveryFault extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(`delivery fault: ${fault.kind} ${'code' in fault ? fault.code : ''}`)
    this.name = 'DeliveryFault'
    this.fault = fault
  }
}

export type Fault =
  | { kind: 'wait'; retryAfterSeconds: number; scope: 'chat' | 'account' }
  | { kind: 'again'; code: string }
  | { kind: 'unclear'; code: string }
  | { kind: 'refused'; reason: RefusedBy; code: string }

export type RefusedBy =
  /** The person has blocked the bot or never started it. */
  | 'blocked'
  /** The chat, channel, topic or thread is gone, archived, or we are not in it. */
  | 'place-gone'
  /** The message to edit or delete is not there any more, or too old to touch. */
  | 'message-gone'
  /** The platform does not accept what we send. */
  | 'not-accepted'

/** How much one chat (or the whole account) takes: `burst` at once, then one every `everyMs`. */
export interface Budget {
  burst: number
  everyMs: number
}

/** A command as the platform's menu shows it, per language (the first entry, without one, is for everybody else). */
export interface CommandMenu {
  /** In private chats (default), or in groups. */
  where?: 'private' | 'groups' | undefined
  language?: string | undefined
  commands: { name: string; description: string }[]
}

/** A set of people a desk file names: `usergroup` S…, or the members of a private channel. */
export type GroupRef = { kind: 'usergroup'; id: string } | { kind: 'channel'; id: string }

export interface HttpRoute {
  path: string
  /** Answers a POST. Never throws: what fails is an answer of 4xx or 5xx. */
  handle(request: Request): Promise<Response>
}

/** A file fetched, or why there is none and never will be. */
export type Fetched =
  | { name?: string | undefined; mediaType?: string | undefined; bytes: Uint8Array }
  | { refused: 'gone' | 'too-big' | 'not-a-file' }

/** More than this is not carried (bytes): what Telegram gives a bot (platforms.md §B2). */
export const FILE_MAX_BYTES = 20 * 1024 * 1024

/** A platform. `README.md` in `adapters/` says how to add one. */
export interface Adapter {
  readonly platform: Platform
  /** Slack team id, Telegram bot id; known after `start`. */
  readonly account: string
  readonly routes: HttpRoute[]
  /** Learns who we are (with retries), then lets events in. Rejects only where the token is refused. */
  start(door: Door, menus: CommandMenu[]): Promise<void>
  /** Stops letting events in; resolves when none is half way. */
  stop(): Promise<void>
  /** What a stored `body` means. Pure; throws on what it cannot read (the row is parked after five tries). */
  read(body: unknown): Inbound[]
  /** Sends one thing. Rejects with a `DeliveryFault` only. */
  deliver(delivery: Delivery): Promise<Delivered>
  /** After an unclear end: was this `post` accepted? `unknowable` where the platform has no means to tell. */
  find(delivery: Delivery, since: Date): Promise<Delivered | 'absent' | 'unknowable'>
  /** Who somebody is; cached for 60 s at most. Undefined where the platform does not know them. */
  profile(who: PersonAddress): Promise<Profile | undefined>
  /** Ids of a group's people; empty for a channel that is not private. Cached for 60 s at most; rejects when in doubt. */
  members(group: GroupRef): Promise<ReadonlySet<string>>
  /** What the chat takes, and what the account takes over all chats. */
  budget(chat: string): { chat: Budget; account: Budget }
  /** A message as it reads now; undefined where it is not there, or not for us to see. Rejects where it cannot be asked. */
  fetchMessage(chat: string, message: string): Promise<Source | undefined>
  /** A file's bytes, 20 MB at most, from the platform's own hosts only. Rejects with a `DeliveryFault` where it is worth another try. */
  fetchFile(id: string): Promise<Fetched>
  /** A link to a message, or undefined where the platform has none. */
  permalink(chat: string, message: string): Promise<string | undefined>
}
