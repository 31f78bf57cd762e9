import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { RawEvent } from '../../../src/adapter.ts'
import { isIdleChange } from './left.ts'
import { Malformed, type Payload } from './payload.ts'
import {
  type BlockActions,
  eventReadByBolt,
  isHomeOpened,
  type MessageEvent,
  messageEvent,
  messageShape,
  reactionEvent,
  readByBolt,
  type Storable,
  stepEvent,
  storable,
} from './shapes.ts'
import { momentOfAct, momentOfTs } from './times.ts'

/** Slack promises no order of events; an earlier message of a lane is waited for this long (ms). */
const HOLD_MS = 300

/**
 * The inbox row of a request, with the keys of design.md §8, or undefined for what leaves no trace (a form closed or
 * redrawn). Throws `Malformed` on a shape that is not known.
 */
export function rowOf(payload: Payload, account: string): RawEvent | undefined {
  refuseBeforeBolt(payload)
  if (payload.type === 'view_closed') return undefined
  const parsed = storable.safeParse(payload)
  if (!parsed.success) throw new Malformed(parsed.error)
  const body = parsed.data
  if (body.type === 'block_actions' && body.view && body.view.type !== 'home') return undefined
  // Nothing is done by looking at one's own page.
  if (body.type === 'event_callback' && body.event.type === 'app_home_opened') return undefined
  if (body.type === 'event_callback' && isIdleChange(body.event)) return undefined
  const { key, naturalKey, lane, occurredAt, micros, holdMs = 0 } = keysOf(body, account)
  return {
    platform: 'slack',
    account,
    key: storableKey(key),
    ...(naturalKey !== undefined && { naturalKey: storableKey(naturalKey) }),
    lane: storableKey(lane),
    ...(isOfOurTime(occurredAt) ? { occurredAt, micros } : { occurredAt: new Date(receivedSeconds(payload) * 1000) }),
    holdMs,
    body: payload,
  }
}

/** What Bolt would fall over: our answer is then that it is malformed, and not that we have failed. */
function refuseBeforeBolt(payload: Payload): void {
  for (const shape of isHomeOpened(payload) ? [readByBolt, eventReadByBolt] : [readByBolt]) {
    const read = shape.safeParse(payload)
    if (!read.success) throw new Malformed(read.error)
  }
}

/** No key of Slack's is long, or anything but ASCII. What is could not be stored, and would be sent again for nothing. */
function storableKey(key: string): string {
  return /^[ -~]{1,500}$/.test(key) ? key : createHash('sha256').update(key).digest('hex')
}

/** A time no database could keep, or that would hold up its lane for good, is none. */
function isOfOurTime(at: Date): boolean {
  const year = at.getUTCFullYear()
  return year >= 1970 && year < 2100
}

function receivedSeconds(payload: Payload): number {
  return z.object({ received: z.object({ seconds: z.number() }) }).parse(payload).received.seconds
}

type Keys = Pick<RawEvent, 'key' | 'lane' | 'occurredAt'> & Partial<Pick<RawEvent, 'micros' | 'naturalKey' | 'holdMs'>>

function keysOf(body: Storable, account: string): Keys {
  switch (body.type) {
    case 'event_callback':
      return { key: body.event_id, ...keysOfEvent(body, account) }
    case 'command':
      return { key: body.trigger_id, lane: `person:${body.user_id}`, ...momentOfAct(null, body.received) }
    case 'shortcut':
      return { key: body.trigger_id, lane: `person:${body.user.id}`, ...momentOfAct(null, body.received) }
    case 'view_submission':
      return {
        key: body.trigger_id ?? body.received.digest,
        lane: `person:${body.user.id}`,
        ...momentOfAct(null, body.received),
      }
    case 'message_action':
      return {
        key: body.trigger_id,
        // Beside the form it opens, which is sent in soon after and needs what this one keeps. By the same clock, too:
        // a form has whole seconds only, and would come before what opened it.
        lane: `person:${body.user.id}`,
        ...momentOfAct(null, body.received),
      }
    case 'block_actions':
      return {
        key: body.trigger_id ?? body.received.digest,
        lane: laneOfPress(body),
        ...momentOfAct(body.actions[0]?.action_ts, body.received),
      }
    default:
      return body satisfies never
  }
}

