import { ErrorCode } from '@slack/web-api'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  ADA,
  AGENTS,
  BO,
  BOT,
  BOT_USER,
  HELP,
  KIM,
  RANDOM,
  RITA,
  SAM,
  TEAM,
  TRIAGE,
  TRIAGE_FINANCE,
} from '../../../playground/slack/index.ts'
import { call, clientOf, type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.stop())

/** The error code a call is refused with. */
async function refusal(calling: Promise<unknown>): Promise<string> {
  const failed: { code?: string; data?: { error?: string } } = await calling.then(
    () => ({}),
    (error: object) => error,
  )
  expect(failed.code).toBe(ErrorCode.PlatformError)
  return failed.data?.error ?? ''
}

const text = 'hello'

test('the token says who the desk is and what it may do', async () => {
  const whoami = await desk.client.auth.test()
  expect(whoami).toMatchObject({ ok: true, team_id: TEAM, user_id: BOT_USER, bot_id: BOT })
  expect(whoami.response_metadata?.scopes).toContain('chat:write')
  expect(await refusal(clientOf(desk.slack, 'xoxb-other').auth.test())).toBe('invalid_auth')
  expect(await call(desk.slack, 'chat.explode', {})).toMatchObject({ ok: false, error: 'unknown_method' })
})

test('a token without the scope is told which it needs', async () => {
  const poor = await openDesk({ scopes: ['chat:write'] })
  expect(await call(poor.slack, 'users.info', { user: RITA })).toEqual({
    ok: false,
    error: 'missing_scope',
    needed: 'users:read',
    provided: 'chat:write',
  })
  expect(await call(poor.slack, 'chat.postMessage', { channel: TRIAGE, text })).toMatchObject({ ok: true })
  await poor.stop()
})

test('the desk posts a card with a thread and a marker, and finds it by the marker', async () => {
  const metadata = { event_type: 'desk_delivery', event_payload: { delivery_id: 'd1' } }
  const card = await desk.client.chat.postMessage({ channel: TRIAGE, text: 'DEMO-1', metadata })
  const thread_ts = card.ts ?? ''
  await desk.client.chat.postMessage({
    channel: TRIAGE,
    text: 'first words',
    thread_ts,
    metadata: { ...metadata, event_payload: { delivery_id: 'd2' } },
  })
  desk.slack.world.say(ADA, TRIAGE, { text: 'looking', thread: thread_ts })

  const { messages = [] } = await desk.client.conversations.replies({
    channel: TRIAGE,
    ts: thread_ts,
    include_all_metadata: true,
  })
  expect(messages.map((message) => message.text)).toEqual(['DEMO-1', 'first words', 'looking'])
  expect(messages[0]).toMatchObject({ ts: thread_ts, thread_ts, reply_count: 2, metadata })
  expect(messages[1]).toMatchObject({ metadata: { event_payload: { delivery_id: 'd2' } }, bot_id: BOT })
  const plainly = await desk.client.conversations.replies({ channel: TRIAGE, ts: thread_ts })
  expect(plainly.messages?.[0]).not.toHaveProperty('metadata')
  const { messages: roots = [] } = await desk.client.conversations.history({ channel: TRIAGE })
  expect(roots.map((message) => message.ts)).toEqual([thread_ts])
})

test('history comes in pages, newest first, within a window', async () => {
  const [first, second, third] = ['1', '2', '3'].map((words) => desk.slack.world.say(ADA, TRIAGE, words))
  const page = await desk.client.conversations.history({ channel: TRIAGE, limit: 2 })
  expect(page).toMatchObject({ has_more: true, messages: [{ ts: third }, { ts: second }] })
  const rest = await desk.client.conversations.history({
    channel: TRIAGE,
    limit: 2,
    cursor: page.response_metadata?.next_cursor ?? '',
  })
  expect(rest).toMatchObject({ has_more: false, messages: [{ ts: first }] })
  const one = await desk.client.conversations.history({
    channel: TRIAGE,
    latest: second ?? '',
    inclusive: true,
    limit: 1,
  })
  expect(one.messages).toMatchObject([{ ts: second }])
})

test('posting to a person opens their direct message', async () => {
  const posted = await desk.client.chat.postMessage({ channel: RITA, text })
  expect(posted.channel).toBe('D0RITA')
  expect(await desk.client.conversations.open({ users: RITA })).toMatchObject({
    channel: { id: 'D0RITA' },
    already_open: true,
  })
  expect(await desk.client.conversations.info({ channel: 'D0RITA' })).toMatchObject({
    channel: { is_im: true, user: RITA },
  })
  expect(desk.slack.world.messages(desk.slack.world.dm(RITA))).toMatchObject([{ text, user: BOT_USER }])
})

