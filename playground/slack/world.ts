import type {
  SlackBlock,
  SlackChannel,
  SlackEphemeral,
  SlackFile,
  SlackMessage,
  SlackUser,
  SlackView,
  StepRun,
} from './objects.ts'

/**
 * What people in the playground's Slack do and see. A doing that Slack turns into an event (`say`, `edit`, `remove`,
 * `react` …) returns at once while the event is on its way: `idle()` of the playground waits for it. A doing that
 * Slack hands to the desk inside 3 seconds (`command`, `shortcut`, `press`, `submitView` …) resolves with what the
 * person then sees, also when the desk fails: it never rejects for that.
 *
 * A person can do only what Slack would let them: writing where they are no member, pressing a button that is not
 * there, editing somebody else's message: each throws (or rejects with) an `Error` that says why.
 *
 * Ids, `ts` and blocks are Slack's own; `ts` is made from the playground's clock and grows strictly.
 */
export interface SlackWorld {
  /** Everybody there is, the bot included. */
  users(): SlackUser[]
  /** All channels and the direct messages opened so far. */
  channels(): SlackChannel[]
  /** One more person. Replaces nobody: does nothing where the id is known. */
  addUser(user: Partial<SlackUser> & { id: string; name: string }): void
  /** One more channel. Does nothing where the id is known. */
  addChannel(channel: { id: string; name: string; private?: boolean; members: string[] }): void
  /** Somebody (or the bot, `BOT_USER`) joins a channel: a `member_joined_channel`. */
  join(user: string, channel: string): void
  /** Somebody (or the bot) leaves a channel: a `member_left_channel`. */
  leave(user: string, channel: string): void
  /** Closes somebody's account: a `user_change` with `deleted`; they are in no channel any more. */
  deactivate(user: string): void
  /** Sets the language of somebody's Slack (`sv-SE`): a `user_change`. */
  speak(user: string, locale: string): void
  /** Shares a channel with another company (Slack Connect), or no more: a `channel_shared`, a `channel_unshared`. */
  share(channel: string, shared: boolean): void
  /** Archives a channel: what the desk posts there is refused with `is_archived`. */
  archive(channel: string): void

  /** Id of the direct message between somebody and the bot, opened where it was not: `D0RITA` for `U0RITA`. */
  dm(user: string): string

  /**
   * Writes a message. `channel` is a channel id, or `world.dm(user)`. What is typed is read as Slack's composer does:
   * `*bold*`, `_italic_`, `~strike~`, `` `code` ``, ``` blocks, `> quotes`, `- ` and `1. ` lists, links,
   * `[label](url)`, `:emoji:`, and the composer's own mentions `<@U…>`, `<#C…>`, `<!here>`, `<!subteam^S…>`; it becomes
   * escaped `text` plus one `rich_text` block. Returns its `ts`.
   */
  say(user: string, channel: string, said: string | Said): string
  /** Edits one's own message: a `message_changed`. */
  edit(user: string, channel: string, ts: string, text: string): void
  /** Deletes one's own message: a `message_deleted`, or a `message_changed` to a tombstone for a root with replies. */
  remove(user: string, channel: string, ts: string): void
  /** Adds a file to one's own message by an edit: a `message_changed`. `insteadOf`: the name of one the same edit takes out. */
  addFile(user: string, channel: string, ts: string, file: Attached, how?: { insteadOf?: string }): void
  /** Deletes a file of one's own message: a `message_changed` with a tombstone in the file's place. */
  removeFile(user: string, channel: string, ts: string, name: string): void
  /** Adds a reaction (name without colons); `{ remove: true }` takes it back. */
  react(user: string, channel: string, ts: string, emoji: string, how?: { remove?: boolean }): void
  /** Makes a message too old to edit: `chat.update` answers `edit_window_closed` from now on. */
  closeEditWindow(channel: string, ts: string): void
  /** Opens the app's Home or Messages tab: an `app_home_opened`. */
  openHome(user: string, tab?: 'home' | 'messages'): void

  /** Types a slash command in a channel or DM (Slack has none in threads). `command` with its slash. */
  command(
    user: string,
    channel: string,
    command: string,
    text?: string,
  ): Promise<Done & { reply?: AckReply | undefined }>
  /** Picks a message shortcut on a message. */
  shortcut(user: string, channel: string, ts: string, callbackId: string): Promise<Done>
  /** Picks a global shortcut. */
  globalShortcut(user: string, callbackId: string): Promise<Done>
  /**
   * Uses an interactive element of a message or of an ephemeral they see: by `action_id`, or by what is written on it
   * (a button's label, a menu's placeholder). Menus need `option` (its label or value) or `user`.
   */
  press(user: string, channel: string, ts: string, what: string | { label: string }, chosen?: Chosen): Promise<Done>

