import { createServer } from 'node:http'
import { verifySlackRequest } from '@slack/bolt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ADA, BOT, BOT_USER, HELP, RANDOM, RITA, startSlack, TEAM, TRIAGE } from '../../../playground/slack/index.ts'
import { type Desk, openDesk, SIGNING_SECRET } from './desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.stop())

test('what Rita writes reaches the desk as a signed event, in the words of Slack', async () => {
  const ts = desk.slack.world.say(RITA, HELP, 'the printer is *on fire* <@U0KIM>')
  await desk.slack.idle()

  expect(desk.received).toHaveLength(1)
  const [{ headers, raw, body, event } = { headers: {}, raw: '', body: {}, event: {} }] = desk.received
  const timestamp = Number(headers['x-slack-request-timestamp'])
  const signed = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': headers['x-slack-signature'] ?? '' }
  verifySlackRequest({ signingSecret: SIGNING_SECRET, body: raw, headers: signed })
  expect(() => verifySlackRequest({ signingSecret: 'another', body: raw, headers: signed })).toThrow(
    'signature mismatch',
  )

  expect(body).toMatchObject({
    type: 'event_callback',
    team_id: TEAM,
    event_id: expect.stringMatching(/^Ev/),
    authorizations: [{ user_id: BOT_USER }],
  })
  expect(body.event_time).toBe(Date.UTC(2026, 10, 22, 9) / 1000)
  expect(event).toMatchObject({
    type: 'message',
    channel: HELP,
    channel_type: 'channel',
    user: RITA,
    ts,
    text: 'the printer is *on fire* <@U0KIM>',
  })
  expect(event).not.toHaveProperty('pinged')
})

test('the desk hears nothing from a channel it is not in, and of its own messages with a bot_id', async () => {
  desk.slack.world.say(RITA, RANDOM, 'lunch?')
  await desk.client.chat.postMessage({ channel: TRIAGE, text: 'a card' })
  await desk.slack.idle()

  expect(desk.events('message')).toEqual([
    expect.objectContaining({ channel: TRIAGE, channel_type: 'group', bot_id: BOT, user: BOT_USER }),
  ])
})

test('a mention of the desk comes twice: as a message and as app_mention', async () => {
  const ts = desk.slack.world.say(RITA, HELP, '<@U0DESK> help')
  await desk.slack.idle()
  expect(desk.events('message')).toMatchObject([{ ts }])
  expect(desk.events('app_mention')).toMatchObject([{ ts, channel: HELP, user: RITA }])
  expect(new Set(desk.received.map(({ body }) => body.event_id)).size).toBe(2)
})

test('an edit, a deletion and the deletion of a root with replies', async () => {
  const { world } = desk.slack
  const dm = world.dm(RITA)
  const first = world.say(RITA, dm, 'frist')
  world.edit(RITA, dm, first, 'first')
  world.say(RITA, dm, { text: 'a reply', thread: first })
  const second = world.say(RITA, dm, 'second')
  world.remove(RITA, dm, second)
  world.remove(RITA, dm, first)
  await desk.slack.idle()

  const changed = desk.events('message', 'message_changed')
  expect(changed).toContainEqual(
    expect.objectContaining({
      channel: dm,
      channel_type: 'im',
      message: expect.objectContaining({ text: 'first', edited: { user: RITA, ts: expect.any(String) } }),
      previous_message: expect.objectContaining({ text: 'frist' }),
    }),
  )
  expect(changed).toContainEqual(
    expect.objectContaining({ message: expect.objectContaining({ subtype: 'tombstone', ts: first }) }),
  )
  expect(desk.events('message', 'message_deleted')).toMatchObject([
    { deleted_ts: second, previous_message: { text: 'second' } },
  ])
  expect(world.messages(dm, { thread: first }).map(({ subtype, text }) => subtype ?? text)).toEqual([
    'tombstone',
    'a reply',
  ])
})

test('a reply shown to the whole channel is a thread_broadcast', async () => {
  const { world } = desk.slack
  const root = world.say(ADA, TRIAGE, 'root')
  const ts = world.say(ADA, TRIAGE, { text: 'all', thread: root, broadcast: true })
  await desk.slack.idle()
  expect(desk.events('message', 'thread_broadcast')).toMatchObject([{ ts, thread_ts: root, parent_user_id: ADA }])
  expect(world.messages(TRIAGE).map((message) => message.ts)).toEqual([root, ts])
})

test('reactions, joining, leaving and the Home tab', async () => {
  const { world } = desk.slack
  const ts = world.say(RITA, HELP, 'hello')
  world.react(ADA, HELP, ts, 'eyes')
  world.react(ADA, HELP, ts, 'eyes', { remove: true })
  world.join('U0BO', HELP)
  world.leave('U0BO', HELP)
  world.openHome(RITA)
  await desk.slack.idle()
  expect(desk.events('reaction_added')).toMatchObject([
    { user: ADA, reaction: 'eyes', item: { channel: HELP, ts }, item_user: RITA },
  ])
  expect(desk.events('reaction_removed')).toHaveLength(1)
  expect(desk.events('member_joined_channel')).toMatchObject([{ user: 'U0BO', channel: HELP }])
  expect(desk.events('member_left_channel')).toHaveLength(1)
  expect(desk.events('app_home_opened')).toMatchObject([{ user: RITA, tab: 'home' }])
})

