import type { Address } from '../adapter.ts'
import type { PersonId } from '../domain/person.ts'
import type { Text } from '../domain/text/text.ts'
import type { Enclosure } from '../domain/ticket/enclosure.ts'
import type { Message } from '../domain/ticket/message.ts'

/** What was said in tickets, its earlier readings, its twins and the reactions on them. */
export interface Messages {
  insert(message: Message): Promise<void>
  byId(id: string): Promise<Message | undefined>
  /** Keeps the reading before as a revision. */
  revise(id: string, text: Text, at: Date): Promise<void>
  /** It holds these now, besides its words. */
  enclose(id: string, enclosures: readonly Enclosure[]): Promise<void>
  /** The reading before this one; undefined where it was never edited. */
  readingBefore(id: string): Promise<Text | undefined>
  /** What somebody sent to a requester last, in any ticket, since then: an answer, or a note they sent after all. */
  lastSentBy(author: PersonId, since: Date): Promise<Message | undefined>
  /** Has the requester been answered in this ticket later than then? */
  answeredAfter(ticketId: string, at: Date): Promise<boolean>
  setKind(id: string, kind: Message['kind'], side?: Message['side']): Promise<void>
  remove(id: string, at: Date): Promise<void>
  /** This message and what its author said in the ticket after it, in order; without what was deleted. */
  saidFrom(message: Message): Promise<Message[]>
  /** The last so many of a ticket, oldest first, notes too (or of one kind); without what was deleted or kept from everybody. */
  lastOf(ticketId: string, most: number, kind?: Message['kind']): Promise<Message[]>
  /** When the latest message of the ticket was written, of those by this author and those written in the same chat. */
  latestBeside(ticketId: string, author: PersonId, at: Address | undefined): Promise<Date | undefined>
  /** The same of the newest ticket of a requester that is not closed, nor resolved before `since`: before it is known which one they mean. */
  latestInNewest(
    person: PersonId,
    since: Date,
    at: Address,
  ): Promise<{ ticketId: string; latest: Date | undefined } | undefined>
  addTwin(twin: Twin): Promise<void>
  twinAt(address: Address, platformMessageId: string): Promise<Twin | undefined>
  twinsOf(messageId: string): Promise<Twin[]>
  /** What this part of an album says now. */
  reword(twin: Twin, words: Text): Promise<void>
  /** Somebody's emoji on a twin, put there or taken away. */
  react(reaction: Reaction, at: Date): Promise<void>
  unreact(reaction: Reaction): Promise<void>
  /** All that stand on a message's twins, the newest last. */
  reactionsOn(messageId: string): Promise<Reaction[]>
  /** The original belongs to another message from now on. */
  forgetTwin(twin: Twin): Promise<void>
}

/** One message as one platform has it; a card or sentence of ours has no `messageId`, an original no `deliveryId`. */
export interface Twin {
  platform: Address['platform']
  account: string
  chat: string
  platformMessageId: string
  ticketId: string
  messageId: string | null
  role: 'original' | 'copy' | 'card' | 'sentence'
  deliveryId: string | null
  contentHash: string | null
  /** Of a part of an album: what it says by itself, with the mark it bears; null: no part, or kept before that was. */
  words: Text | null
}

/** An emoji on one of a message's twins. */
export interface Reaction {
  messageId: string
  personId: PersonId
  platform: Address['platform']
  account: string
  chat: string
  sign: string
}
