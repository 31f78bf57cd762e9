import type { Address } from '../adapter.ts'
import type { PersonId } from '../domain/person.ts'
import type { RecordedEvent } from '../domain/ticket/events.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { DueTime, Times } from './promises.ts'

/** Rows of tickets, with their events and places. Only `changeTicket` writes what a ticket is (design.md §1). */
export interface Tickets {
  insert(ticket: Ticket, times: Times): Promise<void>
  /** Throws `LostRace` where the row is not at `expected` any more. */
  update(ticket: Ticket, times: Times, expected: number): Promise<void>
  /** With what time makes of it. */
  standing(id: string): Promise<{ ticket: Ticket; times: Times } | undefined>
  /** Those of these that there are, by id. */
  standings(ids: readonly string[]): Promise<ReadonlyMap<string, { ticket: Ticket; times: Times }>>
  byId(id: string): Promise<Ticket | undefined>
  /** `key`: as somebody typed it, letters and digits alike. */
  byKey(key: string): Promise<Ticket | undefined>
  /** Newest first: not resolved ones, and those resolved at or after `resolvedSince`. */
  ofRequester(person: PersonId, resolvedSince: Date): Promise<Ticket[]>
  /** Those somebody watches that are not resolved, newest first. */
  ofWatcher(person: PersonId): Promise<Ticket[]>
  /** Those of a desk with a value in one of these fields, newest first; `of`: of one requester, not closed ones of the desk else. */
  planned(
    deskId: string,
    fields: readonly string[],
    which: { of: PersonId | undefined; most: number },
  ): Promise<Ticket[]>
  /**
   * Of an organisation on its desk, newest first: not resolved ones, and those resolved since; without private ones.
   * `count`: how many there are; where it is more than `countedTo`, there are at least so many.
   */
  ofOrganisation(
    organisation: string,
    of: { deskId: string; resolvedSince: Date; most: number; countedTo: number },
  ): Promise<{ first: Ticket[]; count: number }>
  /** The ticket of theirs that was closed last, at or after then. */
  lastClosedOf(person: PersonId, since: Date): Promise<Ticket | undefined>
  /** Of these desks, not closed and with this tag; newest first, at most 100. */
  tagged(deskIds: readonly string[], tag: string): Promise<Ticket[]>
  /** What somebody has on hand: assigned to them and not resolved. */
  ofAssignee(person: PersonId): Promise<Ticket[]>
  /** Whoever has tickets of this desk on hand that are not resolved. */
  holdersOf(deskId: string): Promise<PersonId[]>
  /** One ticket of these desks that is due by this time, locked; another process takes another. */
  lockDue(by: DueTime, now: Date, deskIds: readonly string[]): Promise<Ticket | undefined>
  /** It could not be handled: not due again before then. */
  putOff(id: string, by: DueTime, until: Date): Promise<void>
  /** One ticket of these desks to be judged again, locked. */
  lockStale(deskIds: readonly string[]): Promise<{ ticket: Ticket; times: Times } | undefined>
  /** Ids of the tickets of these desks that are not closed and fall into this share (0-based) of all, at most so many. */
  shareOf(share: number, shares: number, deskIds: readonly string[], most: number): Promise<string[]>
  /** This one, locked; undefined where it is not, or somebody else has it. */
  lockStanding(id: string): Promise<{ ticket: Ticket; times: Times } | undefined>
  /** This one, locked as soon as whoever has it is done: what is read after it is as they left it. */
  lock(id: string): Promise<Ticket | undefined>
  /** Judged again: the times alone, for nothing happened to the ticket. */
  rejudge(id: string, times: Times): Promise<void>
  /**
   * One new ticket of this desk that nobody has, locked; none that is snoozed, and none that is private, for whoever has
   * it may read it.
   * @param where only one that is worked on on one of these platforms
   */
  lockUnassigned(deskId: string, where?: readonly Address['platform'][]): Promise<Ticket | undefined>
  record(ticketId: string, events: readonly RecordedEvent[]): Promise<void>
  history(ticketId: string): Promise<RecordedEvent[]>
  addPlace(place: Place): Promise<void>
  places(ticketId: string): Promise<Place[]>
  /** The place whose thread (or, without threads, chat) this is; of several the one that is open. */
  placeAt(address: Address): Promise<Place | undefined>
  setOpen(placeId: string, open: boolean): Promise<void>
  movePlace(
    id: string,
    to: Partial<Pick<Place, 'chat' | 'thread' | 'rootDeliveryId' | 'topicDeliveryId'>>,
  ): Promise<void>
  /** How many tickets that are not resolved are worked on in each of these channels; none where none is. */
  openIn(at: Omit<Address, 'chat' | 'thread'>, chats: readonly string[]): Promise<ReadonlyMap<string, number>>
}

/** Where a ticket is talked about. */
export interface Place {
  id: string
  ticketId: string
  side: 'requester' | 'triage'
  platform: Address['platform']
  account: string
  chat: string
  thread: string | null
  rootDeliveryId: string | null
  /** What makes its topic, where a thread must be made first (`traits.topics`); the root waits for it. */
  topicDeliveryId?: string | null
  /** Whose own chat it is; null: a channel. */
  personId: PersonId | null
  /** False: nothing is told here any more. */
  open: boolean
}
