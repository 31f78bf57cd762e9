import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { slackAdapter } from '../../../adapters/slack/index.ts'
import { ADA, HELP, RITA, TRIAGE } from '../../../playground/slack/index.ts'
import type { Form } from '../../../src/adapter.ts'
import { openDesk, owed, says, type TestDesk } from './desk.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await openDesk({ socket: true })
})
afterEach(() => desk[Symbol.asyncDispose]())

const form: Form = {
  ref: { kind: 'draft', id: 'd-1' },
  title: 'New ticket',
  submit: 'Send',
  cancel: 'Cancel',
  fields: [{ id: 'subject', kind: 'text', label: 'Subject', required: true }],
}
/** On a busy machine, too. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 5_000 })
const events = (event: string) => desk.logged.filter((entry) => entry.event === event)
const connected = (times: number) => soon(() => events('slack-socket-connected').length).toBe(times)

test('it has no address of its own, and one connection', () => {
  expect(desk.adapter.routes).toEqual([])
  expect(desk.slack.world.sockets()).toBe(1)
  expect(events('slack-socket-connected')).toHaveLength(1)
})

test('what Rita writes comes under the same keys as by HTTP, never that of the envelope', async () => {
  const ts = desk.slack.world.say(RITA, HELP, 'the printer is on fire')
  expect(await desk.heard()).toMatchObject([{ does: 'say', message: ts, who: { id: RITA } }])
  expect(desk.door.rows).toMatchObject([
    { key: expect.stringMatching(/^Ev/), naturalKey: `T0DEMO:${HELP}:${ts}`, lane: `${HELP}:${ts}`, holdMs: 300 },
  ])
  expect(JSON.stringify(desk.door.rows)).not.toContain('deprecated')
})

test('a command opens the form, its errors are shown in place, and it is taken when they are mended', async () => {
  const { world } = desk.slack
  desk.door.answer = (question) => {
    if (question.ask === 'form') return { form }
    return { errors: question.answers.subject === 'x' ? { subject: 'Too short' } : {} }
  }
  expect(await world.command(RITA, HELP, '/ticket', 'printer')).toMatchObject({ ok: true })
  await soon(() => world.view(RITA)?.title.text).toBe('New ticket')
  expect(await world.submitView(RITA, { Subject: 'x' })).toMatchObject({
    ok: false,
    errors: { 'field:subject': 'Too short' },
  })
  expect(await world.submitView(RITA, { Subject: 'printer' })).toMatchObject({ ok: true })
  expect(world.view(RITA)).toBeUndefined()
  expect(await desk.heard()).toMatchObject([
    { does: 'command', name: 'ticket', words: 'printer', via: expect.stringContaining('/slack-response/') },
    { does: 'submit', ref: form.ref, answers: { subject: 'printer' } },
  ])
  const [commanded, submitted] = desk.door.rows
  expect(commanded?.key).toMatch(/^\d+\.0\./)
  expect(submitted?.key).toMatch(/^\d+\.0\./)
})

test('a button, a message shortcut and the global shortcut', async () => {
  const { world } = desk.slack
  const choices = [[{ kind: 'button' as const, id: 'b-1', label: 'Take' }]]
  const to = desk.place(TRIAGE)
  const card = await desk.adapter.deliver(owed({ act: 'post', to, post: says('a card', { choices }) }))
  expect(await world.press(ADA, TRIAGE, card.message, { label: 'Take' })).toMatchObject({ ok: true })
  const ts = world.say(RITA, HELP, 'the door will not lock')
  expect(await world.shortcut(ADA, HELP, ts, 'ticket_from_message')).toMatchObject({ ok: true })
  expect(await world.globalShortcut(RITA, 'ticket_new')).toMatchObject({ ok: true })
  const heard = await desk.heard()
  expect(heard).toContainEqual(expect.objectContaining({ does: 'press', button: 'b-1', message: card.message }))
  expect(heard).toContainEqual(
    expect.objectContaining({ does: 'raise', source: expect.objectContaining({ message: ts }) }),
  )
  expect(heard).toContainEqual(expect.objectContaining({ does: 'command', words: '' }))
})

test('the database is away: no word is acknowledged, Slack gives it again, and it is kept once', async () => {
  await using impatient = await openDesk({ socket: true, ackTimeoutMs: 100 })
  impatient.door.failures = 2
  const ts = impatient.slack.world.say(RITA, HELP, 'my password is rosebud')
  await soon(() => impatient.door.rows.length).toBe(1)
  expect(await impatient.heard()).toMatchObject([{ does: 'say', message: ts }])
  expect(impatient.logged.filter(({ event }) => event === 'slack-request-failed')).toHaveLength(2)
  expect(JSON.stringify(impatient.logged)).not.toMatch(/rosebud|xoxb|xapp|ticket=/)
})

test('Slack asks for another connection while people write and command: nothing is lost, doubled or refused', async () => {
  const { world } = desk.slack
  const written: string[] = []
  const commands: ReturnType<typeof world.command>[] = []
  for (let round = 0; round < 6; round += 1) {
    for (let n = 0; n < 20; n += 1) written.push(world.say(RITA, HELP, `word ${round} ${n}`))
    commands.push(world.command(RITA, HELP, '/ticket', `before ${round}`))
    world.refreshSockets()
    commands.push(world.command(RITA, HELP, '/ticket', `after ${round}`))
    await connected(round + 2)
  }
  expect(await Promise.all(commands)).toEqual(commands.map(() => expect.objectContaining({ ok: true })))
  const heard = await desk.heard()
  expect(heard.flatMap((said) => (said.does === 'say' ? [said.message] : [])).toSorted()).toEqual(written.toSorted())
  expect(heard.filter(({ does }) => does === 'command')).toHaveLength(12)
  await soon(() => world.sockets()).toBe(1)
  expect(events('slack-socket-disconnected')).toEqual([])
})

test('a command in hand is answered by the connection it came by, though Slack has asked for another', async () => {
  const insert = Promise.withResolvers<void>()
  desk.door.held = insert.promise
  const commanded = desk.slack.world.command(RITA, HELP, '/ticket', 'slow')
  await soon(() => desk.door.questions.length).toBe(1)
  desk.slack.world.refreshSockets()
  await connected(2)
  expect(desk.slack.world.sockets()).toBe(2)
  insert.resolve()
  expect(await commanded).toMatchObject({ ok: true })
  await soon(() => desk.slack.world.sockets()).toBe(1)
})

test('connections break while people write: the desk is back by itself, and every word is kept once', async () => {
  await using patient = await openDesk({ socket: true, retryDelaysMs: [0, 300, 1000, 3000, 5000] })
  const { world } = patient.slack
  const written: string[] = []
  const count = (event: string) => patient.logged.filter((entry) => entry.event === event).length
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 20; n += 1) written.push(world.say(RITA, HELP, `word ${round} ${n}`))
    // Some of them are taken; the rest, and what was not acknowledged yet, is cut off.
    await expect.poll(() => patient.door.rows.length, { interval: 1, timeout: 5_000 }).toBeGreaterThan(round * 20)
    world.dropSockets()
    await soon(() => count('slack-socket-connected')).toBe(round + 2)
  }
  await expect.poll(() => patient.door.rows.length, { timeout: 10_000 }).toBe(60)
  const heard = await patient.heard()
  expect(heard.flatMap((said) => (said.does === 'say' ? [said.message] : [])).toSorted()).toEqual(written.toSorted())
  expect(count('slack-socket-disconnected')).toBe(3)
})

test('a line that is open and says nothing any more is given up, and what Slack had for it comes by the next', async () => {
  await using patient = await openDesk({
    socket: true,
    silentMs: 300,
    ackTimeoutMs: 500,
    retryDelaysMs: [0, 300, 1000],
  })
  const { world } = patient.slack
  world.silenceSockets()
  const word = world.say(RITA, HELP, 'is anybody there?')
  await expect.poll(() => patient.door.rows.length, { timeout: 10_000 }).toBe(1)
  expect(await patient.heard()).toMatchObject([{ does: 'say', message: word }])
  expect(patient.logged.map(({ event }) => event)).toContain('slack-socket-disconnected')
})

test('Slack gives no address for a while: the desk asks until it does', async () => {
  const { faults, world } = desk.slack
  faults.arm({ on: 'call', method: 'apps.connections.open', does: 'error', status: 503 })
  faults.arm({ on: 'call', method: 'apps.connections.open', does: 'drop' })
  faults.arm({ on: 'call', method: 'apps.connections.open', does: 'too-many', retryAfterSeconds: 1 })
  world.dropSockets()
  await expect.poll(() => events('slack-socket-connected').length, { timeout: 15_000 }).toBe(2)
  expect(events('slack-socket-not-reached')).toHaveLength(3)
  const ts = world.say(RITA, HELP, 'are you back?')
  expect(await desk.heard()).toMatchObject([{ message: ts }])
})

test('who stops finishes what is in hand, takes nothing more and is gone', async () => {
  const insert = Promise.withResolvers<void>()
  desk.door.held = insert.promise
  const commanded = desk.slack.world.command(RITA, HELP, '/ticket', 'slow')
  await soon(() => desk.door.questions.length).toBe(1)
  const stopping = desk.adapter.stop()
  insert.resolve()
  expect(await commanded).toMatchObject({ ok: true })
  await stopping
  await soon(() => desk.slack.world.sockets()).toBe(0)
})

test('what comes while it stops is left to Slack, which gives it to another', async () => {
  const line = Promise.withResolvers<WebSocket>()
  const acknowledged: unknown[] = []
  const slack = await oddSlack((socket) => {
    socket.on('message', (said: Buffer) => acknowledged.push(JSON.parse(said.toString()).envelope_id))
    socket.send(hello)
    socket.send(envelope('e-1', written))
    line.resolve(socket)
  })
  const insert = Promise.withResolvers<void>()
  desk.door.held = insert.promise
  const receive = desk.door.receive.bind(desk.door)
  const taken = Promise.withResolvers<void>()
  desk.door.receive = (raws) => {
    taken.resolve()
    return receive(raws)
  }
  const adapter = adapterOf([], { apiUrl: slack.apiUrl })
  await adapter.start(desk.door, [])
  await taken.promise
  const stopping = adapter.stop()
  const socket = await line.promise
  socket.send(envelope('e-2', { ...written, event_id: 'Ev2', event: { ...written.event, ts: '1700000000.000200' } }))
  // A ping is answered after what was sent before it.
  socket.ping()
  await once(socket, 'pong')
  insert.resolve()
  await stopping
  await slack.stop()
  expect(acknowledged).toEqual(['e-1'])
  expect(desk.door.rows.map(({ key }) => key)).toEqual(['Ev1'])
})

test('who stops is gone in 8 s, though the database hangs and Slack does not even hang up', async () => {
  const slack = await oddSlack((socket) => {
    socket.send(hello)
    socket.send(envelope('e-1', written))
    // From now on it reads nothing, not the close frame either.
    socket.pause()
  })
  const taken = Promise.withResolvers<void>()
  const door = {
    receive: () => {
      taken.resolve()
      return new Promise<void>(() => {})
    },
    ask: async () => ({ none: true as const }),
    dropped: async () => {},
  }
  const adapter = adapterOf([], { apiUrl: slack.apiUrl })
  await adapter.start(door, [])
  await taken.promise
  const began = performance.now()
  await adapter.stop()
  const tookMs = performance.now() - began
  expect(tookMs).toBeGreaterThan(3_000) // it did wait for what was in hand
  expect(tookMs).toBeLessThan(8_000)
  await slack.stop()
})

test('what Slack may say besides envelopes, or wrongly, ends nothing', async () => {
  const slack = await oddSlack((socket) => {
    socket.send(hello)
    socket.send('no json')
    socket.send(Buffer.from([1, 2, 3]))
    socket.send(envelope('e-1'))
    socket.send(envelope('e-2', { type: 'app_rate_limited', minute_rate_limited: 1_518_467_820 }))
    socket.send(envelope('e-3', written))
  })
  const logged: string[] = []
  const adapter = adapterOf(logged, { apiUrl: slack.apiUrl })
  await adapter.start(desk.door, [])
  await soon(() => desk.door.rows.map(({ key }) => key)).toEqual(['Ev1'])
  expect(logged.filter((event) => event === 'slack-envelope-failed')).toHaveLength(2)
  expect(logged).toContain('slack-drops-events')
  expect(desk.door.gaps.map(({ from }) => from.toISOString())).toEqual(['2018-02-12T20:37:00.000Z'])
  await adapter.stop()
  await slack.stop()
})

test('eleven processes are one too many: the last waits until another has gone', async () => {
  const others = await Promise.all(Array.from({ length: 9 }, () => another()))
  expect(desk.slack.world.sockets()).toBe(10)
  const logged: string[] = []
  const last = adapterOf(logged)
  let there = false
  const starting = last.start(desk.door, []).then(() => {
    there = true
  })
  await soon(() => logged).toContain('slack-socket-not-reached')
  expect(there).toBe(false)
  await others[0]?.stop()
  await starting
  await Promise.all([...others, last].map((adapter) => adapter.stop()))
})

test('a token Slack refuses ends the start, and says how to repair it', async () => {
  const wrong = adapterOf([], { appToken: 'xapp-another' })
  await expect(wrong.start(desk.door, [])).rejects.toThrow(/SLACK_APP_TOKEN: invalid_auth.*connections:write/)
  const bot = adapterOf([], { appToken: 'xoxb-the-bot-token' })
  await expect(bot.start(desk.door, [])).rejects.toThrow('SLACK_APP_TOKEN: not_allowed_token_type')
})

test('who hangs up before the greeting does no harm, and is dialled again until the desk is stopped', async () => {
  const slack = await oddSlack((socket) => socket.terminate())
  const logged: string[] = []
  const adapter = adapterOf(logged, { apiUrl: slack.apiUrl })
  const starting = expect(adapter.start(desk.door, [])).rejects.toThrow()
  const tries = () => logged.filter((event) => event === 'slack-socket-not-reached').length
  await soon(tries).toBeGreaterThan(2)
  await adapter.stop()
  await starting
  await slack.stop()
})

async function another() {
  const adapter = adapterOf([])
  await adapter.start(desk.door, [])
  return adapter
}

function adapterOf(logged: string[], more: { appToken?: string; apiUrl?: string } = {}) {
  const note = (_: unknown, event: string) => void logged.push(event)
  return slackAdapter({
    botToken: 'xoxb-the-bot-token',
    appToken: 'xapp-the-app-token',
    apiUrl: desk.slack.apiUrl,
    now: () => new Date(performance.timeOrigin + performance.now()),
    log: { info: note, warn: note, error: note },
    ...more,
  })
}

const hello = JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } })
const written = {
  type: 'event_callback',
  event_id: 'Ev1',
  event_time: 1_700_000_000,
  event: { type: 'message', channel: HELP, user: RITA, text: 'hello', ts: '1700000000.000100' },
}

function envelope(envelope_id: string, payload?: object): string {
  return JSON.stringify({ type: 'events_api', envelope_id, payload })
}

/** A Slack that tells who we are, gives addresses, and does with whoever comes what the test says. */
async function oddSlack(welcome: (socket: WebSocket) => void) {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    const us = { team_id: 'T1', bot_id: 'B1', user_id: 'U1' }
    response.end(
      JSON.stringify({ ok: true, ...(request.url?.includes('auth.test') ? us : { url: at('ws', '/link/') }) }),
    )
  })
  function at(protocol: string, path: string): string {
    const { port } = server.address() as AddressInfo // a TCP server's address is never a string
    return `${protocol}://127.0.0.1:${port}${path}`
  }
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', welcome)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    apiUrl: at('http', '/api/'),
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets.clients) socket.terminate()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
