import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import type { Source } from '../../../src/adapter.ts'
import { faultOf } from '../out/faults.ts'
import { sourceOf } from './message.ts'
import type { Here } from './read.ts'
import { messageShape } from './shapes.ts'

const replies = z.object({ messages: z.array(messageShape) })

/**
 * One message (`conversations.replies`: a reaction bears no words, platforms.md §A1). Slack answers with the root of a
 * thread before the reply asked for, so a few are asked for and the right one is picked out.
 */
export async function fetchMessage(
  client: webApi.WebClient,
  channel: string,
  ts: string,
  at: Here,
): Promise<Source | undefined> {
  try {
    const window = { channel, ts, oldest: ts, latest: ts, inclusive: true, limit: 10 }
    const { messages } = replies.parse(await client.conversations.replies(window))
    const found = messages.find((message) => message.ts === ts)
    return found && sourceOf(channel, found, at)
  } catch (error) {
    if (faultOf(error, 'read', 'conversations.replies').fault.kind === 'refused') return undefined
    throw error
  }
}
