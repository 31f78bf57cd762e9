import type { Delivered, Delivery } from './adapter/deliveries.ts'
import type { Earlier, Inbound, RawEvent, Source } from './adapter/inbound.ts'
import type { Address, PersonAddress, Platform, Profile } from './adapter/places.ts'
import type { Answer, PageQuestion, Question } from './adapter/questions.ts'

export * from './adapter/capped.ts'
export * from './adapter/carry-time.ts'
export * from './adapter/clean.ts'
export * from './adapter/deliveries.ts'
export * from './adapter/inbound.ts'
export * from './adapter/light-fetch.ts'
export * from './adapter/places.ts'
export * from './adapter/questions.ts'

/**
 * The door both sides agree on. An adapter knows one platform and nothing of tickets; the core knows tickets and
 * no platform. In: `receive` (durable) and `ask` (read-only). Out: `deliver`. Between them: these shapes.
 */

/** What the core offers an adapter. */
export interface Door {
  /** Returns once every row is committed (a row already there counts). Throws: do not acknowledge, the platform retries. */
  receive(raws: RawEvent[]): Promise<void>
  ask(question: Question | PageQuestion): Promise<Answer>
  /** The platform did not tell us what happened between these, by its own word: its history is asked. Throws as `receive` does. */
  dropped(gap: Gap): Promise<void>
}

/** A time of which a platform told us nothing, by its hours. */
export interface Gap {
  platform: Platform
  account: string
  from: Date
  until: Date
}

/** How much one chat (or the whole account) takes: `burst` at once, then one every `everyMs`. */
export interface Budget {
  burst: number
  everyMs: number
}

/** A command as the platform's menu shows it, per language (the first entry, without one, is for everybody else). */
export interface CommandMenu {
  /** In private chats (default), in groups, or in one chat alone. */
  where?: 'private' | 'groups' | { chat: string } | undefined
  language?: string | undefined
  commands: { name: string; description: string }[]
}

/** A set of people a desk file names: `usergroup` S…, or the members of a private channel. */
export type GroupRef = { kind: 'usergroup'; id: string } | { kind: 'channel'; id: string }

/** A message in a thread, by the platform's ids. */
export interface ThreadMessage {
  chat: string
  thread: string
  message: string
}

/** A message of a ticket as far as we know it: what became of it meanwhile is told by what is different now. */
export interface KnownMessage extends ThreadMessage {
  /** Somebody's own, not our copy of it. */
  original: boolean
  /** `who` by the platform's id. */
  reactions: { who: string; sign: string }[]
}

/**
 * What to look for in a platform's history: everything people said since then in these chats and threads, and what they
 * did to messages that were known.
 */
export interface Missed {
  since: Date
  /** The desk's hour: what history has no time for is done now. */
  now: Date
  /** Messages of these threads, said no earlier than `knownFrom`. */
  known: readonly KnownMessage[]
  knownFrom: Date
  /** Emoji that ask for a ticket, by the platform's names: on what is of a ticket already they are no news. */
  raising: ReadonlySet<string>
  /** Whole channels; those of people who write to us alone are found by the adapter. */
  chats: readonly string[]
  threads: readonly { chat: string; thread: string }[]
  signal: AbortSignal
}

export interface HttpRoute {
  path: string
  /** Answers a POST. Never throws: what fails is an answer of 4xx or 5xx. */
  handle(request: Request): Promise<Response>
}

/** A file fetched, or why there is none and never will be. */
export type Fetched =
  | { name?: string | undefined; mediaType?: string | undefined; body: AsyncIterable<Uint8Array> }
  | { refused: 'gone' | 'too-big' | 'not-a-file' }

/** More than this is not fetched (bytes). Telegram gives a bot 20 MB at most (platforms.md §B2), Slack more. */
export const FILE_MAX_BYTES = 200 * 1024 * 1024

/** What we are about: writing, or bringing pictures or other files over. */
export type Busy = 'typing' | 'photo' | 'file'

