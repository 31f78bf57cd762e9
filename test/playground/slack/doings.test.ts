import { afterEach, beforeEach, expect, test } from 'vitest'
import { ADA, BOT_USER, HELP, KIM, RANDOM, RITA, startSlack, TRIAGE } from '../../../playground/slack/index.ts'
import { call, type Desk, openDesk } from './desk.ts'

let desk: Desk
let realNow = 0
beforeEach(async () => {
  realNow = Date.UTC(2026, 10, 22)
  desk = await openDesk({ realNow: () => realNow, ackTimeoutMs: 1000 })
})
afterEach(() => desk.stop())

const plain = (text: string) => ({ type: 'plain_text', text })
const card = [
  { type: 'section', text: { type: 'mrkdwn', text: 'DEMO-1' } },
  {
    type: 'actions',
    block_id: 'buttons',
    elements: [
      { type: 'button', action_id: 'take', text: plain('Take it'), value: 'opaque' },
      {
        type: 'static_select',
        action_id: 'priority',
        placeholder: plain('Priority'),
        options: [
          { text: plain('High'), value: 'p1' },
          { text: plain('Low'), value: 'p2' },
        ],
      },
      { type: 'users_select', action_id: 'assign', placeholder: plain('Assign to') },
    ],
  },
]
const last = () => desk.received.at(-1)?.body ?? {}
const respond = (url: unknown, body: object) =>
  fetch(String(url), { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

test('/ticket comes as a signed form, and what the desk answers at once only Rita sees', async () => {
  desk.answers(() => Response.json({ response_type: 'ephemeral', text: 'DEMO-1 is open' }))
  const done = await desk.slack.world.command(RITA, RANDOM, '/ticket', 'printer is on fire')
  expect(done).toMatchObject({ ok: true, status: 200, reply: { text: 'DEMO-1 is open' } })
  expect(desk.received[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
  expect(last()).toMatchObject({
    command: '/ticket',
    text: 'printer is on fire',
    user_id: RITA,
    channel_id: RANDOM,
    channel_name: 'random',
    team_id: 'T0DEMO',
  })
  expect(desk.slack.world.ephemerals(RITA)).toMatchObject([{ channel: RANDOM, text: 'DEMO-1 is open' }])
  expect(desk.slack.world.messages(RANDOM)).toEqual([])
})

test('a desk that fails, or answers too late, shows Rita an error, and is not asked again', async () => {
  desk.answers(() => new Response(null, { status: 500 }))
  expect(await desk.slack.world.command(RITA, HELP, '/ticket')).toEqual({
    ok: false,
    status: 500,
    error: 'dispatch_failed',
  })
  const never = Promise.withResolvers<Response>()
  desk.answers(() => never.promise)
  expect(await desk.slack.world.command(RITA, HELP, '/ticket')).toEqual({
    ok: false,
    status: 0,
    error: 'operation_timeout',
  })
  never.resolve(new Response())
  desk.answers(() => Response.json({ blocks: [{ type: 'marquee' }] }))
  expect(await desk.slack.world.command(RITA, HELP, '/ticket')).toEqual({
    ok: false,
    status: 200,
    error: 'dispatch_failed',
  })
  expect(desk.received).toHaveLength(3)
  await desk.slack.idle()
  expect(desk.received).toHaveLength(3)
})

test('nobody asks a desk without an address', async () => {
  const slack = await startSlack({ signingSecret: 's', botToken: 'b', now: () => 0 })
  expect(await slack.world.command(RITA, HELP, '/ticket')).toEqual({ ok: false, status: 0, error: 'dispatch_failed' })
  await slack.stop()
})

test('the message shortcut carries the message, also where the desk is not', async () => {
  const ts = desk.slack.world.say(KIM, RANDOM, 'the lift is stuck')
  expect(await desk.slack.world.shortcut(RITA, RANDOM, ts, 'ticket_from_message')).toMatchObject({ ok: true })
  expect(last()).toMatchObject({
    type: 'message_action',
    callback_id: 'ticket_from_message',
    message_ts: ts,
    user: { id: RITA },
    channel: { id: RANDOM },
    message: { user: KIM, text: 'the lift is stuck' },
  })
  await respond(last().response_url, { text: 'DEMO-2' })
  expect(desk.slack.world.ephemerals(RITA)).toMatchObject([{ channel: RANDOM, text: 'DEMO-2' }])
})

test('a global shortcut has neither channel nor response_url', async () => {
  await desk.slack.world.globalShortcut(RITA, 'ticket_new')
  expect(last()).toMatchObject({ type: 'shortcut', callback_id: 'ticket_new', trigger_id: expect.any(String) })
  expect(last()).not.toHaveProperty('channel')
  expect(last()).not.toHaveProperty('response_url')
})

test('Ada presses a button by its label, picks an option, and a person', async () => {
  const { ts = '' } = await desk.client.chat.postMessage({ channel: TRIAGE, text: 'DEMO-1', blocks: card })
  const { world } = desk.slack
  await world.press(ADA, TRIAGE, ts, { label: 'Take it' })
  expect(last()).toMatchObject({
    type: 'block_actions',
    user: { id: ADA },
    channel: { id: TRIAGE },
    container: { type: 'message', message_ts: ts, is_ephemeral: false },
    message: { ts, user: BOT_USER },
    actions: [{ type: 'button', action_id: 'take', block_id: 'buttons', value: 'opaque', text: { text: 'Take it' } }],
  })
  await world.press(ADA, TRIAGE, ts, 'priority', { option: 'High' })
  expect(last()).toMatchObject({
    actions: [{ type: 'static_select', selected_option: { value: 'p1' } }],
    state: { values: { buttons: { priority: { selected_option: { value: 'p1' } } } } },
  })
  await world.press(ADA, TRIAGE, ts, { label: 'Assign to' }, { user: 'U0BO' })
  expect(last()).toMatchObject({ actions: [{ type: 'users_select', selected_user: 'U0BO' }] })
})

test('nobody presses what is not there, or what they do not see', async () => {
  const { ts = '' } = await desk.client.chat.postMessage({ channel: TRIAGE, text: 'DEMO-1', blocks: card })
  await expect(desk.slack.world.press(ADA, TRIAGE, ts, 'close')).rejects.toThrow('close')
  await expect(desk.slack.world.press(ADA, TRIAGE, ts, 'priority', { option: 'Huge' })).rejects.toThrow(
    'no_such_option',
  )
  await expect(desk.slack.world.press(RITA, TRIAGE, ts, 'take')).rejects.toThrow('does not see')
  await desk.client.chat.update({ channel: TRIAGE, ts, text: 'taken' })
  await expect(desk.slack.world.press(ADA, TRIAGE, ts, 'take')).rejects.toThrow('take')
  const { message_ts = '' } = await desk.client.chat.postEphemeral({
    channel: TRIAGE,
    user: ADA,
    text: 'x',
    blocks: card,
  })
  await expect(desk.slack.world.press('U0BO', TRIAGE, message_ts, 'take')).rejects.toThrow('does not see')
})

test('an ephemeral message is replaced and taken away through its response_url', async () => {
  const { message_ts = '' } = await desk.client.chat.postEphemeral({
    channel: TRIAGE,
    user: ADA,
    text: 'held',
    blocks: card,
  })
  await desk.slack.world.press(ADA, TRIAGE, message_ts, 'take')
  expect(last()).toMatchObject({ container: { is_ephemeral: true, message_ts } })
  expect(last()).not.toHaveProperty('message')
  await respond(last().response_url, { replace_original: true, text: 'sent' })
  expect(desk.slack.world.ephemerals(ADA)).toMatchObject([{ ts: message_ts, text: 'sent' }])
  await respond(last().response_url, { delete_original: true })
  expect(desk.slack.world.ephemerals(ADA)).toEqual([])
})

test('a response_url replaces the message it came from, and posts for all to see', async () => {
  const { ts = '' } = await desk.client.chat.postMessage({ channel: TRIAGE, text: 'DEMO-1', blocks: card })
  await desk.slack.world.press(ADA, TRIAGE, ts, 'take')
  await respond(last().response_url, { replace_original: true, text: 'taken by Ada' })
  expect(desk.slack.world.message(TRIAGE, ts)).toMatchObject({ text: 'taken by Ada' })
  await respond(last().response_url, { response_type: 'in_channel', text: 'hear' })
  expect(desk.slack.world.messages(TRIAGE).map(({ text }) => text)).toEqual(['taken by Ada', 'hear'])
})

test('a response_url is good for five uses and thirty minutes, and checks what it is given', async () => {
  await desk.slack.world.command(RITA, HELP, '/ticket')
  const url = last().response_url
  expect((await respond(url, { text: 'x'.repeat(40_001) })).status).toBe(400)
  for (let use = 2; use <= 5; use += 1) expect((await respond(url, { text: `${use}` })).status).toBe(200)
  const sixth = await respond(url, { text: '6' })
  expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }])
  await desk.slack.world.command(RITA, HELP, '/ticket')
  realNow += 30 * 60_000 + 1
  expect((await respond(last().response_url, { text: 'late' })).status).toBe(404)
})

test('a trigger opens one modal within three seconds', async () => {
  const view = { type: 'modal', title: plain('T'), blocks: [] }
  await desk.slack.world.command(RITA, HELP, '/ticket')
  const { trigger_id } = last()
  expect(await call(desk.slack, 'views.open', { trigger_id, view })).toMatchObject({ ok: true })
  expect(await call(desk.slack, 'views.open', { trigger_id, view })).toMatchObject({ error: 'exchanged_trigger_id' })
  await desk.slack.world.command(RITA, HELP, '/ticket')
  realNow += 3001
  expect(await call(desk.slack, 'views.open', { trigger_id: last().trigger_id, view })).toMatchObject({
    error: 'expired_trigger_id',
  })
  expect(await call(desk.slack, 'views.open', { trigger_id: 'made.up', view })).toMatchObject({
    error: 'invalid_trigger_id',
  })
})

test('the ledger has the command and its acknowledgement under the trigger_id', async () => {
  await desk.slack.world.command(RITA, HELP, '/ticket', 'words')
  expect(desk.slack.ledger.entries).toMatchObject([
    { what: 'offered', id: last().trigger_id, chat: HELP, words: 'words' },
    { what: 'acknowledged', id: last().trigger_id },
  ])
})
