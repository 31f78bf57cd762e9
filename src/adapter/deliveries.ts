import type { Text } from '../domain/text/text.ts'
import type { FileKind } from '../domain/ticket/enclosure.ts'
import type { Address } from './places.ts'

/* Out: tell them this, there. */

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
  /** Called by name above the words, so that their phones ring. */
  calls?: Call[] | undefined
  /** A short line above, e.g. the ticket's key and subject. Plain. */
  heading?: string | undefined
  body: Text
  /** Label and value, two columns where the platform has them. Plain. */
  fields?: FieldShown[] | undefined
  /** A small line below. Plain. */
  footnote?: string | undefined
  /** Rows of choices. */
  choices?: Choice[][] | undefined
  /** Shown with the words, together: as many and such as the platform takes in one message (`domain/ticket/together.ts`). */
  files?: FileOut[] | undefined
}

/** `moment`: UTC ms; each reader's own clock shows it where the platform can, else `value` stands there. */
export interface FieldShown {
  label: string
  value: string
  moment?: number | undefined
}

/** Somebody of the desk called by name: the desk itself alone does that, and nothing in people's words ever becomes one. */
export interface Call {
  kind: 'person' | 'group'
  /** The platform's own id. */
  id: string
  name: string
}

/** A file we bring. Name and type are ours by now: cleaned, and told from its first bytes. */
export interface FileOut {
  as: FileKind
  name: string
  mediaType: string
  sizeBytes: number
  /** Read from disk as it is sent: no more than a part of it is ever in memory. */
  blob: Blob
}

/** One thing owed to one place. */
export type Delivery = { id: string; ticket?: string | undefined; to: Address } & (
  | { act: 'post'; post: Post; replyTo?: string | undefined }
  /**
   * `captioned`: the message bears files, its words are their caption. `emptied`: it was to be deleted and cannot be, so
   * no file it was shown as may stay either; `also` as of a deletion.
   */
  | {
      act: 'edit'
      target: string
      captioned?: true | undefined
      emptied?: true | undefined
      also?: readonly string[] | undefined
      post: Post
    }
  /** `also`: the other messages it was shown as (an album). */
  | { act: 'delete'; target: string; also?: readonly string[] | undefined }
  /** Only `person` sees it. `via`: the platform's own short-lived way of answering (Slack `response_url`). */
  | { act: 'whisper'; person: string; via?: string | undefined; replyTo?: string | undefined; post: Post }
  /** A workflow's step is over: `post.heading` is the ticket's key; without it, it failed, and `post.body` says why. */
  | { act: 'finish'; run: string; post: Post }
  /** A topic of its own for a ticket, where threads must be made first (Telegram forums): `post.heading` is its name. */
  | { act: 'topic'; post: Post }
  /** `target`: the topic. Asking for what is so already is a success. */
  | { act: 'topic-name'; target: string; post: Post }
  | { act: 'topic-close' | 'topic-reopen'; target: string }
  /** A sign of ours on a message somebody else wrote. */
  | { act: 'react'; target: string; sign: Sign }
  /** The commands that somebody's own chat with us lists: `post.fields`, a name and what it does. Without one, what all see again. */
  | { act: 'menu'; post?: Post | undefined }
)

/** How it goes with what somebody wrote: it waits, the requester's platform has it, or never will. */
export type Receipt = 'queued' | 'accepted' | 'refused'

/** What we put on a message as a reaction. The platform's own signs for it are the adapter's affair (design.md §8). */
export type Sign =
  /** The receipt in place of the former one; null takes that away. */
  | { kind: 'receipt'; receipt: Receipt | null; former: Receipt | null }
  /**
   * What people put on a twin, or (`gone`) took away again: `Reacted.sign` of it. `standing`: all that stands there now
   * by that, the newest last, for a platform that shows one alone.
   */
  | { kind: 'emoji'; emoji: string; gone: boolean; standing: string[] }

/** Where it ended up. */
export interface Delivered {
  /** Of a topic: its own id. */
  message: string
  /** The other messages it was shown as: an album is several on Telegram. */
  also?: string[] | undefined
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
  /** `movedTo`: the chat goes on under this id (Telegram: a group became a supergroup). */
  | { kind: 'refused'; reason: RefusedBy; code: string; movedTo?: string | undefined }

/** It will never be taken. */
export type Refused = Extract<Fault, { kind: 'refused' }>

export type RefusedBy =
  /** The person has blocked the bot or never started it. */
  | 'blocked'
  /** The chat, channel, topic or thread is gone, archived, or we are not in it. */
  | 'place-gone'
  /** The topic alone is gone; its chat is there. */
  | 'topic-gone'
  /** The message to edit or delete is not there any more, or too old to touch. */
  | 'message-gone'
  /** It is there, and the platform lets nobody change it any more: what hangs on it (a thread) goes on. */
  | 'message-final'
  /** The message can be emptied of its words at most: a file in it can be neither deleted nor replaced. */
  | 'file-final'
  /** The platform does not accept what we send. */
  | 'not-accepted'
