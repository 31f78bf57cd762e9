import type { SlackChannel } from './objects.ts'
import { SlackRefusal } from './refusal.ts'
import { BOT_USER, TEAM } from './seed.ts'
import { nameOf, type Workspace } from './workspace.ts'

/** The direct message between somebody and the bot, opened where it was not. */
export function openDirect(workspace: Workspace, user: string): SlackChannel {
  const id = user.replace(/^./, 'D')
  const known = workspace.channels.get(id)
  if (known) return known
  const channel: SlackChannel = { id, name: user, kind: 'im', members: [BOT_USER, user], archived: false }
  workspace.channels.set(id, channel)
  workspace.changed()
  return channel
}

/** A channel as far as the bot may know of it: a private one it is not in does not exist for it. */
export function visibleToBot(workspace: Workspace, id: string): SlackChannel {
  const channel = workspace.channels.get(id)
  if (!channel || (channel.kind !== 'public' && !channel.members.includes(BOT_USER)))
    throw new SlackRefusal('channel_not_found')
  return channel
}

/** Where the bot may write: `id` is a channel, or a person (their direct message is opened). */
export function writableByBot(workspace: Workspace, id: string): SlackChannel {
  const user = /^[UW]/.test(id) ? workspace.users.get(id) : undefined
  if (user && (user.is_bot || user.deleted)) throw new SlackRefusal('channel_not_found')
  const channel = user ? openDirect(workspace, user.id) : visibleToBot(workspace, id)
  if (channel.archived) throw new SlackRefusal('is_archived')
  if (!channel.members.includes(BOT_USER)) throw new SlackRefusal('not_in_channel')
  return channel
}

/** Somebody joins or leaves. Slack tells the bot where it is in, and of itself. */
export function move(workspace: Workspace, user: string, id: string, does: 'joined' | 'left'): SlackChannel {
  const channel = workspace.channels.get(id)
  if (!channel || channel.kind === 'im') throw new Error(`${id} is no channel to join or leave`)
  if (channel.members.includes(user) === (does === 'joined')) return channel
  const members = does === 'joined' ? [...channel.members, user] : channel.members.filter((member) => member !== user)
  const moved = { ...channel, members }
  workspace.channels.set(id, moved)
  workspace.changed()
  if (members.includes(BOT_USER) || user === BOT_USER) {
    const event_ts = workspace.stamp()
    workspace.tell({
      type: `member_${does}_channel`,
      user,
      channel: id,
      channel_type: channel.kind === 'public' ? 'C' : 'G',
      team: TEAM,
      event_ts,
    })
  }
  return moved
}

/** `channel_type` of message events. */
export function channelType(channel: SlackChannel): 'channel' | 'group' | 'im' {
  return channel.kind === 'public' ? 'channel' : channel.kind === 'private' ? 'group' : 'im'
}

/** The name as interactivity and commands carry it. */
export function channelName(channel: SlackChannel): string {
  return channel.kind === 'im' ? 'directmessage' : channel.name
}

/** A channel as `conversations.*` answer it. */
export function channelForApi(workspace: Workspace, channel: SlackChannel): Record<string, unknown> {
  const im = channel.kind === 'im'
  const person = channel.members.find((member) => member !== BOT_USER)
  return {
    id: channel.id,
    ...(im
      ? { user: person, is_open: true }
      : { name: channel.name, name_normalized: channel.name, num_members: channel.members.length }),
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: im,
    is_mpim: false,
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_member: channel.members.includes(BOT_USER),
    is_general: false,
    is_shared: false,
    is_ext_shared: channel.shared === true,
    is_org_shared: false,
    is_pending_ext_shared: false,
    context_team_id: TEAM,
    created: 1_700_000_000,
    ...(im ? {} : { topic: { value: '', creator: '', last_set: 0 }, purpose: { value: '', creator: '', last_set: 0 } }),
    ...(im ? { real_name: nameOf(workspace, person ?? '') } : {}),
  }
}
