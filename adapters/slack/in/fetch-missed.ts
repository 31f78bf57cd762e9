import { setTimeout as sleep } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import { z } from 'zod'
import type { KnownMessage, Missed, RawEvent } from '../../../src/adapter.ts'
import type { Log } from '../log.ts'
import { faultOf } from '../out/faults.ts'
import { type Change, changesOf, deletionOf, type Kept, kept, reactionsOf } from './changes-missed.ts'
import { isOurs, saying } from './message.ts'
import type { Here } from './read.ts'
import { rowOf } from './row.ts'
import { timeOfTs } from './times.ts'

const response_metadata = z.object({ next_cursor: z.string().nullish() }).nullish()
const page = z.object({ messages: z.array(kept), response_metadata })
const directs = z.object({ channels: z.array(z.object({ id: z.string() })), response_metadata })

/** Of a chat with more pages than this of 200 messages the oldest are not reached. */
const MOST_PAGES = 20
/** People who write to us alone: so many pages of 200 chats are looked at; Slack does not say where somebody wrote lately. */
const MOST_DIRECT_PAGES = 5

/** A reaction waits for the message it is on, which is in another lane (ms). */
const REACTION_HOLD_MS = 3_000

/**
 * What people said since then, as events (`Adapter.missed`): Slack gives an event up after about six minutes
 * (platforms.md §A2), its history does not. Its ids are those the event would have had, so that nothing is heard twice.
 * What they did to messages of the threads that we know is told by how these read now.
 */
export async function* fetchMissed(client: webApi.WebClient, missed: Missed, at: Here, log: Log) {
  const { since, now, knownFrom, raising, signal } = missed
  const oldest = tsOf(since)
  const ask = asking(signal, log)
  const threads = new Map(missed.threads.map((one) => [`${one.chat}:${one.thread}`, one]))
  const known = Map.groupBy(missed.known, (one) => `${one.chat}:${one.thread}`)
  const chats = new Set([...missed.chats, ...(await directChats(client, ask, log))])
  const window = { oldest, now: tsOf(now), us: at.us.botUser, raising }
  // Alone with us people write beside the thread: what is known of there is read in the same call.
  const originals = missed.known.filter(({ original }) => original)
  const wanted = new Set(originals.map(({ chat, message }) => `${chat}:${message}`))
  const alone = new Set(originals.flatMap(({ chat }) => (chat.startsWith('D') ? [chat] : [])))
  const shown = new Map<string, Kept>()
  for (const channel of chats) {
    const from = alone.has(channel) && knownFrom < since ? tsOf(knownFrom) : oldest
    const { found } = await pagesOf(ask, 'conversations.history', (cursor) =>
      client.conversations.history({ channel, oldest: from, limit: 200, ...cursor }),
    )
    for (const message of found) {
      const { ts, reply_count } = message
      if (reply_count && ts > oldest) threads.set(`${channel}:${ts}`, { chat: channel, thread: ts })
      if (wanted.has(`${channel}:${ts}`)) shown.set(`${channel}:${ts}`, message)
    }
    yield rowsOf(channel, found, window, at)
  }
  const absent = new Map<string, KnownMessage>()
  const inThreads = new Set<string>()
  for (const [name, { chat: channel, thread: ts }] of threads) {
    const before = known.get(name) ?? []
    const from = before.length > 0 && knownFrom < since ? tsOf(knownFrom) : oldest
    const { found, whole } = await pagesOf(ask, 'conversations.replies', (cursor) =>
      client.conversations.replies({ channel, ts, oldest: from, limit: 200, ...cursor }),
    )
    // Of a thread that is not shown to its end nobody can say what is missing.
    const changes = whole ? changesOf(found, before, window) : []
    yield [...rowsOf(channel, found, window, at), ...changes.flatMap((change) => changeRow(channel, change, at))]
    for (const message of found) inThreads.add(`${channel}:${message.ts}`)
    for (const one of whole ? before : []) if (one.original) absent.set(`${channel}:${one.message}`, one)
  }
  // A message may stand outside the threads of its ticket: said beside the thread, or in one that was merged into it.
  for (const [name, one] of absent) {
    if (inThreads.has(name)) continue
    const now = shown.get(name) ?? (await lookUp(client, ask, one))
    const changes = now === 'gone' ? [deletionOf(one, window)] : changesOf(now ? [now] : [], [one], window)
    yield changes.flatMap((change) => changeRow(one.chat, change, at))
  }
}

