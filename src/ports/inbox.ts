import type { Address, RawEvent } from '../adapter.ts'
import type { PersonId } from '../domain/person.ts'

/** One platform event to be handled, after those before it in its `lane`; `body`: as it was sent, unread. */
export interface InboxRow {
  id: string
  platform: Address['platform']
  account: string
  lane: string
  body: unknown
  occurredAt: Date
  receivedAt: Date
  /** When it was let in, where it had to wait for that: it counts as said then. */
  admittedAt: Date | null
  tries: number
}

/** What became of what came in, and what is to be done about it: every row is a head, or its lane is in `behind` or `held`. */
export interface Received {
  /** How many rows were new. */
  fresh: number
  /** New, ready, and nothing of their lanes waits before them: as `heads` would find them in this moment. `hold` has the last word. */
  heads: InboxRow[]
  /** Lanes in which something else is ready, or was there already. */
  behind: string[]
  /** Lanes in which something waits for what was said before it (`holdMs`). */
  held: string[]
}

/** What a look at the inbox found. */
export interface Heads {
  /** To be heard here. */
  rows: InboxRow[]
  /** Lanes that were asked for whose first row is left to another process. */
  elsewhere: string[]
}

/** The inbox as the door and the worker have it, each call for itself; within a transaction it is `InboxRows`. */
export interface InboxQueue {
  /** From now on what is received here is left to this process, as its lease names it, while that runs. */
  heardBy(holder: string): void
  /** What is received from now on, and what waits of ours, is anybody's. */
  leave(): Promise<void>
  /** Inserts what is new in one statement; what is already there counts as received. */
  receive(raws: readonly RawEvent[]): Promise<Received>
  /**
   * The first waiting row of each lane that is ready, oldest first; of these platforms only, so many of each; not of lanes
   * in hand, nor what is left to another process that lives. Of lanes that are looked for, that is told.
   */
  heads(
    most: number,
    platforms: readonly string[],
    lanes?: { inHand?: readonly string[]; lookedFor?: readonly string[] },
  ): Promise<Heads>
  /** Again in `ms`, without counting a try. */
  postpone(id: string, ms: number): Promise<void>
  /**
   * A row could not be handled: again later, or parked after the fifth try. What befell the database is not its fault, and
   * counts for no try, however long it lasts.
   */
  failed(id: string, error: unknown): Promise<'again' | 'parked' | 'not-its-fault'>
  parked(): Promise<{ id: string; platform: string; outcome: string | null; receivedAt: Date; tries: number }[]>
  /** A parked row (or all) waits again as if never tried; returns how many did. */
  replay(which: { id: string } | 'all'): Promise<number>
}

/** Rows of the inbox, as whoever handles them has them in a unit. */
export interface InboxRows {
  /** Locks the row if it is still waiting and first of its lane; false: somebody else has it. */
  hold(id: string): Promise<boolean>
  done(id: string, outcome: string): Promise<void>
  /** What became of what had this natural key; undefined: it has not been heard, or it is not known any more. */
  outcomeOf(at: Pick<Address, 'platform' | 'account'>, naturalKey: string): Promise<string | undefined>
  /** The bodies of the other rows of its album that wait, in their order; they are done with it. */
  takeAlbum(row: Pick<InboxRow, 'id' | 'lane'>, album: string): Promise<unknown[]>
  /** It waits for its person to belong to an organisation of the desk; done until then. */
  waitForOrganisation(id: string, person: PersonId, deskId: string): Promise<void>
  /** Over a limit, so not before then: the row, and with it its lane, waits. It counts as no try, and as no standstill. */
  postpone(id: string, until: Date): Promise<void>
}
