import type { BotCommand, InlineKeyboardMarkup, MessageEntity, ReplyKeyboardMarkup, Update } from 'grammy/types'
import type { Keep } from '../keep.ts'
import { AGENTS_GROUP } from './seed.ts'
import { Shelf } from './shelf.ts'
import type { Action, Person, Topic } from './world.ts'

/** Everything this Telegram remembers. One bot, a few people, their chats. */
export interface State {
  readonly bot: Person
  /** Unix ms with the clock's offset. */
  readonly now: () => number
  readonly people: Shelf<Person>
  readonly chats: Shelf<KeptChat>
  readonly messages: Shelf<KeptMessage>
  readonly files: Shelf<KeptFile>
  readonly updates: Shelf<KeptUpdate>
  readonly queries: Shelf<KeptQuery>
  readonly commands: Shelf<KeptCommands>
  /** Names, descriptions, the menu button: by what and language. */
  readonly profile: Shelf<string>
  readonly settings: Shelf<Settings>
  /** The messages of each chat in the order they came: what `messages` holds, found quickly. */
  readonly byChat: Map<number, KeptMessage[]>
  /** "typing…" and the like, newest last: seen for a moment, never kept. */
  readonly actions: KeptAction[]
  /** Tells listeners that people see something else now. */
  readonly changed: () => void
}

export interface KeptChat {
  id: number
  type: 'private' | 'supergroup'
  title: string
  /** Telegram's own people ids, without the bot. */
  members: number[]
  /** Who made a group. */
  owner?: number
  blocked: boolean
  forum: boolean
  /** A group where the bot may not manage topics. */
  topicsAreTheirs?: boolean
  /** A group where the bot may not delete what others wrote. */
  mayNotDelete?: boolean
  /** A public group's name: anybody may join it. */
  username?: string
  topics: (Topic & { colour: number; icon?: string })[]
  /** The supergroup this group became: calls to the old id are told so. */
  movedTo?: number
  keyboard?: ReplyKeyboardMarkup
}

export interface KeptMessage {
  chat: number
  id: number
  /** A person's id or the bot's. */
  from: number
  /** In the name of the group: nobody is told whose it is. */
  anonymous?: true
  /** Unix seconds. */
  date: number
  editDate?: number
  thread?: number
  replyTo?: number
  quote?: string
  album?: string
  /** What makes it this kind of message, as in Telegram's `Message`: `{text, entities}`, `{photo, caption}` … */
  body: MessageBody
  buttons?: InlineKeyboardMarkup
  deleted?: true
  protected?: true
  forwardedFrom?: { id: number; date: number }
  reactions: Record<string, string>
  /** An ephemeral message: nobody else sees it, and on the wire it has the id 0 (Bot API 10.2). */
  onlyFor?: number
}

export interface MessageBody {
  text?: string
  entities?: MessageEntity[]
  caption?: string
  caption_entities?: MessageEntity[]
  /** `photo`, `document`, `forum_topic_created` … */
  [kind: string]: unknown
}

export interface KeptFile {
  id: string
  unique: string
  /** `photos`, `documents` …: the folder of its download path, and the kind it may be sent again as. */
  folder: string
  name?: string
  mime?: string
  size: number
  /** Base64: rows are JSON. */
  bytes: string
}

export interface KeptUpdate {
  update: Update
  /** Its queue: no order is promised between two of them (platforms.md §B2). */
  queue: string
  /** Unix ms after which Telegram forgets it. */
  forgetAtMs: number
}

export interface KeptQuery {
  id: string
  from: number
  atMs: number
  answer?: { text: string; alert: boolean }
}

export interface KeptAction extends Action {
  /** Unix ms: five seconds after it was said, or when the bot has posted what it was busy with. */
  untilMs: number
}

export interface KeptCommands {
  scope: string
  language: string
  commands: BotCommand[]
}

