import { setTimeout as sleep } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import { z } from 'zod'
import type { Missed, RawEvent } from '../../../src/adapter.ts'
import type { Log } from '../log.ts'
import { faultOf } from '../out/faults.ts'
import { isOurs, saying } from './message.ts'
import type { Here } from './read.ts'
import { rowOf } from './row.ts'
import { messageShape } from './shapes.ts'
import { timeOfTs } from './times.ts'

/** As Slack tells it, also what we do not read: it is kept as an event's is. */
const kept = z.looseObject(messageShape.shape).extend({ reply_count: z.number().nullish() })
type Kept = z.infer<typeof kept>

const nextPage = z.object({ next_cursor: z.string().nullish() }).nullish()
const page = z.object({ messages: z.array(kept), response_metadata: nextPage })
const directs = z.object({ channels: z.array(z.object({ id: z.string() })), response_metadata: nextPage })

/** Of a chat with more pages than this of 200 messages the oldest are not reached. */
const MOST_PAGES = 20
/** People who write to us alone: so many chats are looked at. */
const MOST_DIRECTS = 200

/**
 * What people said since then, as events (`Adapter.missed`): Slack gives an event up after about six minutes
 * (platforms.md §A2), its history does not. Its ids are those the event would have had, so that nothing is heard twice.
 * Edits, deletions and reactions of what was said before are not in there.
 */
export async function* fetchMissed(client: webApi.WebClient, missed: Missed, at: Here, log: Log) {
  const { since, signal } = missed
  const oldest = (since.getTime() / 1000).toFixed(6)
  const ask = asking(signal, log)
  const threads = new Map(missed.threads.map((one) => [`${one.chat}:${one.thread}`, one]))
  const chats = new Set([...missed.chats, ...(await directChats(client, ask))])
  for (const channel of chats) {
    const found = await pagesOf(ask, 'conversations.history', (cursor) =>
      client.conversations.history({ channel, oldest, limit: 200, ...cursor }),
    )
    for (const { ts, reply_count } of found) {
      if (reply_count) threads.set(`${channel}:${ts}`, { chat: channel, thread: ts })
    }
    yield rowsOf(channel, found, oldest, at)
  }
  for (const { chat: channel, thread: ts } of threads.values()) {
    const found = await pagesOf(ask, 'conversations.replies', (cursor) =>
      client.conversations.replies({ channel, ts, oldest, limit: 200, ...cursor }),
    )
    yield rowsOf(channel, found, oldest, at)
  }
}

type Ask = <T>(method: string, call: () => Promise<T>) => Promise<T | undefined>

/** A call that waits as long as Slack asks for. Undefined where it does not let us see. */
function asking(signal: AbortSignal, log: Log): Ask {
  return async (method, call) => {
    for (;;) {
      signal.throwIfAborted()
      try {
        return await call()
      } catch (error) {
        if (error instanceof webApi.WebAPIRateLimitedError) {
          await sleep(error.retryAfter * 1000, undefined, { signal })
          continue
        }
        const { fault } = faultOf(error, 'read', method)
        const unseen = fault.kind === 'refused' || ('code' in fault && fault.code === 'missing_scope')
        if (!unseen) throw error
        log.warn({ method, code: 'code' in fault ? fault.code : undefined }, 'slack-history-unseen')
        return undefined
      }
    }
  }
}

async function pagesOf(
  ask: Ask,
  method: string,
  call: (cursor: { cursor?: string }) => Promise<unknown>,
): Promise<Kept[]> {
  const found: Kept[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const answer = await ask(method, () => call(cursor === undefined ? {} : { cursor }))
    if (answer === undefined) return found
    const { messages, response_metadata: next } = page.parse(answer)
    found.push(...messages)
    cursor = next?.next_cursor || undefined
    if (cursor === undefined) break
  }
  return found
}

async function directChats(client: webApi.WebClient, ask: Ask): Promise<string[]> {
  const answer = await ask('conversations.list', () => client.conversations.list({ types: 'im', limit: MOST_DIRECTS }))
  return answer === undefined ? [] : directs.parse(answer).channels.map(({ id }) => id)
}

/** The root of a thread comes with each page, however old; what is not later than `oldest` was heard. */
function rowsOf(channel: string, found: readonly Kept[], oldest: string, { us }: Here): RawEvent[] {
  const heard = new Set<string>()
  return found
    .filter((message) => {
      const new_ = message.ts > oldest && !heard.has(message.ts)
      heard.add(message.ts)
      return new_ && !message.bot_id && !isOurs(message, us) && saying.has(message.subtype ?? undefined)
    })
    .toSorted((one, other) => (one.ts < other.ts ? -1 : 1))
    .flatMap((message) => rowOf(eventOf(channel, message), us.account) ?? [])
}

function eventOf(channel: string, message: Kept) {
  const channel_type = channel.startsWith('D') ? 'im' : channel.startsWith('G') ? 'group' : 'channel'
  const seconds = Math.floor(timeOfTs(message.ts).getTime() / 1000)
  return {
    type: 'event_callback',
    event_id: `history:${channel}:${message.ts}`,
    event_time: seconds,
    received: { seconds, digest: '' },
    event: { ...message, type: 'message', channel, channel_type, event_ts: message.ts },
  }
}
