import type { MessageEntity, ReactionTypeEmoji } from 'grammy/types'

/**
 * What people in the playground's Telegram do and see. Every doing is an update on its way to the bot (where the bot's
 * `allowed_updates` let it through) and returns at once; `idle()` of the playground waits until the bot has it all.
 *
 * Ids are Telegram's: a private chat's id is the user's id, a group's is negative; message ids grow by one, over all
 * private chats together and per group. All texts and offsets are UTF-16.
 *
 * A person can do only what Telegram would let them: pressing a button that is not on the message, editing somebody
 * else's message, writing into a group without being in it: each throws an `Error` that says why.
 */
export interface TelegramWorld {
  /** The bot itself: id from the token, @deskhand_bot. */
  readonly bot: Person
  /** Everybody there is, without the bot: Cara 7001 `en`, Tom 7002 `ru`, Ada 7101, Bo 7102 and who was added. */
  people(): Person[]
  /** One more customer. Does nothing where the id is known. */
  add(person: Person): void
  /** Sets the language of somebody's app (`pt-br`): their next update says so. */
  speak(user: number, language: string): void
  /** All chats that have begun: private ones once the person has written or pressed Start, and the groups. */
  chats(): Chat[]

  /** Writes a message, to the bot unless `chat` says where. Starting with `/word` it carries a `bot_command` entity. Returns the message id. */
  write(user: number, said: string | Said): number
  /** Presses Start (or follows `t.me/deskhand_bot?start=payload`): writes `/start payload`. Returns the message id. */
  start(user: number, payload?: string): number
  /** Sends something that is not text. Returns the message id. */
  send(user: number, thing: Thing, where?: Where): number
  /** Sends 2 to 10 photos, videos or documents as one album: as many updates, one `media_group_id`. Returns the message ids. */
  album(user: number, things: Thing[], where?: Where): number[]
  /** Edits the text (or the caption) of their own message: an `edited_message`. */
  edit(user: number, message: number, text: string, where?: Where): void
  /** Puts a file, and its caption, in place of what their own message held: an `edited_message`. */
  replace(user: number, message: number, thing: Thing, where?: Where): void
  /** Deletes their own message. Telegram tells a bot nothing about it (platforms.md §B1). */
  erase(user: number, message: number, where?: Where): void
  /** Presses an inline button: a `callback_query`. Returns its id. Throws where the message carries no such button now. */
  press(user: number, message: number, button: { label: string } | { data: string }, where?: Where): string
  /** Presses a button of the reply keyboard shown to them: writes its label (or sends their contact). Returns the message id. */
  tap(user: number, label: string, where?: Where): number
  /** Sets their one reaction to a message (none: takes it back): a `message_reaction`, for bots that asked for it. */
  react(user: number, message: number, emoji: ReactionTypeEmoji['emoji'] | undefined, where?: Where): void
  /** At @BotFather: topics in private chats with the bot, which people may (`theirs`) make and delete themselves; or none. */
  setTopics(topics: { theirs: boolean } | undefined): void
  /** What `setTopics` chose. */
  topics(): { theirs: boolean } | undefined
  /**
   * Makes a topic in one's private chat, where people may. Without a name it is called after nothing, as the app does
   * for a message written outside any topic (`is_name_implicit`). Returns its `message_thread_id`.
   */
  makeTopic(user: number, name?: string): number
  /** Closes a forum's topic, or opens it again: a service message. Throws where it is so already. */
  turnTopic(user: number, chat: number, thread: number, closed: boolean): void
  /** Deletes a topic with all its messages; in a private chat where people may. Telegram tells a bot nothing about it. */
  deleteTopic(user: number, chat: number, thread: number): void
  /** Deletes anybody's message in a group they run. */
  deleteByAdmin(user: number, chat: number, message: number): void
  /** One more forum of people, the first of them its owner. */
  addForum(id: number, title: string, members: number[]): void
  /** A group's owner switches Topics on or off. */
  setForumTopics(chat: number, on: boolean): void
  /** A group's owner gives the bot the right to manage topics, or takes it away. */
  letManageTopics(chat: number, may: boolean): void
  /** … and the right to delete messages. */
  letDelete(chat: number, may: boolean): void
  /** A group's owner makes it public under this name, or private again. */
  setUsername(chat: number, username: string | undefined): void
  /**
   * A group becomes a supergroup under another id: calls to the old one are told so. Service messages say it in both
   * (`migrate_to_chat_id`, `migrate_from_chat_id`); `untold`: they have not reached the bot.
   */
  upgrade(chat: number, to: number, how?: { untold: true }): void
  /** Blocks the bot: a `my_chat_member`, and 403 "bot was blocked by the user" for what the bot sends then. */
  block(user: number): void
  /** Takes the block back: a `my_chat_member`. */
  unblock(user: number): void

