import { z } from 'zod'
import type { Delivered, Delivery } from '../../../src/adapter.ts'
import type { Out } from './deliver.ts'
import { called } from './deliver.ts'
import { MARK } from './message.ts'

/** How far back a place is read: pages of this many messages (platforms.md §A2: 50 calls a minute). */
const PAGES = 10
const PAGE = 200
/** Slack's clock and ours may differ by this much. */
const MARGIN_MS = 60_000

const page = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      bot_id: z.string().nullish(),
      user: z.string().nullish(),
      files: z.array(z.object({ name: z.string().nullish(), size: z.number().nullish() })).nullish(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()).nullish() })
        .nullish(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
})

/**
 * Looks for a post whose end was unclear by the mark it bears. `absent` is certain; `unknowable` where so much was said
 * since that it is not looked through, and for what is no post. Rejects with `refused` where we may not look any more
 * (removed from the channel): nothing will be accepted there either.
 */
export async function find(delivery: Delivery, since: Date, out: Out): Promise<Delivered | 'absent' | 'unknowable'> {
  if (delivery.act !== 'post') return 'unknowable'
  return called(out, 'read', 'conversations.history', () => lookThrough(delivery, since, out))
}

async function lookThrough(delivery: Delivery, since: Date, out: Out): Promise<Delivered | 'absent' | 'unknowable'> {
  const { thread } = delivery.to
  const chat = await out.channelOf(delivery.to.chat)
  let cursor: string | undefined
  for (let read = 0; read < PAGES; read++) {
    const { messages, response_metadata } = page.parse(await pageOf(chat, thread, since, cursor, out))
    const ours = messages.find((message) => isIt(message, delivery))
    if (ours) return { message: ours.ts, chat, thread: thread ?? ours.ts }
    cursor = response_metadata?.next_cursor || undefined
    if (cursor === undefined) return 'absent'
  }
  return 'unknowable'
}

function pageOf(channel: string, thread: string | undefined, since: Date, cursor: string | undefined, { client }: Out) {
  const window = {
    channel,
    oldest: ((since.getTime() - MARGIN_MS) / 1000).toFixed(6),
    limit: PAGE,
    include_all_metadata: true,
    ...(cursor === undefined ? {} : { cursor }),
  }
  return thread === undefined
    ? client.conversations.history(window)
    : client.conversations.replies({ ...window, ts: thread })
}

/** A post bears our mark. One with files cannot: it is known by their names and lengths, in a message of an app's. */
function isIt(message: z.infer<typeof page>['messages'][number], { id, act, ...rest }: Delivery): boolean {
  const files = (act === 'post' && 'post' in rest && rest.post?.files) || []
  if (files.length > 0) {
    const shown = (file: { name: string; sizeBytes: number }) =>
      message.files?.some(({ name, size }) => name === file.name && size === file.sizeBytes) === true
    return Boolean(message.bot_id) && files.every(shown)
  }
  return message.metadata?.event_type === MARK && message.metadata.event_payload?.delivery_id === id
}