export interface Settings {
  nextUpdate: number
  /** By chat for groups; all private chats share `private`. */
  nextMessage: Record<string, number>
  nextFile: number
  nextQuery: number
  /** Undefined: Telegram's default. */
  allowed?: string[]
  /** Set at @BotFather: private chats with the bot have topics, and people may (`theirs`) make and delete some. */
  topics?: { theirs: boolean }
  webhook?: Webhook
}

export interface Webhook {
  url: string
  secret?: string
  connections: number
  lastError?: { atMs: number; message: string }
}

export async function openState(keep: Keep, botId: number, now: () => number, changed: () => void): Promise<State> {
  const open = <T>(name: string) => Shelf.open<T>(keep, `telegram-${name}`)
  const state: State = {
    bot: { id: botId, first_name: 'Deskhand', username: 'deskhand_bot' },
    now,
    changed,
    people: await open('people'),
    chats: await open('chats'),
    messages: await open('messages'),
    files: await open('files'),
    updates: await open('updates'),
    queries: await open('queries'),
    commands: await open('commands'),
    profile: await open('profile'),
    settings: await open('settings'),
    byChat: new Map(),
    actions: [],
  }
  for (const message of state.messages.values()) shelve(state, message)
  if (!state.settings.has('bot')) settle(state)
  return state
}

/** The one row of settings. */
export function settings(state: State): Settings {
  const row = state.settings.get('bot')
  if (!row) throw new Error('the playground has no settings row')
  return row
}

/** Changes settings and keeps them. */
export function change(state: State, how: (settings: Settings) => void): void {
  const row = settings(state)
  how(row)
  state.settings.set('bot', row)
}

/** Keeps a new message and shows it. */
export function addMessage(state: State, message: KeptMessage): KeptMessage {
  state.messages.set(`${message.chat}:${message.id}`, message)
  shelve(state, message)
  state.changed()
  return message
}

/** Keeps a message changed in place. */
export function keepMessage(state: State, message: KeptMessage): void {
  state.messages.set(`${message.chat}:${message.id}`, message)
  state.changed()
}

/** A message that is still there. */
export function findMessage(state: State, chat: number, id: number): KeptMessage | undefined {
  const message = state.messages.get(`${chat}:${id}`)
  return message?.deleted || message?.onlyFor !== undefined ? undefined : message
}

/** Telegram's next message id for a chat: private chats share one count, each supergroup has its own. */
export function nextMessageId(state: State, chat: number): number {
  const count = chat < 0 ? String(chat) : 'private'
  let id = 0
  change(state, (row) => {
    id = (row.nextMessage[count] ?? 0) + 1
    row.nextMessage[count] = id
  })
  return id
}

/** Unix seconds, as Telegram stamps. */
export function nowSeconds(state: State): number {
  return Math.floor(state.now() / 1000)
}

function shelve(state: State, message: KeptMessage): void {
  const chat = state.byChat.get(message.chat)
  if (chat) chat.push(message)
  else state.byChat.set(message.chat, [message])
}

/** A group's first message says that it was made: General, whose id is that of no other topic. */
export function groupBegins(state: State, chat: number): void {
  change(state, (row) => {
    row.nextMessage[String(chat)] = 1
  })
}

/** Who is there on the first day: two customers who have not written yet, and a forum with two agents. */
function settle(state: State): void {
  state.settings.set('bot', { nextUpdate: 100_001, nextMessage: {}, nextFile: 1, nextQuery: 1 })
  const settlers: Person[] = [
    { id: 7001, first_name: 'Cara', language_code: 'en' },
    { id: 7002, first_name: 'Tom', language_code: 'ru' },
    { id: 7101, first_name: 'Ada', username: 'ada_desk', language_code: 'en' },
    { id: 7102, first_name: 'Bo', username: 'bo_desk', language_code: 'en' },
  ]
  for (const person of settlers) state.people.set(person.id, person)
  state.chats.set(AGENTS_GROUP, {
    id: AGENTS_GROUP,
    type: 'supergroup',
    title: 'Agents',
    members: [7101, 7102],
    owner: 7101,
    blocked: false,
    forum: true,
    topics: [],
  })
  groupBegins(state, AGENTS_GROUP)
}
