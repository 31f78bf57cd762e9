import { z } from 'zod'
import { withIds } from '../blocks.ts'
import { visibleToBot, writableByBot } from '../channels.ts'
import { whisper } from '../ephemerals.ts'
import { checkMarkdownText, checkMessage } from '../limits.ts'
import { asBot, change, erase, forApi, liveMessage, permalink, post } from '../messages.ts'
import type { SlackMessage } from '../objects.ts'
import { pingedBy } from '../pinged.ts'
import { SlackRefusal } from '../refusal.ts'
import { APP, BOT, BOT_USER } from '../seed.ts'
import type { Workspace } from '../workspace.ts'
import { attachments, blocks, flag, json, read, timestamp } from './args.ts'
import type { Answer, Methods } from './method.ts'

const contents = {
  text: z.string().optional(),
  markdown_text: z.string().optional(),
  blocks: blocks.optional(),
  attachments: attachments.optional(),
  parse: z.string().optional(),
  link_names: flag.optional(),
}
const postArgs = z.object({
  ...contents,
  channel: z.string().min(1),
  thread_ts: timestamp.optional(),
  reply_broadcast: flag.optional(),
  metadata: json(z.unknown()).optional(),
  username: z.string().optional(),
  icon_url: z.string().optional(),
  icon_emoji: z.string().optional(),
})
const updateArgs = z.object({
  ...contents,
  channel: z.string().min(1),
  ts: timestamp,
  metadata: json(z.unknown()).optional(),
  file_ids: json(z.array(z.string())).optional(),
})
const ephemeralArgs = z.object({
  ...contents,
  channel: z.string().min(1),
  user: z.string(),
  thread_ts: timestamp.optional(),
})
const targetArgs = z.object({ channel: z.string().min(1), ts: timestamp })
const linkArgs = z.object({ channel: z.string().min(1), message_ts: timestamp })

export const chat: Methods = {
  'chat.postMessage': {
    scopes: ['chat:write'],
    run: (workspace, args) => postMessage(workspace, read(postArgs, args)),
  },
  'chat.update': { scopes: ['chat:write'], run: (workspace, args) => update(workspace, read(updateArgs, args)) },
  'chat.delete': {
    scopes: ['chat:write'],
    run: (workspace, args) => {
      const { channel, ts } = read(targetArgs, args)
      const message = theMessage(workspace, channel, ts)
      if (message.bot_id !== BOT) throw new SlackRefusal('cant_delete_message')
      erase(workspace, message)
      return { channel: message.channel, ts }
    },
  },
  'chat.postEphemeral': {
    scopes: ['chat:write'],
    run: (workspace, args) => postEphemeral(workspace, read(ephemeralArgs, args)),
  },
  'chat.getPermalink': {
    scopes: [],
    run: (workspace, args) => {
      const { channel, message_ts } = read(linkArgs, args)
      return { channel, permalink: permalink(workspace, theMessage(workspace, channel, message_ts)) }
    },
  },
}

function postMessage(workspace: Workspace, args: z.infer<typeof postArgs>): Answer {
  const channel = writableByBot(workspace, args.channel)
  const said = saidBy(args)
  checkMessage({ ...said, metadata: args.metadata })
  if (args.thread_ts !== undefined) checkRoot(workspace, channel.id, args.thread_ts)
  const masked = args.username !== undefined || args.icon_url !== undefined || args.icon_emoji !== undefined
  const message = post(workspace, channel, {
    ...(masked ? maskOf(args) : asBot()),
    ...(args.thread_ts !== undefined && args.reply_broadcast ? { subtype: 'thread_broadcast' } : {}),
    ...said,
    blocks: withIds(said.blocks),
    thread_ts: args.thread_ts,
    // checkMessage has looked at it.
    ...(args.metadata === undefined ? {} : { metadata: args.metadata as SlackMessage['metadata'] }),
    pinged: pinged(args),
  })
  return { channel: channel.id, ts: message.ts, message: forApi(workspace, message, true) }
}