/** A platform. `README.md` in `adapters/` says how to add one. */
export interface Adapter {
  readonly platform: Platform
  /** Slack team id, Telegram bot id; known after `start`. */
  readonly account: string
  /**
   * Whether people's own chats with us may have topics, one per ticket; known after `start`. Telegram's bots have that
   * switched on at @BotFather (`getMe.has_topics_enabled`); switched on later, it counts from the next start.
   */
  readonly privateTopics?: boolean
  readonly routes: HttpRoute[]
  /** Learns who we are (with retries), then lets events in. Rejects only where the token is refused. */
  start(door: Door, menus: CommandMenu[]): Promise<void>
  /** Stops letting events in; resolves when none is half way. */
  stop(): Promise<void>
  /** What a stored `body` means. Pure; throws on what it cannot read (the row is parked after five tries). */
  read(body: unknown): Inbound[]
  /** Sends one thing. Rejects with a `DeliveryFault` only. */
  deliver(delivery: Delivery): Promise<Delivered>
  /**
   * Shows people that something is on its way to them: a courtesy, never owed, never rejects. Telegram shows it for five
   * seconds or until the next message. Slack has no such call for bots, and tells them of nobody's typing (its Events API
   * has no such event), as Telegram tells them of nobody's: so agents are shown nothing of the kind.
   */
  showBusy?(at: Address, doing: Busy): Promise<void>
  /** After an unclear end: was this `post` accepted? `unknowable` where the platform has no means to tell. */
  find(delivery: Delivery, since: Date): Promise<Delivered | 'absent' | 'unknowable'>
  /** Who somebody is; cached for 60 s at most. Undefined where the platform does not know them. */
  profile(who: PersonAddress): Promise<Profile | undefined>
  /**
   * Ids of a group's people; empty for a channel that is not private. A platform that cannot list them (Telegram) says
   * it of `who` alone. Cached for 60 s at most; rejects when in doubt.
   */
  members(group: GroupRef, who?: string): Promise<ReadonlySet<string>>
  /** What the chat takes, and what the account takes over all chats. */
  budget(chat: string): { chat: Budget; account: Budget }
  /** A message as it reads now; undefined where it is not there, or not for us to see. Rejects where it cannot be asked. */
  fetchMessage(chat: string, message: string): Promise<Source | undefined>
  /** Do people of other companies read this chat (Slack Connect)? Rejects where it cannot be asked. */
  strangersIn(chat: string): Promise<boolean>
  /**
   * What people said in a message's thread before it, the newest `most`; without what bots and we ourselves said.
   * `reader` (platform id): who wants to see it, and must be able to there; undefined where the platform does not know
   * them. Rejects where it cannot be asked now.
   */
  fetchEarlier(of: ThreadMessage, most: number, reader?: string): Promise<Earlier>
  /**
   * What was said and done while nobody listened, from the platform's own history: rows as if it had just been told, each chat's in
   * its order, under the natural keys they would have had. Waits as long as the platform asks for; what it does not show
   * us is left out. Absent where the platform keeps what nobody fetched (Telegram, 24 hours). Rejects where it cannot be
   * asked now.
   */
  missed?(of: Missed): AsyncIterable<RawEvent[]>
  /** Whether the platform can reach us now, where that is known here (Socket Mode); otherwise true while it runs. */
  readonly hears?: boolean
  /**
   * A file, as it comes, from the platform's own hosts only; `FILE_MAX_BYTES` at most. Rejects with a `DeliveryFault`
   * where it is worth another try.
   */
  fetchFile(id: string): Promise<Fetched>
  /** A link that opens a chat with us and gives us these words (`A-Z a-z 0-9 _ -`, 64 at most); undefined where there are none (platforms.md §B3). */
  startLink(parameter: string): string | undefined
  /** A link to a message, or undefined where the platform has none. */
  permalink(chat: string, message: string): Promise<string | undefined>
}
