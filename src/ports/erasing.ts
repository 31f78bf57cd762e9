import type { PersonId } from '../domain/person.ts'

/** Somebody whose data an operator looks for. */
export interface Named {
  id: PersonId
  name: string
}

/** All there is of a person, by table; a row is what stands there. Times: UTC, ISO 8601. */
export type Holdings = Readonly<Record<string, readonly Record<string, unknown>[]>>

/** A post of ours that shows what is to be forgotten. */
export interface Copy {
  id: string
  ticketId: string
  messageId: string | null
  placeId: string | null
  platform: string
  account: string
  chat: string
  sentAt: Date
  act: 'post' | 'topic'
  /** The first post of a place is edited, for a conversation hangs on it; others are deleted. */
  root: { key: string } | null
}

/**
 * What belongs to a person: who they are and where, the tickets they asked for with everything said there, and their own
 * words everywhere else (GDPR art. 15, 17, 20; reliability.md P1, P2).
 */
export interface Erasing {
  /** `slack:U0…`, `telegram:8001`, or our own id. */
  find(named: string): Promise<Named | undefined>
  holdings(person: PersonId): Promise<Holdings>
  /** Tickets they ask or asked for. */
  tickets(person: PersonId): Promise<string[]>
  /** Other tickets in which they have done something. */
  ticketsBeside(person: PersonId): Promise<string[]>
  /** What they wrote outside of their own tickets. */
  messagesBeside(person: PersonId): Promise<string[]>
  /** Posts of ours that are out and show the words of these messages, or anything of these tickets; not those taken back already. */
  copies(ticketIds: readonly string[], messageIds: readonly string[]): Promise<Copy[]>
  /** Everything of the person but tickets and messages: name, drafts, raw events, what was to be sent to them. */
  person(person: PersonId): Promise<void>
  /** Does anything about them still wait to be taken back on a platform? */
  owed(person: PersonId): Promise<number>
  /** The platforms' ids of them, last of all: what is owed needs them. */
  addresses(person: PersonId): Promise<void>
}