/** Under another name Slack sends a `bot_message` without `user`. */
function maskOf({
  username,
  icon_url,
  icon_emoji,
}: z.infer<typeof postArgs>): Pick<SlackMessage, 'subtype' | 'username' | 'icons' | 'bot_id' | 'app_id'> {
  const icons = {
    ...(icon_emoji === undefined ? {} : { emoji: icon_emoji }),
    ...(icon_url === undefined ? {} : { image_48: icon_url }),
  }
  return { subtype: 'bot_message', bot_id: BOT, app_id: APP, username: username ?? 'Deskhand', icons }
}

function update(workspace: Workspace, args: z.infer<typeof updateArgs>): Answer {
  const message = theMessage(workspace, args.channel, args.ts)
  if (workspace.channels.get(message.channel)?.archived) throw new SlackRefusal('is_archived')
  if (message.bot_id !== BOT || message.subtype === 'tombstone') throw new SlackRefusal('cant_update_message')
  if (message.frozen) throw new SlackRefusal('edit_window_closed')
  const said = saidBy(args)
  if (args.file_ids === undefined) checkMessage({ ...said, metadata: args.metadata }, { update: true })
  // What is not sent again is gone: blocks, attachments and metadata (platforms.md §D 20).
  const { blocks: _blocks, attachments: _attachments, metadata: _metadata, ...kept } = message
  const changed: SlackMessage = {
    ...kept,
    ...said,
    blocks: withIds(said.blocks),
    // checkMessage has looked at it.
    ...(args.metadata === undefined ? {} : { metadata: args.metadata as SlackMessage['metadata'] }),
    edited: { user: BOT_USER, ts: workspace.stamp() },
    pinged: pinged(args),
  }
  change(workspace, message, changed)
  return { channel: message.channel, ts: message.ts, text: changed.text, message: forApi(workspace, changed, true) }
}

function postEphemeral(workspace: Workspace, args: z.infer<typeof ephemeralArgs>): Answer {
  const channel = writableByBot(workspace, args.channel)
  if (!channel.members.includes(args.user)) throw new SlackRefusal('user_not_in_channel')
  const said = saidBy(args)
  checkMessage(said)
  if (args.thread_ts !== undefined) checkRoot(workspace, channel.id, args.thread_ts)
  const shown = whisper(workspace, channel.id, args.user, {
    ...said,
    blocks: withIds(said.blocks),
    thread_ts: args.thread_ts,
  })
  return { message_ts: shown.ts }
}

function saidBy(
  args: Pick<z.infer<typeof postArgs>, 'text' | 'markdown_text' | 'blocks' | 'attachments'>,
): Pick<SlackMessage, 'text' | 'blocks' | 'attachments'> {
  if (args.markdown_text !== undefined) {
    if (args.text !== undefined || args.blocks !== undefined) throw new SlackRefusal('markdown_text_conflict')
    checkMarkdownText(args.markdown_text)
  }
  return { text: args.text ?? args.markdown_text ?? '', blocks: args.blocks, attachments: args.attachments }
}

function pinged(
  args: Pick<z.infer<typeof postArgs>, 'text' | 'markdown_text' | 'blocks' | 'attachments' | 'link_names' | 'parse'>,
): string[] {
  return pingedBy(
    { text: args.text ?? args.markdown_text, blocks: args.blocks, attachments: args.attachments },
    args.link_names === true || args.parse === 'full',
  )
}

/** Threads have one level: a reply answers the root (platforms.md §A2). */
export function checkRoot(workspace: Workspace, channel: string, ts: string): void {
  const root = liveMessage(workspace, channel, ts)
  if (!root) throw new SlackRefusal('thread_not_found')
  if (root.thread_ts !== undefined && root.thread_ts !== root.ts) throw new SlackRefusal('cannot_reply_to_message')
}

/** A message the bot may know of. */
export function theMessage(workspace: Workspace, channel: string, ts: string): SlackMessage {
  const message = liveMessage(workspace, visibleToBot(workspace, channel).id, ts)
  if (!message) throw new SlackRefusal('message_not_found')
  return message
}
