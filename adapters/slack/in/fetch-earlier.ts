import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import type { Earlier, ThreadMessage } from '../../../src/adapter.ts'
import { faultOf } from '../out/faults.ts'
import { isOurs, saying, sourceOf } from './message.ts'
import type { Here } from './read.ts'
import { type Message, messageShape } from './shapes.ts'

const page = z.object({
  messages: z.array(messageShape),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
})

/** Of a thread longer than this many pages of 200 the newest are not reached. */
const MOST_PAGES = 10

/**
 * What people said in a thread before one message (`conversations.replies`, oldest first, the root with every page).
 * Slack shows it to the bot where it is in the channel and the app has `channels:history` or `groups:history`.
 */
export async function fetchEarlier(
  client: webApi.WebClient,
  { chat: channel, thread, message }: ThreadMessage,
  most: number,
  at: Here,
): Promise<Earlier> {
  try {
    const found = new Map<string, Message>()
    let cursor: string | undefined
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const window = { channel, ts: thread, latest: message, limit: 200, ...(cursor !== undefined && { cursor }) }
      const { messages, response_metadata: next } = page.parse(await client.conversations.replies(window))
      // A `ts` is digits, a dot and six digits: as a string it sorts by time.
      for (const one of messages) if (one.ts < message && isPersons(one, at)) found.set(one.ts, one)
      cursor = next?.next_cursor || undefined
      if (cursor === undefined) break
    }
    return { messages: [...found.values()].slice(-most).map((one) => sourceOf(channel, one, at)) }
  } catch (error) {
    const { fault } = faultOf(error, 'read', 'conversations.replies')
    if (fault.kind === 'refused' || ('code' in fault && fault.code === 'missing_scope')) return { refused: 'unseen' }
    throw error
  }
}

function isPersons(message: Message, { us }: Here): boolean {
  return !message.bot_id && !isOurs(message, us) && saying.has(message.subtype ?? undefined)
}