test('an event that is not acknowledged comes again, numbered and with a reason, then never', async () => {
  desk.answers(() => new Response(null, { status: 500 }))
  desk.slack.world.say(RITA, HELP, 'hello?')
  await desk.slack.idle()
  expect(desk.received.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
    ['3', 'http_error'],
  ])
  expect(new Set(desk.received.map(({ body }) => body.event_id)).size).toBe(1)
  expect(desk.slack.ledger.entries.filter(({ what }) => what === 'acknowledged')).toEqual([])
})

test('x-slack-no-retry is honoured', async () => {
  desk.answers(() => new Response(null, { status: 500, headers: { 'x-slack-no-retry': '1' } }))
  desk.slack.world.say(RITA, HELP, 'hello?')
  await desk.slack.idle()
  expect(desk.received).toHaveLength(1)
})

test('a desk too slow to answer is asked again because of http_timeout', async () => {
  await desk.stop()
  desk = await openDesk({ ackTimeoutMs: 500 })
  const slow = Promise.withResolvers<Response>()
  desk.answers(({ headers }) =>
    headers['x-slack-retry-num'] === undefined ? slow.promise : new Response(null, { status: 200 }),
  )
  desk.slack.world.say(RITA, HELP, 'hello?')
  await desk.slack.idle()
  slow.resolve(new Response(null, { status: 200 }))
  expect(desk.received.map(({ headers }) => headers['x-slack-retry-reason'])).toEqual([undefined, 'http_timeout'])
  expect(desk.slack.ledger.entries.map(({ what }) => what)).toEqual(['offered', 'acknowledged'])
})

test('a desk that breaks the connection is asked again because of connection_failed', async () => {
  const reasons: unknown[] = []
  const server = createServer((request, response) => {
    reasons.push(request.headers['x-slack-retry-reason'])
    if (reasons.length === 1) request.socket.destroy()
    else response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  desk.slack.setRequestUrl(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
  desk.slack.world.say(RITA, HELP, 'hello?')
  await desk.slack.idle()
  server.closeAllConnections()
  server.close()
  expect(reasons).toEqual([undefined, 'connection_failed'])
})

test('a doubled event comes at the same time under the same id', async () => {
  desk.slack.faults.arm({ on: 'event', does: 'double', copies: 2 })
  desk.slack.world.say(RITA, HELP, 'once')
  await desk.slack.idle()
  expect(desk.received).toHaveLength(3)
  expect(new Set(desk.received.map(({ body }) => body.event_id)).size).toBe(1)
  expect(desk.slack.ledger.entries.map(({ what }) => what)).toEqual(['offered', 'acknowledged'])
})

test('a reordered event arrives after the one that came later', async () => {
  desk.slack.faults.arm({ on: 'event', does: 'reorder', ms: 60_000 })
  desk.slack.world.say(RITA, HELP, 'first')
  desk.slack.world.say(RITA, HELP, 'second')
  await desk.slack.idle()
  expect(desk.events('message').map(({ text }) => text)).toEqual(['second', 'first'])
})

test('events before there is a request URL wait for it', async () => {
  const slack = await startSlack({ signingSecret: SIGNING_SECRET, botToken: 'xoxb', now: () => 0 })
  slack.world.say(RITA, HELP, 'early')
  await slack.idle()
  slack.setRequestUrl(`${desk.url}/slack/events`)
  await slack.idle()
  expect(desk.events('message')).toMatchObject([{ text: 'early' }])
  await slack.stop()
})

test('the ledger knows what Rita said and that the desk has it', async () => {
  desk.slack.world.say(RITA, HELP, 'noted')
  await desk.slack.idle()
  const [offered, acknowledged] = desk.slack.ledger.entries
  expect(offered).toMatchObject({ what: 'offered', platform: 'slack', chat: HELP, words: 'noted' })
  expect(acknowledged).toMatchObject({ what: 'acknowledged', id: offered && 'id' in offered ? offered.id : '' })
})

test('people can do only what Slack lets them', () => {
  const { world } = desk.slack
  const ts = world.say(RITA, HELP, 'mine')
  expect(() => world.say(RITA, TRIAGE, 'secret')).toThrow('not in')
  expect(() => world.edit(ADA, HELP, ts, 'yours')).toThrow('is not U0ADA')
  expect(() => world.react('U0SAM', RANDOM, ts, 'eyes')).toThrow('does not see')
  expect(() => world.say(RITA, HELP, '')).toThrow('empty')
})
