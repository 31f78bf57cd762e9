import { z } from 'zod'
import { withIds } from '../blocks.ts'
import { writableByBot } from '../channels.ts'
import { announce } from '../files.ts'
import { checkMessage } from '../limits.ts'
import { asBot, post } from '../messages.ts'
import type { SlackFile, SlackMessage } from '../objects.ts'
import { pingedBy } from '../pinged.ts'
import { SlackRefusal } from '../refusal.ts'
import { BOT_USER } from '../seed.ts'
import type { Workspace } from '../workspace.ts'
import { blocks, json, number, read, timestamp } from './args.ts'
import { checkRoot } from './chat.ts'
import type { Answer, Methods } from './method.ts'

/** 1 GB a file. */
const MOST_BYTES = 1_073_741_824

const announceArgs = z.object({ filename: z.string().min(1), length: number })
const completeArgs = z.object({
  files: json(z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1)),
  channel_id: z.string().optional(),
  thread_ts: timestamp.optional(),
  initial_comment: z.string().optional(),
  blocks: blocks.optional(),
})
const infoArgs = z.object({ file: z.string() })

export const files: Methods = {
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    run: (workspace, args) => {
      const { filename, length } = read(announceArgs, args)
      if (length === 0)
        throw new SlackRefusal('invalid_arguments', ['[ERROR] must be greater than 0 [json-pointer:/length]'])
      if (length > MOST_BYTES) throw new SlackRefusal('file_upload_size_restricted')
      const { id } = announce(workspace, BOT_USER, filename, length)
      return { file_id: id, upload_url: `${workspace.url}/slack-upload/${id}` }
    },
  },
  'files.completeUploadExternal': {
    scopes: ['files:write'],
    run: (workspace, args) => complete(workspace, read(completeArgs, args)),
  },
  'files.info': {
    scopes: ['files:read'],
    run: (workspace, args) => {
      const { file: id } = read(infoArgs, args)
      const kept = workspace.files.get(id)
      if (kept?.state !== 'complete') throw new SlackRefusal('file_not_found')
      return {
        file: { ...kept.file, shares: sharesOf(workspace, id) },
        comments: [],
        response_metadata: { next_cursor: '' },
      }
    },
  },
}

function complete(workspace: Workspace, args: z.infer<typeof completeArgs>): Answer {
  const kept = args.files.map(({ id, title }) => {
    const found = workspace.files.get(id)
    if (found?.state !== 'uploaded') throw new SlackRefusal('file_not_found', [], { file: id })
    return { ...found, state: 'complete' as const, file: { ...found.file, title: title ?? found.file.title } }
  })
  const done = kept.map(({ file }) => file)
  if (args.channel_id !== undefined) share(workspace, args.channel_id, args, done)
  for (const one of kept) workspace.files.set(one.file.id, one)
  // The answer knows no `ts`: it comes with the message event (platforms.md §D 6).
  return { files: done.map(({ id, title }) => ({ id, title })) }
}

function share(workspace: Workspace, channelId: string, args: z.infer<typeof completeArgs>, shared: SlackFile[]): void {
  const channel = writableByBot(workspace, channelId)
  if (args.thread_ts !== undefined) checkRoot(workspace, channel.id, args.thread_ts)
  const said = { text: args.initial_comment ?? '', blocks: withIds(args.blocks) }
  if (said.text !== '' || said.blocks) checkMessage(said)
  post(workspace, channel, {
    ...asBot(),
    ...said,
    subtype: 'file_share',
    files: shared,
    thread_ts: args.thread_ts,
    pinged: pingedBy(said),
  })
}

/** Where a file is shown, as `files.info` tells: `public` or `private`, then by channel. */
function sharesOf(workspace: Workspace, id: string): Record<string, Record<string, Share[]>> {
  const shown = workspace.messages
    .all()
    .filter((message) => !message.deleted && message.files?.some((file) => file.id === id))
  const isPublic = (message: SlackMessage): boolean => workspace.channels.get(message.channel)?.kind === 'public'
  const byChannel = (messages: SlackMessage[]): Record<string, Share[]> =>
    Object.fromEntries(
      messages.map(({ channel }) => [
        channel,
        messages.filter((other) => other.channel === channel).map(({ ts, thread_ts }) => ({ ts, thread_ts })),
      ]),
    )
  return {
    public: byChannel(shown.filter(isPublic)),
    private: byChannel(shown.filter((message) => !isPublic(message))),
  }
}

type Share = Pick<SlackMessage, 'ts' | 'thread_ts'>