  /** The messages of a chat as it shows them, oldest first, deleted ones flagged. Empty for a chat that has not begun. */
  messages(chat: number): Shown[]
  /** The reply keyboard now shown in a chat, or undefined: rows of labels. */
  keyboard(chat: number): { rows: string[][]; placeholder?: string | undefined } | undefined
  /** The commands this person's menu lists in this chat: Telegram's own look-up, narrowest scope first, then their language. */
  menu(user: number, chat?: number): { command: string; description: string }[]
  /** The commands set for exactly this scope (default `{type:'default'}`) and language (default none). */
  commands(scope?: CommandScope, language?: string): { command: string; description: string }[]
  /** What `answerCallbackQuery` told this person, oldest first; `text` empty where it only stopped the spinner. */
  answers(user: number): Answered[]
  /** What the bot was seen doing in a chat ("typing…", "sending a photo…"), newest last. */
  actions(chat: number): Action[]
  /** What it is seen doing now: for five seconds, or until it has posted there. */
  busy(chat: number): Action[]
  /** The bytes of a file shown in a message. */
  bytes(fileId: string): Uint8Array
}

export interface Person {
  id: number
  first_name: string
  last_name?: string | undefined
  username?: string | undefined
  /** IETF language tag of their app. */
  language_code?: string | undefined
}

export interface Chat {
  id: number
  type: 'private' | 'supergroup'
  title: string
  /** Ids of people in it, without the bot. */
  members: number[]
  /** Who made a group. */
  owner?: number | undefined
  /** Private chats: the person has blocked the bot. */
  blocked: boolean
  topics: Topic[]
}

export interface Topic {
  /** `message_thread_id`. */
  thread: number
  name: string
  closed: boolean
  /** The emoji of its icon, where it has one. */
  icon?: string | undefined
}

/** Where somebody does something, if not in their private chat with the bot. */
export interface Where {
  chat?: number | undefined
  /** `message_thread_id` of a forum's topic. */
  thread?: number | undefined
  /** Message id of the message replied to. */
  replyTo?: number | undefined
  /** Some of its words, chosen to be answered. */
  quote?: string | undefined
}

export interface Said extends Where {
  text: string
  /** Formatting the person chose; commands, mentions and links are found by themselves. */
  entities?: MessageEntity[] | undefined
  /** In the name of the group they run ("Remain anonymous"): the bot is not told who it was. */
  anonymous?: true | undefined
}

/** What people send besides text. `bytes` may be left out: a small stand-in of that kind is sent. */
export type Thing =
  | { photo: Media }
  | { document: Media }
  | { voice: Media & { seconds?: number | undefined } }
  | { audio: Media & { seconds?: number | undefined } }
  | { video: Media & { seconds?: number | undefined } }
  | { animation: Media & { seconds?: number | undefined } }
  | { video_note: Media & { seconds?: number | undefined } }
  | { sticker: Media & { emoji?: string | undefined } }
  | { location: { latitude: number; longitude: number } }
  | { contact: { phone_number: string; first_name: string; user_id?: number | undefined } }
  | { dice: { emoji?: string | undefined } }
  | { poll: { question: string; options: string[] } }

export interface Media {
  bytes?: Uint8Array | undefined
  name?: string | undefined
  mime?: string | undefined
  caption?: string | undefined
}

export type CommandScope =
  | { type: 'default' | 'all_private_chats' | 'all_group_chats' | 'all_chat_administrators' }
  | { type: 'chat' | 'chat_administrators'; chat_id: number }
  | { type: 'chat_member'; chat_id: number; user_id: number }

/** A message as people see it. */
export interface Shown {
  id: number
  chat: number
  from: number | 'bot'
  /** `text`, `photo`, `document`, `forum_topic_created` …: the field of Telegram's `Message` that holds it. */
  kind: string
  /** The text, or the caption; empty where there is none. */
  text: string
  entities: MessageEntity[]
  buttons: ShownButton[][]
  edited: boolean
  deleted: boolean
  replyTo?: number | undefined
  thread?: number | undefined
  /** `media_group_id`. */
  album?: string | undefined
  file?: { id: string; name?: string | undefined; mime?: string | undefined; size: number } | undefined
  reactions: { from: number | 'bot'; emoji: string }[]
  /** Whom the words would notify: `@name` outside code, `text_mention` and `tg://user` links. Nothing the desk passes on may. */
  pinged: string[]
  /** Unix ms, clock offset included. */
  atMs: number
  /** An ephemeral message: the only person who sees it. */
  onlyFor?: number
}

export interface ShownButton {
  label: string
  data?: string | undefined
  url?: string | undefined
}

export interface Action {
  chat: number
  thread?: number | undefined
  /** As `sendChatAction` names it. */
  action: string
}

export interface Answered {
  query: string
  text: string
  alert: boolean
}
