import type { Block, KnownBlock, MessageMetadata } from '@slack/types'

/* Slack's own objects, as this playground keeps and shows them. */

/** One run of a workflow's step. */
export interface StepRun {
  id: string
  callbackId: string
  state: 'running' | 'completed' | 'failed'
  outputs?: Record<string, unknown> | undefined
  error?: string | undefined
}

export type SlackBlock = KnownBlock | Block

export interface SlackUser {
  id: string
  /** The handle, e.g. `rita`. */
  name: string
  real_name: string
  /** IANA zone. */
  tz: string
  /** e.g. `en-US`. */
  locale: string
  email: string
  /** A guest in several channels. */
  is_restricted: boolean
  /** A guest in one channel. */
  is_ultra_restricted: boolean
  /** Somebody of another workspace (Slack Connect). */
  is_stranger: boolean
  /** The workspace they are at home in; absent: this one, of a stranger another. */
  team_id?: string | undefined
  is_bot: boolean
  deleted: boolean
}

export interface SlackChannel {
  id: string
  name: string
  kind: 'public' | 'private' | 'im'
  /** User ids, the bot's included where it is in. */
  members: string[]
  archived: boolean
  /** With another company (Slack Connect). */
  shared?: boolean | undefined
}

export interface SlackUsergroup {
  id: string
  handle: string
  name: string
  users: string[]
}

/** A message as Slack keeps it, with what the world knows besides: `channel`, `deleted`, `pinged`. */
export interface SlackMessage {
  type: 'message'
  channel: string
  ts: string
  /** `bot_message`, `file_share`, `thread_broadcast`, `tombstone` or absent. */
  subtype?: string | undefined
  /** Author; absent on a bot message under another name. */
  user?: string | undefined
  bot_id?: string | undefined
  app_id?: string | undefined
  team?: string | undefined
  username?: string | undefined
  icons?: { emoji?: string; image_48?: string } | undefined
  client_msg_id?: string | undefined
  text: string
  blocks?: SlackBlock[] | undefined
  attachments?: Record<string, unknown>[] | undefined
  /** `ts` of the thread's root; on the root itself once it has replies. */
  thread_ts?: string | undefined
  parent_user_id?: string | undefined
  metadata?: MessageMetadata | undefined
  edited?: { user: string; ts: string } | undefined
  files?: SlackFile[] | undefined
  reactions?: { name: string; users: string[]; count: number }[] | undefined
  deleted: boolean
  /** `chat.update` answers `edit_window_closed`. */
  frozen: boolean
  /** Whom the message notifies: user ids, usergroup ids, `channel`, `here`, `everyone`. What the desk relays must have none. */
  pinged: string[]
}

/** A message only one person sees. */
export interface SlackEphemeral {
  /** `message_ts` of `chat.postEphemeral`. */
  ts: string
  channel: string
  user: string
  text: string
  blocks?: SlackBlock[] | undefined
  attachments?: Record<string, unknown>[] | undefined
  thread_ts?: string | undefined
  pinged: string[]
}

export interface SlackFile {
  id: string
  created: number
  timestamp: number
  name: string
  title: string
  mimetype: string
  filetype: string
  user: string
  size: number
  /** `tombstone`: deleted, and nothing else of it is told any more. */
  mode: 'hosted' | 'tombstone'
  is_external: false
  /** Needs `Authorization: Bearer`; without it Slack answers 200 and an HTML login page. */
  url_private: string
  url_private_download: string
  permalink: string
}

/** A modal or a Home tab as it is shown. */
export interface SlackView {
  id: string
  type: 'modal' | 'home'
  team_id: string
  app_id: string
  bot_id: string
  callback_id: string
  external_id: string
  private_metadata: string
  title: { type: 'plain_text'; text: string }
  submit: { type: 'plain_text'; text: string } | null
  close: { type: 'plain_text'; text: string } | null
  blocks: SlackBlock[]
  state: { values: Record<string, Record<string, Record<string, unknown>>> }
  hash: string
  root_view_id: string
  previous_view_id: string | null
  notify_on_close: boolean
  clear_on_close: boolean
  /** `block_id` → what the desk said is wrong (`response_action: errors`), until the next submission. */
  errors: Record<string, string>
}