test('where the desk may not post', async () => {
  const post = (channel: string, more: object = {}) => refusal(desk.client.chat.postMessage({ channel, text, ...more }))
  desk.slack.world.addChannel({ id: 'C0SECRET', name: 'secret', private: true, members: [ADA] })
  expect(await post('C0NOWHERE')).toBe('channel_not_found')
  expect(await post('C0SECRET')).toBe('channel_not_found')
  expect(await post(RANDOM)).toBe('not_in_channel')
  expect(await post(TRIAGE, { thread_ts: '1.000001' })).toBe('thread_not_found')
  expect(await call(desk.slack, 'chat.postMessage', { channel: TRIAGE, text, thread_ts: 'yesterday' })).toMatchObject({
    error: 'invalid_thread_ts',
  })
  const root = desk.slack.world.say(ADA, TRIAGE, 'root')
  const reply = desk.slack.world.say(ADA, TRIAGE, { text: 'reply', thread: root })
  expect(await post(TRIAGE, { thread_ts: reply })).toBe('cannot_reply_to_message')
  desk.slack.world.archive(TRIAGE)
  expect(await post(TRIAGE)).toBe('is_archived')
  await desk.client.conversations.join({ channel: RANDOM })
  expect(await desk.client.chat.postMessage({ channel: RANDOM, text })).toMatchObject({ ok: true })
})

test('an update replaces all of a message: what is not sent again is gone', async () => {
  const blocks = [{ type: 'divider' }]
  const metadata = { event_type: 'e', event_payload: { id: '1' } }
  const { ts = '' } = await desk.client.chat.postMessage({ channel: TRIAGE, text, blocks, metadata })
  await desk.client.chat.update({ channel: TRIAGE, ts, text: 'other' })
  const shown = desk.slack.world.message(TRIAGE, ts)
  expect(shown).toMatchObject({ text: 'other', edited: { user: BOT_USER } })
  expect(shown?.blocks).toBeUndefined()
  expect(shown?.metadata).toBeUndefined()
  await desk.slack.idle()
  expect(desk.events('message', 'message_changed')).toMatchObject([
    { message: { text: 'other', bot_id: BOT }, previous_message: { text } },
  ])
})

test('what the desk may not edit or delete', async () => {
  const rita = desk.slack.world.say(RITA, HELP, text)
  const { ts = '' } = await desk.client.chat.postMessage({ channel: HELP, text })
  const update = (which: string) => refusal(desk.client.chat.update({ channel: HELP, ts: which, text: 'x' }))
  expect(await update(rita)).toBe('cant_update_message')
  expect(await refusal(desk.client.chat.delete({ channel: HELP, ts: rita }))).toBe('cant_delete_message')
  desk.slack.world.closeEditWindow(HELP, ts)
  expect(await update(ts)).toBe('edit_window_closed')
  await desk.client.chat.delete({ channel: HELP, ts })
  expect(await update(ts)).toBe('message_not_found')
  expect(desk.slack.world.message(HELP, ts)?.deleted).toBe(true)
})

test('an ephemeral message is seen by one member, and by nobody else', async () => {
  const { message_ts } = await desk.client.chat.postEphemeral({ channel: HELP, user: RITA, text: 'only you' })
  expect(desk.slack.world.ephemerals(RITA)).toMatchObject([{ ts: message_ts, text: 'only you', channel: HELP }])
  expect(desk.slack.world.ephemerals(KIM)).toEqual([])
  expect(desk.slack.world.messages(HELP)).toEqual([])
  expect(await refusal(desk.client.chat.postEphemeral({ channel: HELP, user: BO, text }))).toBe('user_not_in_channel')
  expect(await refusal(desk.client.chat.update({ channel: HELP, ts: message_ts ?? '', text }))).toBe(
    'message_not_found',
  )
})

test('reactions: once each, and taken back once', async () => {
  const timestamp = desk.slack.world.say(RITA, HELP, text)
  const eyes = { channel: HELP, timestamp, name: 'eyes' }
  await desk.client.reactions.add(eyes)
  expect(await refusal(desk.client.reactions.add(eyes))).toBe('already_reacted')
  expect(await desk.client.reactions.get({ channel: HELP, timestamp })).toMatchObject({
    message: { reactions: [{ name: 'eyes', users: [BOT_USER], count: 1 }] },
  })
  await desk.client.reactions.remove(eyes)
  expect(await refusal(desk.client.reactions.remove(eyes))).toBe('no_reaction')
  expect(await refusal(desk.client.reactions.add({ ...eyes, name: ':eyes:' }))).toBe('invalid_name')
  expect(await refusal(desk.client.reactions.add({ ...eyes, timestamp: '1.000001' }))).toBe('message_not_found')
})

