import type { Address, Delivered, Delivery, Receipt, Sign } from '../adapter.ts'
import type { PersonId } from '../domain/person.ts'
import type { Message } from '../domain/ticket/message.ts'
import type { Content } from './content.ts'

/** How soon a delivery goes, lower first (design.md §1): people's words and the desk's sentences, cards, digests. */
export const ranks = { words: 0, sign: 3, card: 5, digest: 9 } as const

/** Something owed. Ids are made by the caller so that others may wait for it (`after`) or change it (`of`). */
export interface Owed {
  id: string
  ticketId: string | null
  messageId?: string | null
  placeId?: string | null
  to: Address
  class: 'must-arrive' | 'must-not-double'
  rank: number
  act: Delivery['act']
  content: Content | null
  person?: string | null
  /** Of a whisper: the platform's short-lived way to answer. Of a `finish`: the run of the workflow's step. */
  via?: string | null
  of?: string | null
  after?: string | null
  replyTo?: string | null
  part?: number
  /** The message (platform id) it is about, where that is not one of ours: what somebody wrote, to react to or to delete. */
  target?: string | null
  sign?: Sign | null
}

/** How far an agent's words have got on their way to the requester. */
export interface Course {
  ticketId: string
  kind: Message['kind']
  deleted: boolean
  /** Where they were written. */
  original: { at: Address; message: string }
  /** The newest thing owed for each part of each copy on the requester's side. */
  copies: { act: Owed['act']; state: OwedRow['state'] }[]
  /** The receipt shown on them, or about to be; `pending`: its delivery, not sent yet. */
  shown: { receipt: Receipt | null; former: Receipt | null; pending: string | null }
}

/** An agent's words that have waited for long. */
export interface Waiting {
  messageId: string
  ticketId: string
  authorId: PersonId
  /** How long the platform wants quiet from now on (seconds); null where it does not say, but does not answer either. */
  quietForSeconds: number | null
}

/** A post, as far as whoever changes it or takes it back must know it. */
export interface Posted {
  id: string
  /** What it is a copy of; null: a card or a sentence. */
  messageId: string | null
  to: Address
  part: number
}

