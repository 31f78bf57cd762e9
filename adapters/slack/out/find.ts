import { z } from 'zod'
import { type Delivered, type Delivery, DeliveryFault } from '../../../src/adapter.ts'
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
      metadata: z
        .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()).nullish() })
        .nullish(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
})

/**
 * Looks for a post whose end was unclear by the mark it bears. `absent` is certain; `unknowable` where so much was said
 * since that it is not looked through, and for what is no post.
 */
export async function find(delivery: Delivery, since: Date, out: Out): Promise<Delivered | 'absent' | 'unknowable'> {
  if (delivery.act !== 'post') return 'unknowable'
  try {
    return await called(out, 'read', 'conversations.history', () => lookThrough(delivery, since, out))
  } catch (error) {
    // Not having been able to look says nothing about the post: whatever the reason, it is asked again.
    if (error instanceof DeliveryFault && error.fault.kind === 'refused') {
      throw new DeliveryFault({ kind: 'again', code: error.fault.code })
    }
    throw error
  }
}

async function lookThrough(delivery: Delivery, since: Date, out: Out): Promise<Delivered | 'absent' | 'unknowable'> {
  const { thread } = delivery.to
  const chat = await out.channelOf(delivery.to.chat)
  let cursor: string | undefined
  for (let read = 0; read < PAGES; read++) {
    const { messages, response_metadata } = page.parse(await pageOf(chat, thread, since, cursor, out))
    const ours = messages.find((message) => isMarked(message, delivery.id))
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

function isMarked(message: z.infer<typeof page>['messages'][number], id: string): boolean {
  return message.metadata?.event_type === MARK && message.metadata.event_payload?.delivery_id === id
}
