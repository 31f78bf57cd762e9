import { z } from 'zod'
import { channelForApi, move, openDirect, visibleToBot } from '../channels.ts'
import { forApi, inOrder, liveMessage, repliesTo } from '../messages.ts'
import type { SlackChannel } from '../objects.ts'
import { SlackRefusal } from '../refusal.ts'
import { BOT_USER } from '../seed.ts'
import type { Workspace } from '../workspace.ts'
import { flag, number, page, read, timestamp } from './args.ts'
import type { Answer, Methods } from './method.ts'

const channelArg = { channel: z.string().min(1) }
const paging = { limit: number.default(100), cursor: z.string().optional() }
const window = {
  ...channelArg,
  ...paging,
  oldest: z.union([z.string(), z.number()]).optional(),
  latest: z.union([z.string(), z.number()]).optional(),
  inclusive: flag.default(false),
  include_all_metadata: flag.default(false),
}
const historyArgs = z.object(window)
const repliesArgs = z.object({ ...window, ts: timestamp })
const infoArgs = z.object({ ...channelArg, include_num_members: flag.optional() })
const membersArgs = z.object({ ...channelArg, ...paging })
const openArgs = z.object({
  channel: z.string().optional(),
  users: z.string().optional(),
  return_im: flag.default(false),
})
const listArgs = z.object({
  ...paging,
  types: z.string().default('public_channel'),
  exclude_archived: flag.default(false),
})

const reading = ['channels:read', 'groups:read', 'im:read']
const history = ['channels:history', 'groups:history', 'im:history']

export const conversations: Methods = {
  'conversations.open': { scopes: ['im:write'], run: (workspace, args) => openIm(workspace, read(openArgs, args)) },
  'conversations.info': {
    scopes: reading,
    run: (workspace, args) => ({
      channel: channelForApi(workspace, visibleToBot(workspace, read(infoArgs, args).channel)),
    }),
  },
  'conversations.members': {
    scopes: reading,
    run: (workspace, args) => {
      const { channel, limit, cursor } = read(membersArgs, args)
      const { items, next } = page(visibleToBot(workspace, channel).members, limit, cursor)
      return { members: items, response_metadata: { next_cursor: next } }
    },
  },
  'conversations.list': {
    scopes: reading,
    run: (workspace, args) => {
      const { limit, cursor, types, exclude_archived } = read(listArgs, args)
      const wanted = types
        .split(',')
        .map((type) => ({ public_channel: 'public', private_channel: 'private', im: 'im' })[type.trim()])
      const seen = workspace.channels
        .all()
        .filter(
          (channel) =>
            wanted.includes(channel.kind) &&
            (channel.kind === 'public' || channel.members.includes(BOT_USER)) &&
            !(exclude_archived && channel.archived),
        )
      const { items, next } = page(seen, limit, cursor)
      return {
        channels: items.map((channel) => channelForApi(workspace, channel)),
        response_metadata: { next_cursor: next },
      }
    },
  },
  'conversations.join': {
    scopes: ['channels:join'],
    run: (workspace, args) => {
      const channel = visibleToBot(workspace, read(infoArgs, args).channel)
      if (channel.archived) throw new SlackRefusal('is_archived')
      if (channel.kind !== 'public') throw new SlackRefusal('method_not_supported_for_channel_type')
      return { channel: channelForApi(workspace, move(workspace, BOT_USER, channel.id, 'joined')) }
    },
  },
  'conversations.history': { scopes: history, run: (workspace, args) => historyOf(workspace, read(historyArgs, args)) },
  'conversations.replies': { scopes: history, run: (workspace, args) => repliesOf(workspace, read(repliesArgs, args)) },
}

function openIm(workspace: Workspace, args: z.infer<typeof openArgs>): Answer {
  if (args.channel !== undefined) {
    const channel = visibleToBot(workspace, args.channel)
    return {
      channel: args.return_im ? channelForApi(workspace, channel) : { id: channel.id },
      no_op: true,
      already_open: true,
    }
  }
  const [user, ...others] = (args.users ?? '').split(',').filter((id) => id !== '')
  if (user === undefined) throw new SlackRefusal('users_list_not_supplied')
  const known = workspace.users.get(user)
  if (!known) throw new SlackRefusal('user_not_found')
  if (known.deleted) throw new SlackRefusal('user_disabled')
  // Group messages are outside what this Slack plays.
  if (known.is_bot || others.length > 0) throw new SlackRefusal('invalid_user_combination')
  const before = workspace.channels.all().length
  const channel = openDirect(workspace, user)
  const fresh = workspace.channels.all().length > before
  return {
    channel: args.return_im ? channelForApi(workspace, channel) : { id: channel.id },
    ...(fresh ? {} : { no_op: true, already_open: true }),
  }
}

function historyOf(workspace: Workspace, args: z.infer<typeof historyArgs>): Answer {
  const channel = readable(workspace, args.channel)
  const roots = workspace.messages
    .all()
    .filter((message) => message.channel === channel.id && !message.deleted)
    .filter(
      (message) =>
        message.thread_ts === undefined || message.thread_ts === message.ts || message.subtype === 'thread_broadcast',
    )
  const seen = inOrder(roots)
    .filter((message) => within(message.ts, args))
    .reverse()
  const { items, next } = page(seen, args.limit, args.cursor)
  return {
    messages: items.map((message) => forApi(workspace, message, args.include_all_metadata)),
    has_more: next !== '',
    pin_count: 0,
    ...(next === '' ? {} : { response_metadata: { next_cursor: next } }),
  }
}

function repliesOf(workspace: Workspace, args: z.infer<typeof repliesArgs>): Answer {
  const channel = readable(workspace, args.channel)
  const asked = liveMessage(workspace, channel.id, args.ts)
  const root =
    asked?.thread_ts === undefined || asked.thread_ts === asked.ts
      ? asked
      : liveMessage(workspace, channel.id, asked.thread_ts)
  if (!root) throw new SlackRefusal('thread_not_found')
  const replies = repliesTo(workspace, root).filter((message) => within(message.ts, args))
  const { items, next } = page([root, ...replies], args.limit, args.cursor)
  return {
    messages: items.map((message) => forApi(workspace, message, args.include_all_metadata)),
    has_more: next !== '',
    ...(next === '' ? {} : { response_metadata: { next_cursor: next } }),
  }
}

/** Slack shows history only to members. */
function readable(workspace: Workspace, id: string): SlackChannel {
  const channel = visibleToBot(workspace, id)
  if (!channel.members.includes(BOT_USER)) throw new SlackRefusal('not_in_channel')
  return channel
}

function within(
  ts: string,
  { oldest, latest, inclusive }: Pick<z.infer<typeof historyArgs>, 'oldest' | 'latest' | 'inclusive'>,
): boolean {
  const after = oldest === undefined || Number(ts) > Number(oldest) || (inclusive && Number(ts) === Number(oldest))
  const before =
    latest === undefined ||
    latest === 'now' ||
    Number(ts) < Number(latest) ||
    (inclusive && Number(ts) === Number(latest))
  return after && before
}
