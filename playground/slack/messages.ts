import { channelType } from './channels.ts'
import type { Offered } from './courier.ts'
import type { SlackChannel, SlackMessage } from './objects.ts'
import { APP, BOT, BOT_USER, TEAM } from './seed.ts'
import { keyOf, type Workspace } from './workspace.ts'

/** A message about to be: the rest is filled in when it is posted. */
export type Draft = Omit<SlackMessage, 'type' | 'ts' | 'channel' | 'deleted' | 'frozen' | 'team'>

/** Puts a message into a channel and tells the bot of it. `by` says who did it, for the ledger, where it was a person. */
export function post(workspace: Workspace, channel: SlackChannel, draft: Draft, by?: 'person'): SlackMessage {
  const root = draft.thread_ts === undefined ? undefined : liveMessage(workspace, channel.id, draft.thread_ts)
  const message: SlackMessage = {
    ...draft,
    type: 'message',
    channel: channel.id,
    ts: workspace.stamp(),
    team: TEAM,
    ...(root?.user === undefined ? {} : { parent_user_id: root.user }),
    deleted: false,
    frozen: false,
  }
  workspace.messages.set(keyOf(channel.id, message.ts), message)
  workspace.changed()
  const offered: Offered | undefined = by === 'person' ? { chat: channel.id, words: message.text } : undefined
  tellMembers(
    workspace,
    channel,
    { ...forApi(workspace, message), channel_type: channelType(channel), event_ts: message.ts, channel: channel.id },
    offered,
  )
  if (message.user !== BOT_USER && channel.kind !== 'im' && message.pinged.includes(BOT_USER)) {
    const { type: _type, subtype: _subtype, ...mention } = forApi(workspace, message)
    tellMembers(workspace, channel, { ...mention, type: 'app_mention', channel: channel.id, event_ts: message.ts })
  }
  return message
}

/** Replaces what a message says and tells the bot of it. */
export function change(workspace: Workspace, message: SlackMessage, to: SlackMessage, by?: 'person'): void {
  workspace.messages.set(keyOf(message.channel, message.ts), to)
  workspace.changed()
  const event = {
    subtype: 'message_changed',
    hidden: true,
    message: forApi(workspace, to),
    previous_message: forApi(workspace, message),
  }
  tellOf(workspace, message.channel, event, by === 'person' ? { chat: message.channel, words: to.text } : undefined)
}

/** Deletes a message; a root with replies stays as a tombstone. */
export function erase(workspace: Workspace, message: SlackMessage, by?: 'person'): void {
  if (repliesTo(workspace, message).length > 0) {
    const {
      blocks: _blocks,
      files: _files,
      metadata: _metadata,
      attachments: _attachments,
      reactions: _reactions,
      ...rest
    } = message
    change(
      workspace,
      message,
      { ...rest, subtype: 'tombstone', text: 'This message was deleted.', user: 'USLACKBOT', pinged: [] },
      by,
    )
    return
  }
  const previous = forApi(workspace, message)
  workspace.messages.set(keyOf(message.channel, message.ts), { ...message, deleted: true })
  workspace.changed()
  const event = { subtype: 'message_deleted', hidden: true, deleted_ts: message.ts, previous_message: previous }
  tellOf(workspace, message.channel, event, by === 'person' ? { chat: message.channel } : undefined)
}

/** A file of a person's own message goes; its place is kept. */
export function dropFile(workspace: Workspace, message: SlackMessage, name: string): void {
  const gone = message.files?.find((file) => file.name === name)
  if (!gone) throw new Error(`there is no file ${name} on ${message.ts}`)
  const files = message.files?.map((file) => (file === gone ? { ...file, mode: 'tombstone' as const } : file))
  change(workspace, message, { ...message, files }, 'person')
}

