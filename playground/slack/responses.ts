import { z } from 'zod'
import { withIds } from './blocks.ts'
import { hush, rewhisper, whisper } from './ephemerals.ts'
import { checkMessage } from './limits.ts'
import { asBot, change, erase, liveMessage, post } from './messages.ts'
import type { SlackBlock } from './objects.ts'
import { pingedBy } from './pinged.ts'
import { SlackRefusal } from './refusal.ts'
import { BOT } from './seed.ts'
import { keyOf, newId, type ResponseUrl, type Workspace } from './workspace.ts'

const MOST_USES = 5
const LIFE_MS = 30 * 60_000

/** What an app sends to a `response_url`, or as the body of a command's acknowledgement. */
const response = z.looseObject({
  text: z.string().optional(),
  // checkMessage looks at each block.
  blocks: z.custom<SlackBlock[]>((value) => Array.isArray(value)).optional(),
  attachments: z.array(z.record(z.string(), z.unknown())).optional(),
  metadata: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
})
export type AppResponse = z.infer<typeof response>

/** Makes a `response_url` for somebody's doing in a channel. */
export function responseUrl(workspace: Workspace, made: Pick<ResponseUrl, 'channel' | 'user' | 'original'>): string {
  const id = newId('R')
  workspace.responseUrls.set(id, { ...made, uses: 0, madeAt: workspace.realNow() })
  return `${workspace.url}/slack-response/${id}`
}

/** Uses a `response_url` once. Refuses an old or used up one, and what breaks a limit. */
export function respond(workspace: Workspace, id: string, body: unknown): AppResponse {
  const place = workspace.responseUrls.get(id)
  if (!place || workspace.realNow() - place.madeAt > LIFE_MS) throw new SlackRefusal('expired_url')
  if (place.uses >= MOST_USES) throw new SlackRefusal('used_url')
  const parsed = response.safeParse(body)
  if (!parsed.success) throw new SlackRefusal('invalid_payload')
  workspace.responseUrls.set(id, { ...place, uses: place.uses + 1 })
  apply(workspace, place, parsed.data)
  return parsed.data
}

/** Reads the body of a command's acknowledgement: nothing, plain text or a message. Refuses what breaks a limit. */
export function acknowledged(
  workspace: Workspace,
  place: Pick<ResponseUrl, 'channel' | 'user'>,
  body: string,
): AppResponse | undefined {
  if (body.trim() === '') return undefined
  const json = safeJson(body)
  const parsed = response.safeParse(typeof json === 'object' && json !== null ? json : { text: body })
  if (!parsed.success) throw new SlackRefusal('invalid_payload')
  if (Object.keys(parsed.data).length === 0) return undefined
  apply(workspace, place, parsed.data)
  return parsed.data
}

function apply(
  workspace: Workspace,
  place: Pick<ResponseUrl, 'channel' | 'user' | 'original'>,
  said: AppResponse,
): void {
  const { original } = place
  const message = original && !original.ephemeral ? liveMessage(workspace, place.channel, original.ts) : undefined
  const shown = original?.ephemeral ? workspace.ephemerals.get(keyOf(place.channel, original.ts)) : undefined
  if (said.delete_original) {
    if (shown) hush(workspace, shown)
    if (message && message.bot_id === BOT) erase(workspace, message)
    return
  }
  checkMessage(said)
  const contents = { text: said.text ?? '', blocks: withIds(said.blocks), attachments: said.attachments }
  if (said.replace_original && shown) {
    rewhisper(workspace, shown, contents)
  } else if (said.replace_original && message) {
    if (message.bot_id !== BOT) throw new SlackRefusal('cant_update_message')
    const edited = { user: message.user ?? '', ts: workspace.stamp() }
    change(workspace, message, { ...message, ...contents, edited, pinged: pingedBy(contents) })
  } else if (said.response_type === 'in_channel') {
    const channel = workspace.channels.get(place.channel)
    if (channel)
      post(workspace, channel, { ...asBot(), ...contents, thread_ts: said.thread_ts, pinged: pingedBy(contents) })
  } else {
    whisper(workspace, place.channel, place.user, { ...contents, thread_ts: said.thread_ts })
  }
}

function safeJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