test('who people are: a guest, a usergroup, the members of a private channel', async () => {
  expect(await desk.client.users.info({ user: SAM, include_locale: true })).toMatchObject({
    user: { real_name: 'Sam', is_restricted: true, locale: 'en-US' },
  })
  expect(await refusal(desk.client.users.info({ user: 'U0NOBODY' }))).toBe('user_not_found')
  expect((await desk.client.users.list({})).members).toHaveLength(7)
  expect(await desk.client.users.profile.get({ user: ADA })).toMatchObject({ profile: { real_name: 'Ada' } })
  expect((await desk.client.usergroups.users.list({ usergroup: AGENTS })).users).toEqual([ADA, BO])
  expect((await desk.client.usergroups.list({})).usergroups).toMatchObject([{ id: AGENTS, handle: 'agents' }])
  expect((await desk.client.conversations.members({ channel: TRIAGE })).members).toContain(ADA)
  expect(await desk.client.conversations.info({ channel: TRIAGE })).toMatchObject({
    channel: { is_private: true, is_member: true },
  })
  const { channels = [] } = await desk.client.conversations.list({ types: 'public_channel,private_channel' })
  expect(channels.map(({ id }) => id)).toEqual([HELP, TRIAGE, TRIAGE_FINANCE, RANDOM])
})

test('a link to a message', async () => {
  const ts = desk.slack.world.say(RITA, HELP, text)
  const { permalink } = await desk.client.chat.getPermalink({ channel: HELP, message_ts: ts })
  expect(permalink).toBe(`${desk.slack.url}/archives/${HELP}/p${ts.replace('.', '')}`)
  expect(desk.slack.world.permalink(HELP, ts)).toBe(permalink)
})

test('a message says whom it would ping: live mentions only', async () => {
  const pinged = async (message: object): Promise<string[] | undefined> => {
    const { ts } = await call(desk.slack, 'chat.postMessage', { channel: TRIAGE, ...message })
    return desk.slack.world.message(TRIAGE, String(ts))?.pinged
  }
  const rich = (element: object) => ({
    blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [element] }] }],
  })
  expect(await pinged({ text: 'all <!channel> and <@U0ADA> and <!subteam^S0AGENTS|agents>' })).toEqual([
    'channel',
    ADA,
    AGENTS,
  ])
  expect(await pinged({ text: 'all &lt;!channel&gt; and @channel' })).toEqual([])
  expect(await pinged({ text: '@channel', link_names: true })).toEqual(['channel'])
  expect(await pinged({ blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<!here>' } }] })).toEqual(['here'])
  expect(await pinged({ blocks: [{ type: 'section', text: { type: 'plain_text', text: '<!here>' } }] })).toEqual([])
  expect(await pinged({ blocks: [{ type: 'markdown', text: '<!everyone>' }] })).toEqual(['everyone'])
  expect(await pinged(rich({ type: 'text', text: '<!channel> <@U0ADA>' }))).toEqual([])
  expect(await pinged(rich({ type: 'user', user_id: ADA }))).toEqual([ADA])
  expect(await pinged(rich({ type: 'broadcast', range: 'channel' }))).toEqual(['channel'])
})

test('the ledger writes down what the desk called, in the words people see, and what was refused', async () => {
  const { ts } = await desk.client.chat.postMessage({ channel: TRIAGE, text: 'for <@U0ADA>' })
  await refusal(desk.client.chat.postMessage({ channel: RANDOM, text }))
  expect(desk.slack.ledger.entries.filter(({ what }) => what === 'called' || what === 'refused')).toMatchObject([
    { what: 'called', method: 'chat.postMessage', chat: TRIAGE, message: ts, words: 'for @Ada' },
    { what: 'refused', method: 'chat.postMessage', error: 'not_in_channel' },
  ])
})

test('under another name a message is a bot_message without a user', async () => {
  const { ts = '' } = await desk.client.chat.postMessage({
    channel: TRIAGE,
    text,
    username: 'Cara',
    icon_emoji: ':cat:',
  })
  expect(desk.slack.world.message(TRIAGE, ts)).toMatchObject({ subtype: 'bot_message', username: 'Cara', bot_id: BOT })
  expect(desk.slack.world.message(TRIAGE, ts)).not.toHaveProperty('user')
})