  /**
   * A workflow reaches one of the app's steps: a `function_executed`. Returns its `function_execution_id`; how it
   * ends is told by `step`.
   */
  runStep(callbackId: string, inputs: Record<string, unknown>): string
  /** A run of a step as the workflow sees it. */
  step(run: string): StepRun | undefined

  /** The modal on top of somebody's screen, or undefined. */
  view(user: string): SlackView | undefined
  /**
   * Fills the modal on top and submits it. Keys: the field's label, `block_id` or `action_id`. Values: text, an option's
   * label or value, a list of these, a user or channel id, `YYYY-MM-DD`, files. What was filled in before stays.
   * Slack's own checks (required, length, e-mail, number) refuse without asking the desk.
   */
  submitView(user: string, values?: Record<string, FieldValue>): Promise<Submitted>
  /** Fills one field of the modal on top; a field with `dispatch_action` (or a bare element) tells the desk. */
  chooseInView(user: string, field: string, value: FieldValue): Promise<Done>
  /** Presses a button inside the modal on top, by `action_id` or label. */
  pressInView(user: string, what: string | { label: string }): Promise<Done>
  /** Presses a button of the Home tab, by `action_id` or label. */
  pressInHome(user: string, what: string | { label: string }): Promise<Done>
  /** Closes the modal on top: a `view_closed` where it has `notify_on_close`. `{ all: true }` closes the whole stack. */
  closeView(user: string, how?: { all?: boolean }): Promise<Done>
  /** The Home tab published for somebody, or undefined. */
  home(user: string): SlackView | undefined

  /**
   * Messages by `ts`, oldest first, deleted ones flagged. Without `thread`: what the channel shows (roots and
   * broadcast replies). With `thread`: the root and its replies.
   */
  messages(channel: string, where?: { thread?: string }): SlackMessage[]
  /** One message, or undefined. */
  message(channel: string, ts: string): SlackMessage | undefined
  /** The messages only this person sees, oldest first; dismissed and deleted ones are gone. */
  ephemerals(user: string): SlackEphemeral[]
  /** All text somebody sees on a message, an ephemeral or a view: blocks (else text), buttons, file names; names for mentions. */
  textOf(shown: { text?: string; blocks?: SlackBlock[] | undefined; files?: SlackFile[] | undefined }): string
  /** The bytes of a file. */
  bytes(fileId: string): Uint8Array
  permalink(channel: string, ts: string): string

  /** How many connections the desk has by Socket Mode. */
  sockets(): number
  /** Slack asks every connection to make way (`refresh_requested`); it goes 10 s later, or when the desk closes it. */
  refreshSockets(): void
  /** Every connection breaks. */
  dropSockets(): void
  /** Every connection stays open, and nothing is said or heard on it any more: the other end has gone from the net. */
  silenceSockets(): void
}

export interface Said {
  text?: string
  /** Instead of what the composer makes of `text`. */
  blocks?: SlackBlock[]
  /** `ts` of a thread's root (a reply's `ts` is taken to its root). */
  thread?: string
  /** Also send to the channel. */
  broadcast?: boolean
  files?: Attached[]
}

export interface Attached {
  name: string
  bytes: Uint8Array
  /** Default `application/octet-stream`. */
  mimetype?: string
  /** What Slack says of its length; that of its bytes unless told. */
  size?: number
}

export interface Chosen {
  /** Label or value of an option (a list for menus of several). */
  option?: string | string[]
  /** Id of a user, channel or conversation; or a date, for pickers. */
  user?: string
}

export type FieldValue = string | string[] | Attached[] | null

/** `dispatch_failed`: the desk answered badly or not at all. `operation_timeout`: not within 3 s. */
export type Done =
  | { ok: true; status: number }
  | { ok: false; status: number; error: 'dispatch_failed' | 'operation_timeout' }

/** A command's immediate answer (the body of its acknowledgement). */
export interface AckReply {
  response_type?: 'ephemeral' | 'in_channel' | undefined
  text?: string | undefined
  blocks?: SlackBlock[] | undefined
}

export type Submitted =
  | { ok: true; status: number }
  /**
   * `errors`: `block_id` → the desk's sentence, or one of Slack's own checks: `required`, `too_short`, `too_long`,
   * `not_an_email`, `not_a_url`, `not_a_number`, `no_such_option`. `status` is 0 where the desk was not asked.
   */
  | { ok: false; status: number; errors: Record<string, string> }
  | { ok: false; status: number; error: 'dispatch_failed' | 'operation_timeout' }