export interface Deliveries {
  /** An edit of rank `card`, or a topic's new name or state, replaces an older one that has not gone out. */
  owe(owed: readonly Owed[]): Promise<void>
  /** The posts made for a message (its copies), by part; without those that were, or are to be, taken back. */
  postsOf(messageId: string): Promise<
    (Posted & {
      placeId: string | null
      state: string
      bearsFiles: boolean
      /** Our ids of them. */
      files: string[]
    })[]
  >
  /** Everything posted in a place, or still to be; without what was, or is to be, taken back. */
  postsAt(placeId: string): Promise<Posted[]>
  byId(id: string): Promise<OwedRow | undefined>
  /**
   * Is a post (or a topic) to this chat, or to this person's own, under way or unclear? Then a thread nobody knows may be its own:
   * the platform shows a message before we have written down that it does.
   */
  underWay(at: Address, person: PersonId, act: 'post' | 'topic'): Promise<boolean>
  /** Accepted: the row, the twin and (for a root) the place's thread are written together. */
  sent(row: OwedRow, delivered: Delivered): Promise<void>
  /**
   * Not now: the lane is quiet until then, and counts a fault. `sending` where the platform may have it already:
   * the next claim looks it up (`recover`) before anything is sent again.
   */
  later(row: OwedRow, code: string, until: Date, state: 'pending' | 'sending'): Promise<void>
  /**
   * Never, or nobody knows, or (`superseded`) another is owed in its place. What waits for it (`after`, `of`) falls with
   * it; returns how many did.
   */
  settle(row: OwedRow, state: 'failed' | 'unknown' | 'superseded', code: string): Promise<number>
  /** Tickets of these desks with words that got nowhere and that nobody has been told of yet, at most so many. */
  undelivered(deskIds: readonly string[], most: number): Promise<{ ticketId: string; posts: number; upTo: number }[]>
  /** How many posts of this ticket's words got nowhere. */
  undeliveredOf(ticketId: string): Promise<number>
  /** These posts, in the order in which they were owed; from now on they count as sent again. */
  takeUndelivered(ticketId: string): Promise<OwedRow[]>
  /**
   * A ticket's thread among agents whose first post, or the topic for it, the platform refused is owed once more, with all
   * that fell with it, in its order: the right to make topics may be back, the bot in the channel again. A minute after it was
   * refused, then after two, four, and in the end every 16; of one chat a few at a time, and only of tickets of these desks
   * that are open. Returns how many.
   */
  tryPlacesAgain(deskIds: readonly string[], now: Date): Promise<number>
  /**
   * Did what was owed to the requester at this time or later, and must not be said twice, fail to arrive for certain, and
   * have they not been told since, or in another of their places?
   */
  unreached(ticketId: string, since: Date): Promise<boolean>
  /**
   * Did an agent's words, owed to the requester at this time or later, fail to arrive for certain, and none said after
   * them has arrived? Not what was taken back.
   */
  answerUnreached(ticketId: string, since: Date): Promise<boolean>
  /**
   * How far a message has got that an agent wrote in chat; undefined for any other. The message is locked: two who
   * learn of its copies at a time owe one receipt after the other.
   */
  courseOf(messageId: string): Promise<Course | undefined>
  /** Messages of agents whose copies have waited since before then, and bear no receipt of that yet. */
  waitingSince(before: Date, most: number): Promise<string[]>
  /** Messages of agents whose copies fell with another after then, and bear no receipt of that yet. */
  fallenSince(after: Date, most: number): Promise<string[]>
  /** Words that have waited since before then because their lane is quiet; once per ticket and lane while any of them waits. */
  heldUpSince(before: Date, most: number): Promise<Waiting[]>
  /**
   * Of what is being sent, what it brings can be had in part: it says this from now on. With late content it goes by the
   * lane of its chat for such, and waits there. Returns whether it was so: another process may be at it by now.
   */
  lessen(row: OwedRow, content: Content): Promise<boolean>
  /**
   * Not to be sent any more: something newer says the same, or it was taken back. Nor are the changes of it that wait for
   * it. Returns whether it was still waiting; what is on its way, or has arrived, stays as it is.
   */
  supersede(id: string): Promise<boolean>
  /**
   * What has not gone out says this from the first, and keeps its files and what it answers. Returns whether it was still
   * waiting; what is on its way, or has arrived, stays as it is.
   */
  rephrase(id: string, content: Content): Promise<boolean>
  /** Everything still owed in a place waits for another first message from now on. */
  waitForRoot(placeId: string, rootDeliveryId: string): Promise<void>
  /** Was a change of one of these posts owed after this one, and has not come to a bad end? */
  changedSince(posts: readonly string[], change: OwedRow): Promise<boolean>
  /** What a post shows now: its own content, or that of its latest edit. */
  shownBy(id: string): Promise<Content | undefined>
  /** What was posted in a place is gone with its topic: nothing of it is edited or taken back any more, also what was still to be. */
  forgetPosts(placeId: string): Promise<void>
  /** What waited for this goes without it from now on. */
  waitNoLonger(id: string): Promise<void>
  /** Again at once, the same row, not in a topic of its chat but in the chat itself. */
  outOfTopic(row: OwedRow): Promise<void>
  /**
   * A chat goes on under another id: places and what is still to be said there move to it. What stands in the old one
   * stays behind, with its topics: ids there are those of other messages here, so nothing of it is edited or taken back.
   * Of what is on its way only `refused` moves: anything else may have arrived, or is refused in its turn.
   */
  rehome(from: Omit<Address, 'thread'>, chat: string, refused?: OwedRow): Promise<void>
  /** All chats that ever went on under another id: old id → new one. */
  movesOf(at: Pick<Address, 'platform' | 'account'>): Promise<ReadonlyMap<string, string>>
}

/** A delivery as the relay sees it. */
export interface OwedRow extends Owed {
  seq: number
  lane: string
  state: 'pending' | 'sending' | 'sent' | 'failed' | 'unknown' | 'superseded'
  tries: number
  sentChat: string | null
  sentMessageId: string | null
  fault: string | null
  owedAt: Date
  triedAt: Date | null
}
