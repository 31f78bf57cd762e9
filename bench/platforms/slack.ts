import { createHmac } from 'node:crypto'
import type { Doing, Secrets, Writer } from './wire.ts'

/** The workspace of the bench, and who of it is an agent. */
export const TEAM = 'T0BENCH'
export const AGENT = 'U0AGENT'
const BOT_USER = 'U0BOT'
const APP = 'A0BENCH'

let count = 0

/**
 * A `ts` nobody had before: the hour to the thousandth, as Slack's are, and a number. What was said a fifth of a second
 * later must not look like the same moment, for by these the desk keeps the order.
 */
export function newTs(): string {
  count += 1
  const now = Date.now()
  const behind = `${String(now % 1000).padStart(3, '0')}${String(count % 1000).padStart(3, '0')}`
  return `${Math.floor(now / 1000)}.${behind}`
}

/** What the Web API answers: enough for our adapter and for Bolt, and nothing looked at twice. */
export function slackAnswer(method: string, body: string): unknown {
  const field = (name: string): string => formField(body, name)
  switch (method) {
    case 'chat.postMessage': {
      const channel = field('channel')
      return { ok: true, channel: channel.startsWith('U') ? `D${channel}` : channel, ts: newTs(), message: {} }
    }
    case 'chat.postEphemeral':
      return { ok: true, message_ts: newTs() }
    case 'chat.update':
    case 'chat.delete':
      return { ok: true, channel: field('channel'), ts: field('ts'), text: '' }
    case 'auth.test':
      return { ok: true, team_id: TEAM, team: 'Bench', user_id: BOT_USER, user: 'deskhand', bot_id: 'B0BENCH' }
    case 'users.info':
      return { ok: true, user: member(field('user')) }
    case 'conversations.info':
      return { ok: true, channel: { id: field('channel'), is_private: field('channel').startsWith('C0TRIAGE') } }
    case 'conversations.members':
      return { ok: true, members: [BOT_USER, AGENT], response_metadata: { next_cursor: '' } }
    // It keeps nothing: what is asked for after an outage has not been said here.
    case 'conversations.history':
    case 'conversations.replies':
      return { ok: true, messages: [], has_more: false, response_metadata: { next_cursor: '' } }
    case 'conversations.list':
      return { ok: true, channels: [], response_metadata: { next_cursor: '' } }
    case 'conversations.open':
      return { ok: true, channel: { id: `D${field('users')}` } }
    case 'chat.getPermalink':
      return { ok: true, permalink: `https://bench.slack.com/archives/${field('channel')}/p1` }
    case 'files.getUploadURLExternal': {
      count += 1
      return { ok: true, file_id: `F${count}`, upload_url: `${origin}/upload/F${count}` }
    }
    case 'files.completeUploadExternal':
      for (const [id] of field('files').matchAll(/F\d+/g)) sharedIn.set(id, field('channel_id'))
      return { ok: true, files: [{ id: 'F1', title: '' }] }
    case 'files.info': {
      const id = field('file')
      const url = `${origin}/file/${id}`
      return {
        ok: true,
        file: { id, name: 'file', size: 70, url_private_download: url, ...shares(sharedIn.get(id) ?? '') },
      }
    }
    default:
      return { ok: true }
  }
}

let origin = ''

/** Where this Slack is, for the addresses it gives out. */
export function slackIsAt(url: string): void {
  origin = url
}

/** Where an uploaded file was shown, by its id. */
const sharedIn = new Map<string, string>()

function shares(channel: string) {
  return { shares: { private: { [channel]: [{ ts: newTs() }] } } }
}

function member(id: string) {
  return { id, team_id: TEAM, name: id.toLowerCase(), real_name: `Person ${id}`, locale: 'en-US', profile: {} }
}

/** One field of a form, or of a JSON body; '' where it is not there. */
function formField(body: string, name: string): string {
  const found = new RegExp(`(?:^|&)${name}=([^&]*)`).exec(body)?.[1]
  if (found !== undefined) return decodeURIComponent(found.replaceAll('+', ' '))
  return new RegExp(`"${name}":"([^"]*)"`).exec(body)?.[1] ?? ''
}

/** What somebody does on Slack, as the signed request Slack makes of it. */
export function slackRequest({ chat, thread, user }: Writer, doing: Doing, { signingSecret }: Secrets) {
  const body = doing.does === 'command' ? commandBody(chat, user, doing.text) : eventBody(chat, thread, user, doing)
  const stamp = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', signingSecret).update(`v0:${stamp}:${body}`).digest('hex')
  const type = doing.does === 'command' ? 'application/x-www-form-urlencoded' : 'application/json'
  return {
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(stamp),
      'x-slack-signature': `v0=${signature}`,
    },
  }
}

function eventBody(
  channel: string,
  thread: string | undefined,
  user: string,
  doing: Exclude<Doing, { does: 'command' }>,
) {
  count += 1
  return JSON.stringify({
    token: 'deprecated',
    team_id: TEAM,
    api_app_id: APP,
    event: { ...eventOf(channel, thread, user, doing), channel, event_ts: newTs() },
    type: 'event_callback',
    event_id: `Ev${process.pid}${count}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true }],
    is_ext_shared_channel: false,
  })
}

function eventOf(
  channel: string,
  thread: string | undefined,
  user: string,
  doing: Exclude<Doing, { does: 'command' }>,
): Record<string, unknown> {
  const channel_type = channel.startsWith('D') ? 'im' : channel.startsWith('C0TRIAGE') ? 'group' : 'channel'
  const message = (ts: string, text: string) => ({
    type: 'message',
    user,
    ts,
    ...(thread !== undefined && { thread_ts: thread }),
    team: TEAM,
    text,
    blocks: [richText(text)],
  })
  switch (doing.does) {
    case 'say':
      return { ...message(doing.id ?? newTs(), doing.text), channel_type, ...doing.more }
    case 'edit': {
      const edited = { ...message(doing.message, doing.text), edited: { user, ts: newTs() } }
      const previous_message = message(doing.message, 'before')
      return {
        type: 'message',
        subtype: 'message_changed',
        channel_type,
        ts: newTs(),
        message: edited,
        previous_message,
      }
    }
    case 'delete':
      return {
        type: 'message',
        subtype: 'message_deleted',
        channel_type,
        ts: newTs(),
        deleted_ts: doing.message,
        previous_message: message(doing.message, 'before'),
      }
    case 'react':
      return {
        type: 'reaction_added',
        user,
        reaction: 'thumbsup',
        item: { type: 'message', channel, ts: doing.message },
      }
    case 'home':
      return { type: 'app_home_opened', user, tab: 'home' }
    default:
      return doing satisfies never
  }
}

function richText(text: string) {
  return {
    type: 'rich_text',
    block_id: 'b',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  }
}

function commandBody(channel: string, user: string, text: string): string {
  count += 1
  const trigger_id = `${process.pid}.${count}.bench`
  const fields = {
    team_id: TEAM,
    api_app_id: APP,
    channel_id: channel,
    user_id: user,
    command: '/ticket',
    text,
    trigger_id,
  }
  return new URLSearchParams(fields).toString()
}