function tsOf(at: Date): string {
  return (at.getTime() / 1000).toFixed(6)
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

type Call = (cursor: { cursor?: string }) => Promise<unknown>

const pagesOf = (ask: Ask, method: string, call: Call): Promise<{ found: Kept[]; whole: boolean }> =>
  allOf(ask, method, call, MOST_PAGES, (answer) => {
    const { messages, response_metadata: next } = page.parse(answer)
    return { items: messages, next: next?.next_cursor }
  })

/** Page after page, to the last one (`whole`) or as many as there are to be; or as far as Slack lets us see. */
async function allOf<T>(
  ask: Ask,
  method: string,
  call: Call,
  most: number,
  read: (answer: unknown) => { items: T[]; next: string | null | undefined },
): Promise<{ found: T[]; whole: boolean }> {
  const found: T[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < most; pages += 1) {
    const answer = await ask(method, () => call(cursor === undefined ? {} : { cursor }))
    if (answer === undefined) return { found, whole: false }
    const { items, next } = read(answer)
    found.push(...items)
    cursor = next || undefined
    if (cursor === undefined) return { found, whole: true }
  }
  return { found, whole: false }
}

/** Slack's words for a message that is not there. */
const notThere = new Set(['thread_not_found', 'message_not_found'])

/** One message as it is now; undefined where Slack does not let us see it. */
async function lookUp(
  client: webApi.WebClient,
  ask: Ask,
  { chat: channel, message: ts }: KnownMessage,
): Promise<Kept | 'gone' | undefined> {
  const answer = await ask('conversations.replies', async () => {
    try {
      // Before a reply Slack shows the root of its thread.
      return await client.conversations.replies({ channel, ts, oldest: ts, latest: ts, inclusive: true, limit: 10 })
    } catch (error) {
      const { fault } = faultOf(error, 'read', 'conversations.replies')
      if (fault.kind === 'refused' && notThere.has(fault.code)) return { messages: [] }
      throw error
    }
  })
  return answer && (page.parse(answer).messages.find((message) => message.ts === ts) ?? 'gone')
}

async function directChats(client: webApi.WebClient, ask: Ask, log: Log): Promise<string[]> {
  const list: Call = (cursor) => client.conversations.list({ types: 'im', limit: 200, ...cursor })
  const { found, whole } = await allOf(ask, 'conversations.list', list, MOST_DIRECT_PAGES, (answer) => {
    const { channels, response_metadata: next } = directs.parse(answer)
    return { items: channels.map(({ id }) => id), next: next?.next_cursor }
  })
  if (!whole && found.length > 0) {
    log.warn(
      { platform: 'slack', chats: found.length, repair: 'docs/operate.md#after-an-outage-of-ours' },
      'gap-too-wide',
    )
  }
  return found
}

interface Said {
  oldest: string
  now: string
  us: string
}

/** The root of a thread comes with each page, however old; what is not later than `oldest` was heard. */
function rowsOf(channel: string, found: readonly Kept[], window: Said, at: Here): RawEvent[] {
  const heard = new Set<string>()
  const said = found
    .filter((message) => {
      const new_ = message.ts > window.oldest && !heard.has(message.ts)
      heard.add(message.ts)
      return new_ && !message.bot_id && !isOurs(message, at.us) && saying.has(message.subtype ?? undefined)
    })
    .toSorted((one, other) => (one.ts < other.ts ? -1 : 1))
  const reactions = said.flatMap((message) => reactionsOf(message, [], window))
  return [
    ...said.flatMap((message) => {
      const event = { ...message, type: 'message', event_ts: message.ts }
      return rowOf(payloadOf(channel, message.ts, event), at.us.account) ?? []
    }),
    ...reactions.flatMap((change) => changeRow(channel, change, at)),
  ]
}

function changeRow(channel: string, { id, event }: Change, { us }: Here): RawEvent[] {
  const item = 'item' in event ? { item: { ...Object(event.item), channel } } : undefined
  const row = rowOf(payloadOf(channel, id, { ...event, ...item }), us.account)
  return row ? [{ ...row, ...(item && { holdMs: REACTION_HOLD_MS }) }] : []
}

/** An event as Slack would have sent it, with an id of our own that is the same each time. */
function payloadOf(channel: string, id: string, event: { event_ts: string } & Record<string, unknown>) {
  const channel_type = channel.startsWith('D') ? 'im' : channel.startsWith('G') ? 'group' : 'channel'
  const seconds = Math.floor(timeOfTs(event.event_ts).getTime() / 1000)
  return {
    type: 'event_callback',
    event_id: `history:${channel}:${id}`,
    event_time: seconds,
    received: { seconds, digest: '' },
    event: { ...event, channel, channel_type },
  }
}
