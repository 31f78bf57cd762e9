import { z } from 'zod'
import { type Address, type Answers, type FileSeen, fileSeenShape } from '../adapter.ts'
import type { PersonId } from '../domain/person.ts'
import { type Text, textShape } from '../domain/text/text.ts'
import { type Enclosure, enclosureShape } from '../domain/ticket/enclosure.ts'

/** A message a draft holds back until it is known where it belongs. */
export interface HeldMessage {
  text: Text
  /** Files as the platform tells of them; those of words that leave a ticket by our own ids. */
  enclosures: Enclosure<FileSeen | string>[]
  /** The message it answers, and the others of its album (platform ids). */
  replyTo?: string | undefined
  joined?: string[] | undefined
  /** Of an album: what each of its messages says by itself, this one first. */
  parts?: Text[] | undefined
  /** Where it was written: platform ids. */
  chat: string
  message: string
  thread?: string | undefined
  /** Platform id of who wrote it, where that is not the person filling in the draft. */
  author?: string | undefined
  /** UTC, ISO 8601. */
  occurredAt: string
}

/** The platform's ids of what was said in one breath: of an album there are several, the first one first. */
export function messagesIn({
  message,
  joined = [],
}: {
  message: string
  joined?: readonly string[] | undefined
}): string[] {
  return [message, ...joined]
}

/** What a draft carries: answers so far, and messages that become the ticket's first ones. */
export interface DraftBody {
  type?: string | undefined
  answers: Answers
  /** What a guided form has asked so far, in order: field ids, `desk`, `type`; also those skipped. */
  path: string[]
  messages: HeldMessage[]
  /** What was said with the command and the description has no room for: it follows it. */
  more?: string | undefined
  /** The messages came by a shortcut: the ticket links back to the first. */
  raised?: boolean | undefined
  /** Which message (platform id) answers which field, of those that were typed: an edit of it corrects the answer. */
  typed?: Record<string, string> | undefined
  /** What is known of the files among the answers. */
  files?: FileSeen[] | undefined
  /** A link to that message. */
  link?: string | undefined
  /** The plan whose priorities it offers; absent until it is known (`intake/offered.ts`). */
  plan?: string | undefined
  /** The delivery that asks the current question, edited when the next one comes. */
  asked?: string | undefined
}

/** The door for the JSON column. */
export const draftBodyShape: z.ZodType<DraftBody> = z.object({
  type: z.string().optional(),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  path: z.array(z.string()),
  messages: z.array(
    z.object({
      text: textShape,
      enclosures: z.array(enclosureShape(z.union([fileSeenShape, z.string()]))),
      replyTo: z.string().optional(),
      joined: z.array(z.string()).optional(),
      parts: z.array(textShape).optional(),
      chat: z.string(),
      message: z.string(),
      thread: z.string().optional(),
      author: z.string().optional(),
      occurredAt: z.string(),
    }),
  ),
  more: z.string().optional(),
  raised: z.boolean().optional(),
  typed: z.record(z.string(), z.string()).optional(),
  files: z.array(fileSeenShape).optional(),
  link: z.string().optional(),
  plan: z.string().optional(),
  asked: z.string().optional(),
})

/** What somebody has begun and not sent, in a modal, in Telegram's questions or in a picker alike (design.md §8). */
export interface Draft {
  id: string
  personId: string
  deskId: string | null
  /** `comment`: the person's next words go with a rating (`intake/rating-comment.ts`). */
  purpose: 'form' | 'picker' | 'comment'
  platform: string
  account: string
  chat: string
  body: DraftBody
  state: 'open' | 'used' | 'cancelled'
  ticketId: string | null
}

/** A draft that is held, and when it was last changed. */
export interface HeldDraft extends Draft {
  touchedAt: Date
}

/** Rows of drafts. `byId` gives anybody's: who may use it is its reader's question. */
export interface Drafts {
  save(draft: Draft): Promise<void>
  byId(id: string): Promise<Draft | undefined>
  /** The open draft the person has in this chat, newest. */
  openIn(person: PersonId, chat: string): Promise<Draft | undefined>
  /**
   * The draft as it is now, if it is open: what it holds is nobody else's to change until the transaction ends. Messages
   * of one chat may be heard side by side.
   * @throws LostRace where somebody who works in the same transaction holds it and has not saved it yet
   */
  hold(id: string): Promise<HeldDraft | undefined>
  /** Everybody's open drafts that hold this message (platform id), or an album it is a part of, back; as by `hold`. */
  holding(at: Address, message: string): Promise<Draft[]>
}
