import type { Address, Delivered, PersonAddress, RawEvent } from '../adapter.ts'
import type { Person, PersonId } from '../domain/person.ts'
import type { Text } from '../domain/text/text.ts'
import type { RecordedEvent } from '../domain/ticket/events.ts'
import type { Message } from '../domain/ticket/message.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Deliveries, OwedRow } from './deliveries.ts'
import type { Digests, Quiet } from './digests.ts'
import type { Draft } from './drafts.ts'
import type { Dues } from './dues.ts'
import type { Erasing } from './erasing.ts'
import type { FileRows } from './files.ts'
import type { Forgetting } from './forgetting.ts'
import type { Installation } from './installation.ts'
import type { Listening } from './listening.ts'
import type { MovedClock } from './moved-clock.ts'
import type { Organisations } from './organisations.ts'
import type { DueTime, Rulebook, Times } from './promises.ts'
import type { Queues } from './queues.ts'
import type { Reports } from './report.ts'
import type { Blocks, Counts } from './restraint.ts'
import type { Rota } from './rota.ts'
import type { Search } from './search.ts'

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

/** Two changes met on one ticket, and this one came second: the transaction runs again. */
export class LostRace extends Error {
  constructor(ticketId: string) {
    super(`lost race on ticket ${ticketId}`)
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
  inbox: {
    /** Locks the row if it is still waiting and first of its lane; false: somebody else has it. */
    hold(id: string): Promise<boolean>
    done(id: string, outcome: string): Promise<void>
    /** The bodies of the other rows of its album that wait, in their order; they are done with it. */
    takeAlbum(row: Pick<InboxRow, 'id' | 'lane'>, album: string): Promise<unknown[]>
    /** It waits for its person to belong to an organisation of the desk; done until then. */
    waitForOrganisation(id: string, person: PersonId, deskId: string): Promise<void>
    /** Not before then: the row, and with it its lane, waits. It counts as no try. */
    postpone(id: string, until: Date): Promise<void>
  }
}

export interface People {
  at(address: PersonAddress): Promise<Person | undefined>
  /** Found by address, or made; a name or language that changed on the platform is taken over. */
  meet(address: PersonAddress, seen: { name: string; language?: string | undefined }): Promise<Person>
  byIds(ids: readonly PersonId[]): Promise<Map<PersonId, Person>>
  /** The language they asked to be spoken to in, whatever their platform says; undefined: what that says. */
  chooseLanguage(person: PersonId, language: string | undefined): Promise<Person>
  /** The one they chose, where they have. */
  chosenLanguage(address: PersonAddress): Promise<string | undefined>
  addresses(person: PersonId): Promise<PersonAddress[]>
  setReachable(address: PersonAddress, reachable: boolean): Promise<void>
  /** False for who has blocked us, and for whom we do not know. */
  isReachable(address: PersonAddress): Promise<boolean>
  /** What the list of commands of their own chat is made of from now on (a hash); null: it is the one of all. */
  keepMenu(address: PersonAddress, print: string | null): Promise<void>
  /** Everybody of this account who has chosen a language and can be reached, and what their list is made of. */
  menusOf(
    account: Omit<PersonAddress, 'id'>,
  ): Promise<{ address: PersonAddress; chosenLanguage: string; print: string | null }[]>
}

export interface Tickets {
  insert(ticket: Ticket, times: Times): Promise<void>
  /** Throws `LostRace` where the row is not at `expected` any more. */
  update(ticket: Ticket, times: Times, expected: number): Promise<void>
  /** With what time makes of it. */
  standing(id: string): Promise<{ ticket: Ticket; times: Times } | undefined>
  /** Those of these that there are, by id. */
  standings(ids: readonly string[]): Promise<ReadonlyMap<string, { ticket: Ticket; times: Times }>>
  byId(id: string): Promise<Ticket | undefined>
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
  /** Of an organisation on its desk, newest first: not resolved ones, and those resolved since; without private ones. */
  ofOrganisation(organisation: string, resolvedSince: Date): Promise<Ticket[]>
  /** The ticket of theirs that was closed last, at or after then. */
  lastClosedOf(person: PersonId, since: Date): Promise<Ticket | undefined>
  /** Of these desks, not closed and with this tag; newest first, at most 100. */
  tagged(deskIds: readonly string[], tag: string): Promise<Ticket[]>
  /** What somebody has on hand: assigned to them and not resolved. */
  ofAssignee(person: PersonId): Promise<Ticket[]>
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
  /** One new ticket of this desk that nobody has, locked. */
  lockUnassigned(deskId: string): Promise<Ticket | undefined>
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

export interface Messages {
  insert(message: Message): Promise<void>
  byId(id: string): Promise<Message | undefined>
  /** Keeps the reading before as a revision. */
  revise(id: string, text: Text, at: Date): Promise<void>
  /** The reading before this one; undefined where it was never edited. */
  readingBefore(id: string): Promise<Text | undefined>
  /** What somebody answered a requester last, in any ticket; without what was deleted or taken back. */
  lastReplyOf(author: PersonId): Promise<Message | undefined>
  /** Has the requester been answered in this ticket later than then? */
  answeredAfter(ticketId: string, at: Date): Promise<boolean>
  setKind(id: string, kind: Message['kind']): Promise<void>
  remove(id: string, at: Date): Promise<void>
  /** This message and what its author said in the ticket after it, in order; without what was deleted. */
  saidFrom(message: Message): Promise<Message[]>
  /** The last so many of a ticket, oldest first, notes too (or of one kind); without what was deleted or kept from everybody. */
  lastOf(ticketId: string, most: number, kind?: Message['kind']): Promise<Message[]>
  /** When the latest message of the ticket was written, of those by this author and those written in the same chat. */
  latestBeside(ticketId: string, author: PersonId, at: Address | undefined): Promise<Date | undefined>
  addTwin(twin: Twin): Promise<void>
  twinAt(address: Address, platformMessageId: string): Promise<Twin | undefined>
  twinsOf(messageId: string): Promise<Twin[]>
  /** Somebody's emoji on a twin, put there or taken away. */
  react(reaction: Reaction, at: Date): Promise<void>
  unreact(reaction: Reaction): Promise<void>
  /** All that stand on a message's twins, the newest last. */
  reactionsOn(messageId: string): Promise<Reaction[]>
  /** The original belongs to another message from now on. */
  forgetTwin(twin: Twin): Promise<void>
}

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

export interface Drafts {
  save(draft: Draft): Promise<void>
  byId(id: string): Promise<Draft | undefined>
  /** The open draft the person has in this chat, newest. */
  openIn(person: PersonId, chat: string): Promise<Draft | undefined>
}

/** What a button means; `act` is a word of `acts/buttons.ts`. */
export interface Button {
  id: string
  act: string
  ticketId: string | null
  draftId: string | null
  messageId: string | null
  argument: string | null
}

export interface Buttons {
  keep(buttons: readonly Button[]): Promise<void>
  byId(id: string): Promise<Button | undefined>
}

/* ------------------------------------------------------------------ queues, outside a unit */

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

export interface InboxQueue {
  /** Inserts what is new in one statement; what is already there counts as received. Returns how many were new. */
  receive(raws: readonly RawEvent[]): Promise<number>
  /** The first waiting row of each lane that is ready, oldest first; of these platforms only, so many of each. */
  heads(most: number, platforms: readonly string[]): Promise<InboxRow[]>
  /** Again in `ms`, without counting a try. */
  postpone(id: string, ms: number): Promise<void>
  /** A row could not be handled: again later, or parked after the fifth try. */
  failed(id: string, error: string): Promise<'again' | 'parked'>
  parked(): Promise<{ id: string; platform: string; outcome: string | null; receivedAt: Date; tries: number }[]>
  /** A parked row (or all) waits again as if never tried; returns how many did. */
  replay(which: { id: string } | 'all'): Promise<number>
}

/** The message a delivery edits or deletes, as it was sent. */
export interface Target {
  message: string
  also: readonly string[]
  bearsFiles: boolean
}

/** A row a lane is to send, and where to. */
export interface Claimed {
  row: OwedRow
  chat: string
  thread: string | null
  /** Of the place it goes to, where that was looked at. */
  side?: Place['side']
  /** It is for agents alone, and people of another company read where it goes, as any process was told. */
  strangersRead?: boolean
  /** It is to be said in a topic that its place had and has no more: the chat goes on under another id. */
  topicLost?: boolean
  /** Calls to this platform got no answer lately, so that one is worth telling. */
  troubled: boolean
}

/** What a lane's claim found. */
export type Claim =
  | ({ found: 'send'; target: Target | null } & Claimed)
  /** A row that a process which is no more may or may not have sent. */
  | ({ found: 'recover' } & Claimed)
  | { found: 'wait'; until: Date }
  | { found: 'nothing' }

/** A lane somebody would send in, with what its chat takes. */
export interface LaneAsked {
  lane: string
  burst: number
  everyMs: number
}

/** What is to be sent now. */
export interface Taken extends Claimed {
  lane: string
  target: Target | null
  /** Nothing hangs on it but its own row: it is no topic and bears no receipt, so `sentPlainly` may have it. */
  plain: boolean
  /** It makes its place: where its chat turns out to be another, `Deliveries.sent` has more to do. */
  root: boolean
}

/** When it was written down as sent (the desk's clock), and whether more is owed in its lane. */
export interface Marked {
  at: Date
  more: boolean
}

export interface LaneQueue {
  /** Lanes with something pending or half sent that need not be quiet. */
  waiting(): Promise<string[]>
  /**
   * Of these those `take` cannot help: somebody died in it, something there waits for what will never be, or its platform
   * is in trouble. Of a platform that is away one, which may try whether it is back, however many wait for it.
   */
  stuck(lanes: readonly string[], holder: string): Promise<string[]>
  /** Takes the lane and its first ready row, in one transaction; one send is in flight per lane. */
  claim(lane: string, holder: string, budget: { burst: number; everyMs: number }): Promise<Claim>
  /**
   * The same for many lanes in one statement: of each that is free, not quiet and has something ready, its first row. None
   * is among them that somebody died in or whose platform gave no answer lately: `claim` is for those.
   */
  take(asked: readonly LaneAsked[], holder: string): Promise<Taken[]>
  /** Accepted: what `Deliveries.sent` writes, of what is `plain`. Calls at the same time share one commit. */
  sentPlainly(row: OwedRow, delivered: Delivered): Promise<Marked>
  /** Whether this chat, or its whole account, wants quiet now. */
  isQuiet(at: Address): Promise<boolean>
  /** Quiet for the whole account. */
  parkAccount(at: Pick<Address, 'platform' | 'account'>, until: Date): Promise<void>
  /**
   * A call to this account got no answer. After several in a row, over all its lanes and replicas, the platform is away:
   * only one lane tries it, every 15 s, until it answers (reliability.md R8). The other platforms' lanes know nothing of it.
   * True where it is this call that makes it count as away.
   */
  unanswered(at: Pick<Address, 'platform' | 'account'>): Promise<boolean>
  /** It answered: all its lanes go on. True where calls without an answer had been counted. */
  answered(at: Pick<Address, 'platform' | 'account'>): Promise<boolean>
}

export interface Leases {
  /** True while `holder` has it; false: somebody else alive does. Renewed by asking again. */
  hold(name: string, holder: string, forMs: number): Promise<boolean>
  release(name: string, holder: string): Promise<void>
}
