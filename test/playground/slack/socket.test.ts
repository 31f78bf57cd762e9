import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { App, SocketModeReceiver } from '@slack/bolt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { HELP, RITA } from '../../../playground/slack/index.ts'
import { BOT_TOKEN, call, type Desk, openDesk } from './desk.ts'

const APP_TOKEN = 'xapp-test'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ appToken: APP_TOKEN, ackTimeoutMs: 200 })
})
afterEach(() => desk.stop())

interface Envelope {
  type: string
  envelope_id: string
  reason?: string
  accepts_response_payload?: boolean
  retry_attempt?: number
  retry_reason?: string
  payload: Record<string, unknown> & { event?: Record<string, unknown> }
}

/** An app at the other end of one connection. */
interface Plug {
  socket: WebSocket
  heard: Envelope[]
  /** Resolves with the next envelope of this type that was not asked for yet. */
  next(type: string): Promise<Envelope>
  acknowledge(envelope: Envelope, payload?: object): void
}

async function addressOf(slack = desk.slack): Promise<string> {
  const { url } = await call(slack, 'apps.connections.open', {}, APP_TOKEN)
  return String(url)
}

async function plugIn(url?: string): Promise<Plug> {
  const socket = new WebSocket(url ?? (await addressOf()))
  const heard: Envelope[] = []
  const waiting: (() => void)[] = []
  const asked = new Set<Envelope>()
  socket.on('message', (said: Buffer) => {
    heard.push(JSON.parse(said.toString()))
    for (const told of waiting.splice(0)) told()
  })
  const next = async (type: string): Promise<Envelope> => {
    for (;;) {
      const found = heard.find((envelope) => envelope.type === type && !asked.has(envelope))
      if (found) {
        asked.add(found)
        return found
      }
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  await new Promise<void>((resolve) => waiting.push(resolve))
  if (heard[0]?.type !== 'hello') throw new Error(heard[0]?.reason)
  return {
    socket,
    heard,
    next,
    acknowledge: ({ envelope_id }, payload = {}) => socket.send(JSON.stringify({ envelope_id, payload })),
  }
}

test('only the app’s token opens connections, and it opens nothing else', async () => {
  expect(await call(desk.slack, 'apps.connections.open', {}, BOT_TOKEN)).toEqual({
    ok: false,
    error: 'not_allowed_token_type',
  })
  expect(await call(desk.slack, 'apps.connections.open', {}, 'xapp-other')).toMatchObject({ error: 'invalid_auth' })
  expect(await call(desk.slack, 'auth.test', {}, APP_TOKEN)).toMatchObject({ error: 'not_allowed_token_type' })
  expect(await addressOf()).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=/)
})

test('a Slack that was given no app token knows none', async () => {
  const plain = await openDesk()
  expect(await call(plain.slack, 'apps.connections.open', {}, APP_TOKEN)).toMatchObject({ error: 'invalid_auth' })
  await plain.stop()
})

test('an address opens one connection; another ticket, or none, opens none', async () => {
  const url = await addressOf()
  await plugIn(url)
  for (const wrong of [url, url.replace(/ticket=[^&]+/, `ticket=${randomUUID()}`), url.replace('/link/', '/other/')]) {
    const [error] = await once(new WebSocket(wrong), 'error')
    expect(String(error)).toContain('408')
  }
  expect(desk.slack.world.sockets()).toBe(1)
})

test('what Rita writes comes in an envelope, and not to the request URL', async () => {
  const plug = await plugIn()
  const ts = desk.slack.world.say(RITA, HELP, 'hello')
  const envelope = await plug.next('events_api')
  expect(envelope).toMatchObject({ accepts_response_payload: false, retry_attempt: 0, retry_reason: '' })
  expect(envelope.payload).toMatchObject({ type: 'event_callback', event_id: expect.stringMatching(/^Ev/) })
  expect(envelope.payload.event).toMatchObject({ type: 'message', ts, text: 'hello' })
  plug.acknowledge(envelope)
  await desk.slack.idle()
  expect(desk.received).toEqual([])
  expect(desk.slack.ledger.entries.map(({ what }) => what)).toEqual(['called', 'offered', 'acknowledged'])
})

test('what is not acknowledged comes again, in another envelope with the same event', async () => {
  const plug = await plugIn()
  desk.slack.world.say(RITA, HELP, 'hello')
  const first = await plug.next('events_api')
  const second = await plug.next('events_api')
  expect(second).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout' })
  expect(second.payload).toEqual(first.payload)
  expect(second.envelope_id).not.toBe(first.envelope_id)
  plug.acknowledge(second)
  await desk.slack.idle()
  expect(plug.heard.filter(({ type }) => type === 'events_api')).toHaveLength(2)
})

test('a command and its answer', async () => {
  const plug = await plugIn()
  const typed = desk.slack.world.command(RITA, HELP, '/ticket', 'printer & <fire>')
  const envelope = await plug.next('slash_commands')
  expect(envelope).toMatchObject({ accepts_response_payload: true })
  expect(envelope).not.toHaveProperty('retry_attempt')
  expect(envelope.payload).toMatchObject({
    command: '/ticket',
    text: 'printer & <fire>',
    user_id: RITA,
    channel_id: HELP,
  })
  expect(envelope.payload.trigger_id).toEqual(expect.any(String))
  plug.acknowledge(envelope, { text: 'seen' })
  expect(await typed).toMatchObject({ ok: true, reply: { text: 'seen' } })
})

test('an interaction, and the one nobody answers', async () => {
  const plug = await plugIn()
  const picked = desk.slack.world.globalShortcut(RITA, 'ticket_new')
  const envelope = await plug.next('interactive')
  expect(envelope.payload).toMatchObject({ type: 'shortcut', callback_id: 'ticket_new', user: { id: RITA } })
  plug.acknowledge(envelope)
  expect(await picked).toMatchObject({ ok: true })
  expect(await desk.slack.world.globalShortcut(RITA, 'ticket_new')).toMatchObject({ error: 'operation_timeout' })
})

test('each event goes to one connection, in turn', async () => {
  const plugs = [await plugIn(), await plugIn(), await plugIn()]
  for (const plug of plugs) plug.socket.on('message', (said: Buffer) => plug.acknowledge(JSON.parse(said.toString())))
  for (let n = 0; n < 9; n += 1) desk.slack.world.say(RITA, HELP, `word ${n}`)
  await desk.slack.idle()
  const events = plugs.map(({ heard }) => heard.filter(({ type }) => type === 'events_api').length)
  expect(events).toEqual([3, 3, 3])
})

test('ten connections and no more', async () => {
  const plugs = await Promise.all(Array.from({ length: 10 }, () => plugIn()))
  await expect(plugIn()).rejects.toThrow('too_many_websockets')
  plugs[0]?.socket.close()
  await expect.poll(() => desk.slack.world.sockets()).toBe(9)
  await plugIn()
})

test('a refreshed connection gets nothing more where there is another, and still may acknowledge', async () => {
  const old = await plugIn()
  desk.slack.world.say(RITA, HELP, 'before')
  const before = await old.next('events_api')
  desk.slack.world.refreshSockets()
  expect(await old.next('disconnect')).toMatchObject({ reason: 'refresh_requested' })
  const fresh = await plugIn()
  desk.slack.world.say(RITA, HELP, 'after')
  fresh.acknowledge(await fresh.next('events_api'))
  old.acknowledge(before)
  await desk.slack.idle()
  expect(old.heard.filter(({ type }) => type === 'events_api')).toHaveLength(1)
})

test('a cut connection: what was on its way comes to the next', async () => {
  const patient = await openDesk({ appToken: APP_TOKEN, requestUrl: undefined, retryDelaysMs: [400, 400] })
  const old = await plugIn(await addressOf(patient.slack))
  patient.slack.world.say(RITA, HELP, 'hello')
  await old.next('events_api')
  patient.slack.world.dropSockets()
  await once(old.socket, 'close')
  const fresh = await plugIn(await addressOf(patient.slack))
  const again = await fresh.next('events_api')
  expect(again).toMatchObject({ retry_attempt: 1, retry_reason: 'connection_failed' })
  fresh.acknowledge(again)
  await patient.slack.idle()
  expect(patient.slack.ledger.entries.at(-1)).toMatchObject({ what: 'acknowledged' })
  await patient.stop()
})

test('what happened before anybody connected comes with the first connection', async () => {
  const early = await openDesk({ appToken: APP_TOKEN, requestUrl: undefined })
  const ts = early.slack.world.say(RITA, HELP, 'anybody there?')
  expect(await early.slack.world.command(RITA, HELP, '/ticket')).toMatchObject({ error: 'dispatch_failed' })
  const plug = await plugIn(await addressOf(early.slack))
  const envelope = await plug.next('events_api')
  expect(envelope.payload.event).toMatchObject({ ts })
  plug.acknowledge(envelope)
  await early.slack.idle()
  await early.stop()
})

test('without a connection the request URL is used again', async () => {
  const plug = await plugIn()
  plug.socket.close()
  await expect.poll(() => desk.slack.world.sockets()).toBe(0)
  const ts = desk.slack.world.say(RITA, HELP, 'hello')
  await desk.slack.idle()
  expect(desk.events('message')).toMatchObject([{ ts }])
})

test('Slack’s own SDK, as it is, gets an event and a command through it', async () => {
  const receiver = new SocketModeReceiver({
    appToken: APP_TOKEN,
    installerOptions: { clientOptions: { slackApiUrl: desk.slack.apiUrl } },
  })
  const app = new App({
    token: BOT_TOKEN,
    tokenVerificationEnabled: false,
    botId: 'B0DESK',
    botUserId: 'U0DESK',
    receiver,
    clientOptions: { slackApiUrl: desk.slack.apiUrl, retryConfig: { retries: 0 } },
  })
  const heard: unknown[] = []
  app.message(async ({ message }) => void heard.push(message.ts))
  app.command('/ticket', async ({ ack, command }) => ack({ text: `got ${command.text}` }))
  await app.start()
  const ts = desk.slack.world.say(RITA, HELP, 'hello')
  expect(await desk.slack.world.command(RITA, HELP, '/ticket', 'this')).toMatchObject({ reply: { text: 'got this' } })
  await expect.poll(() => heard).toEqual([ts])
  await receiver.client.disconnect()
})