function laneOfPress(body: BlockActions): string {
  const thread = body.message?.thread_ts ?? body.container?.thread_ts ?? body.message?.ts ?? body.container?.message_ts
  return `${body.channel?.id ?? body.user.id}:${thread ?? ''}`
}

function keysOfEvent(body: Extract<Storable, { type: 'event_callback' }>, account: string): Omit<Keys, 'key'> {
  const { event } = body
  // A message in a shape we do not know is kept all the same: `read` throws on it, and it is parked where people see it.
  const message = saysSomething(event) ? messageEvent.safeParse(event).data : undefined
  const channel = typeof event.channel === 'string' ? event.channel : ''
  const occurredAt = new Date(body.event_time * 1000)
  return (
    (message && keysOfMessage(message, event, account)) ??
    keysOfReaction(event, occurredAt) ??
    keysOfStep(event, occurredAt) ?? { lane: `${channel}:${event.type}`, occurredAt }
  )
}

/** In a thread the `message` event alone counts: an `app_mention` does not tell whether it is shown to the channel, too. */
export function saysSomething(event: { type: string; thread_ts?: unknown }): boolean {
  return event.type === 'message' || (event.type === 'app_mention' && !event.thread_ts)
}

/** In the lane of the message it is on: of two people with the same emoji one comes first. */
function keysOfReaction(event: { type: string }, at: Date): Omit<Keys, 'key'> | undefined {
  const { item, event_ts } = reactionEvent.safeParse(event).data ?? {}
  if (!item?.channel || !item.ts) return undefined
  return {
    lane: `${item.channel}:${item.ts}`,
    ...(event_ts ? momentOfTs(event_ts) : { occurredAt: at }),
    holdMs: HOLD_MS,
  }
}

function keysOfStep(event: { type: string }, at: Date): Omit<Keys, 'key'> | undefined {
  const step = event.type === 'function_executed' ? stepEvent.safeParse(event).data : undefined
  const run = step?.function_execution_id
  return run === undefined ? undefined : { naturalKey: `step:${run}`, lane: `step:${run}`, occurredAt: at }
}

/**
 * An edit's natural key bears `event_ts`, not `edited.ts`: the change a link preview makes repeats the `edited` of the
 * edit before it, and arriving first would pass for it.
 */
function keysOfMessage(event: MessageEvent, raw: unknown, account: string): Omit<Keys, 'key'> | undefined {
  const { channel } = event
  const natural = (ts: string) => firstKey(account, channel, ts)
  if (event.subtype === 'message_changed' && event.message) {
    const { ts, thread_ts } = event.message
    const changedAt = event.event_ts ?? ts
    return {
      naturalKey: `${natural(ts)}:edit:${changedAt}`,
      lane: `${channel}:${thread_ts ?? ts}`,
      ...momentOfTs(changedAt),
      holdMs: holdOf(event.message),
    }
  }
  if (event.subtype === 'message_deleted' && event.deleted_ts) {
    return {
      naturalKey: `${natural(event.deleted_ts)}:deleted`,
      lane: `${channel}:${event.previous_message?.thread_ts ?? event.deleted_ts}`,
      ...momentOfTs(event.event_ts ?? event.deleted_ts),
      holdMs: holdOf(event.previous_message),
    }
  }
  const said = messageShape.safeParse(raw).data
  if (!said) return undefined
  const { ts, thread_ts } = said
  return {
    naturalKey: natural(ts),
    lane: `${channel}:${thread_ts ?? ts}`,
    ...momentOfTs(ts),
    holdMs: holdOf(said),
  }
}

/** The natural key of a message when it was new. */
export function firstKey(account: string, channel: string, ts: string): string {
  return `${account}:${channel}:${ts}`
}

/** Nobody waits behind a bot: above all the echo of our own post must not hold up who presses its button. */
function holdOf(message: { bot_id?: string | null | undefined } | null | undefined): number {
  return message?.bot_id ? 0 : HOLD_MS
}
