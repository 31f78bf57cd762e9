import type { Address, PersonAddress } from '../adapter.ts'
import type { Buttons } from './buttons.ts'
import type { Deliveries } from './deliveries.ts'
import type { Digests, Quiet } from './digests.ts'
import type { Drafts } from './drafts.ts'
import type { Dues } from './dues.ts'
import type { Erasing } from './erasing.ts'
import type { FileRows } from './files.ts'
import type { Forgetting } from './forgetting.ts'
import type { InboxQueue, InboxRows } from './inbox.ts'
import type { Installation } from './installation.ts'
import type { LaneQueue } from './lanes.ts'
import type { Leases } from './leases.ts'
import type { Listening } from './listening.ts'
import type { Messages } from './messages.ts'
import type { MovedClock } from './moved-clock.ts'
import type { Organisations } from './organisations.ts'
import type { People } from './people.ts'
import type { Rulebook } from './promises.ts'
import type { Queues } from './queues.ts'
import type { Reports } from './report.ts'
import type { Blocks, Counts } from './restraint.ts'
import type { Rota } from './rota.ts'
import type { Search } from './search.ts'
import type { Tickets } from './tickets.ts'

export * from './deliveries.ts'

/** What intake, acts and delivery need of the database. `src/store` is the one who has it. */
export interface Store {
  /**
   * One transaction; `unit.now` is the clock read once in it. A lost race (`LostRace`) or a serialisation failure
   * runs `work` again from the start, so it must have no effect outside the unit.
   */
  transaction<T>(work: (unit: Unit) => Promise<T>, ahead?: Ahead): Promise<T>
  /**
   * Works that know nothing of each other, side by side in one transaction: they share its hour, its commit and, where
   * they ask the same kind of thing, its statements. All happen or none: it rejects where one of them does, also with
   * `LostRace`, and each is then better done by itself.
   */
  together<T>(works: readonly ((unit: Unit) => Promise<T>)[], ahead?: Ahead): Promise<T[]>
  inbox: InboxQueue
  lanes: LaneQueue
  leases: Leases
  listening: Listening
  clock: MovedClock
  installation: Installation
  sharedChannels: SharedChannels
  /** A number no ticket of this desk has; numbers may have gaps. Outside any transaction, so that nobody waits. */
  nextNumber(deskId: string): Promise<number>
  /** What may be due on these desks now. */
  dues(deskIds: readonly string[]): Promise<Dues>
}

/**
 * What a transaction will ask first, known before it begins: it is sent in the same breath as the question for the hour
 * and costs no trip of its own. Each answer serves whoever asks for it first; after that the database is asked.
 */
export interface Ahead {
  /** Inbox rows it will hold; held before anything else is read. */
  rows: readonly string[]
  /** Whom it will meet. */
  people: readonly PersonAddress[]
  /** Where something was said. */
  places: readonly Address[]
}

/**
 * Channels that people of another company read (Slack Connect): what one process is told all know as soon as they send,
 * for `Claimed.strangersRead` is read from here.
 */
export interface SharedChannels {
  /** The database's own hour, which orders what two processes are told. */
  hour(): Promise<Date>
  /** `askedAt`: an answer to what was asked later counts, whichever comes first. */
  tell(channel: { platform: Address['platform']; chat: string }, shared: boolean, askedAt: Date): Promise<void>
}

/** Two changes met on one ticket, or one draft, and this one came second: the transaction runs again. */
export class LostRace extends Error {
  /** @param what a word and its id */
  constructor(what: string) {
    super(`lost race on ${what}`)
    this.name = 'LostRace'
  }
}

/**
 * What this needs is on its way and not there yet (the post it answers to is half sent): the row comes again a little
 * later, as often as it takes, and that is no failed try.
 */
export class NotYet extends Error {
  /** How soon it is looked for again (ms). */
  readonly waitMs: number

  constructor(what: string, waitMs = 300) {
    super(`not yet there: ${what}`)
    this.waitMs = waitMs
    this.name = 'NotYet'
  }
}

/** One transaction's view of the tables. */
export interface Unit {
  /** `clock.now()`, read once (design.md §8). */
  readonly now: Date
  people: People
  organisations: Organisations
  tickets: Tickets
  messages: Messages
  deliveries: Deliveries
  drafts: Drafts
  files: FileRows
  buttons: Buttons
  blocks: Blocks
  counts: Counts
  rota: Rota
  rulebook: Rulebook
  digests: Digests
  quiet: Quiet
  reports: Reports
  queues: Queues
  search: Search
  forgetting: Forgetting
  erasing: Erasing
  inbox: InboxRows
}