/** Adds or takes back a reaction. Returns false where that changes nothing. */
export function setReaction(
  workspace: Workspace,
  message: SlackMessage,
  user: string,
  name: string,
  on: boolean,
  by?: 'person',
): boolean {
  const reactions = message.reactions ?? []
  const users = reactions.find((reaction) => reaction.name === name)?.users ?? []
  if (users.includes(user) === on) return false
  const now = on ? [...users, user] : users.filter((other) => other !== user)
  const entry = { name, users: now, count: now.length }
  const known = reactions.some((reaction) => reaction.name === name)
  const all = known ? reactions.map((reaction) => (reaction.name === name ? entry : reaction)) : [...reactions, entry]
  workspace.messages.set(keyOf(message.channel, message.ts), {
    ...message,
    reactions: all.filter((reaction) => reaction.count > 0),
  })
  workspace.changed()
  const channel = workspace.channels.get(message.channel)
  if (!channel) return true
  const event = {
    type: on ? 'reaction_added' : 'reaction_removed',
    user,
    reaction: name,
    item: { type: 'message', channel: message.channel, ts: message.ts },
    ...(message.user === undefined ? {} : { item_user: message.user }),
    event_ts: workspace.stamp(),
  }
  tellMembers(workspace, channel, event, by === 'person' ? { chat: channel.id, words: name } : undefined)
  return true
}

/** A message that is there and not deleted. */
export function liveMessage(workspace: Workspace, channel: string, ts: string): SlackMessage | undefined {
  const message = workspace.messages.get(keyOf(channel, ts))
  return message && !message.deleted ? message : undefined
}

/** The replies to a root, oldest first. */
export function repliesTo(workspace: Workspace, root: SlackMessage): SlackMessage[] {
  return inOrder(
    workspace.messages
      .all()
      .filter(
        (other) =>
          other.channel === root.channel && other.thread_ts === root.ts && other.ts !== root.ts && !other.deleted,
      ),
  )
}

export function inOrder(messages: SlackMessage[]): SlackMessage[] {
  return messages.toSorted((a, b) => Number(a.ts) - Number(b.ts) || (a.ts < b.ts ? -1 : 1))
}

/** A message as events and the Web API carry it; `metadata` only where asked for. */
export function forApi(workspace: Workspace, message: SlackMessage, withMetadata = false): Record<string, unknown> {
  const { channel: _channel, deleted: _deleted, frozen: _frozen, pinged: _pinged, metadata, ...shown } = message
  const replies =
    message.thread_ts === undefined || message.thread_ts === message.ts ? repliesTo(workspace, message) : []
  const thread = {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: [...new Set(replies.flatMap((reply) => reply.user ?? []))],
    latest_reply: replies.at(-1)?.ts,
  }
  const files = message.files?.map((file) => (file.mode === 'tombstone' ? { id: file.id, mode: file.mode } : file))
  return {
    ...shown,
    ...(files && { files }),
    ...(replies.length > 0 ? thread : {}),
    ...(withMetadata && metadata ? { metadata } : {}),
  }
}

/** What makes a message the bot's own. */
export function asBot(): Pick<Draft, 'user' | 'bot_id' | 'app_id'> {
  return { user: BOT_USER, bot_id: BOT, app_id: APP }
}

export function permalink(workspace: Workspace, message: SlackMessage): string {
  const thread =
    message.thread_ts !== undefined && message.thread_ts !== message.ts
      ? `?thread_ts=${message.thread_ts}&cid=${message.channel}`
      : ''
  return `${workspace.url}/archives/${message.channel}/p${message.ts.replace('.', '')}${thread}`
}

/** A message event about another message. */
function tellOf(workspace: Workspace, channelId: string, event: Record<string, unknown>, offered?: Offered): void {
  const channel = workspace.channels.get(channelId)
  const ts = workspace.stamp()
  if (channel)
    tellMembers(
      workspace,
      channel,
      { type: 'message', ...event, channel: channelId, channel_type: channelType(channel), ts, event_ts: ts },
      offered,
    )
}

/** Slack tells the bot only of channels it is in. */
function tellMembers(
  workspace: Workspace,
  channel: SlackChannel,
  event: Record<string, unknown>,
  offered?: Offered,
): void {
  if (channel.members.includes(BOT_USER)) workspace.tell(event, offered)
}
