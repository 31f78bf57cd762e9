import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import { faultOf } from './faults.ts'
import { isPerson } from './whisper.ts'

const opened = z.object({ channel: z.object({ id: z.string() }) })
const linked = z.object({ permalink: z.string() })

/** The channel behind an address: itself, or the DM of a person, which keeps its id for ever. */
export function channelFinder(client: webApi.WebClient): (chat: string) => Promise<string> {
  const known = new Map<string, string>()
  return async (chat) => {
    if (!isPerson(chat)) return chat
    const id = known.get(chat) ?? opened.parse(await client.conversations.open({ users: chat })).channel.id
    known.set(chat, id)
    return id
  }
}

/** `chat.getPermalink`; undefined where the message is not there, or not for us to see. */
export async function permalink(client: webApi.WebClient, chat: string, message: string): Promise<string | undefined> {
  try {
    return linked.parse(await client.chat.getPermalink({ channel: chat, message_ts: message })).permalink
  } catch (error) {
    if (faultOf(error, 'read', 'chat.getPermalink').fault.kind === 'refused') return undefined
    throw error
  }
}
