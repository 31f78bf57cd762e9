import { z } from 'zod'
import type { Delivered, Delivery } from '../../../src/adapter.ts'
import type { Out } from './deliver.ts'
import { faultOf } from './faults.ts'
import { INERT, markOf, type Shown, shownOf } from './message.ts'
import { respond } from './respond.ts'

type Whisper = Extract<Delivery, { act: 'whisper' }>

const whispered = z.object({ message_ts: z.string() })
const posted = z.object({ ts: z.string(), channel: z.string() })

/**
 * Tells one person: through the `response_url` of what they did while it lasts, else in the place, else (where they or
 * we are not in that place) in their DM. The message id of an answer by `response_url` is of our making: Slack has none.
 */
export async function whisper(delivery: Whisper, out: Out): Promise<Delivered> {
  const { to, via } = delivery
  const shown = shownOf(delivery.post)
  if (via && (await respond(via, shown, out))) {
    return { message: `ephemeral:${delivery.id}`, chat: to.chat, thread: to.thread }
  }
  if (isPerson(to.chat)) return inDm(delivery, shown, out)
  try {
    return await inPlace(delivery, shown, out)
  } catch (error) {
    const { fault } = faultOf(error, 'whisper', 'chat.postEphemeral')
    if (fault.kind !== 'refused' || fault.reason !== 'place-gone') throw error
    return inDm(delivery, shown, out)
  }
}

/** A user id stands for that person's DM (adapter.ts `Address`). */
export function isPerson(chat: string): boolean {
  return /^[UW]/.test(chat)
}

async function inPlace(delivery: Whisper, shown: Shown, { client }: Out): Promise<Delivered> {
  const { chat, thread } = delivery.to
  const answer = whispered.parse(
    await client.chat.postEphemeral({
      channel: chat,
      user: delivery.person,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...shown,
      link_names: false,
      parse: 'none',
    }),
  )
  return { message: answer.message_ts, chat, thread }
}

async function inDm(delivery: Whisper, shown: Shown, { client }: Out): Promise<Delivered> {
  const answer = posted.parse(
    await client.chat.postMessage({
      channel: delivery.person,
      ...shown,
      ...INERT,
      unfurl_links: false,
      unfurl_media: false,
      metadata: markOf(delivery),
    }),
  )
  return { message: answer.ts, chat: answer.channel }
}
