import { request } from 'node:http'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openPlayground, type Playground } from '../../playground/open.ts'
import { HELP, RITA } from '../../playground/slack/index.ts'

const cara = 7001

let playground: Playground
beforeEach(async () => {
  playground = await openPlayground({
    signingSecret: 'a-signing-secret-of-tests',
    slackToken: 'xoxb-tests',
    telegramToken: '700001:tests',
    now: () => Date.UTC(2026, 10, 23, 9),
    realNow: () => Date.now(),
    retryDelaysMs: { slack: [], telegram: [] },
  })
})
afterEach(() => playground.stop())

describe('a foreign web page in the same browser', () => {
  const say = { act: 'slack.say', user: RITA, channel: HELP, text: 'not mine' }

  it.each([
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['from a page without an origin', { origin: 'null' }, 403],
    ['without saying from where', { origin: undefined }, 403],
    ['as a plain form, which needs no leave', { 'content-type': 'text/plain' }, 415],
    ['by a name that leads here', { host: 'evil.example', origin: 'http://evil.example' }, 403],
  ])('cannot act %s', async (_how, other, status) => {
    expect((await act(say, other)).status).toBe(status)
    expect(playground.slack.world.messages(HELP)).toEqual([])
  })

  it.each(['/', '/page/state', '/page/events', '/page/browser/main.js'])(
    'cannot read %s by a name that leads here',
    async (path) => {
      expect((await ask(path, { host: 'evil.example' })).status).toBe(403)
    },
  )
})

describe('the page', () => {
  it('brings nothing but its own files along', async () => {
    const page = await ask('/')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self';/)
    expect(await page.text()).toContain('/page/browser/main.js')
    const script = await ask('/page/browser/main.js')
    expect(script.headers.get('content-type')).toMatch(/javascript/)
    expect(script.headers.get('content-security-policy')).toMatch(/^default-src 'self';/)
  })

  it.each([
    '/page/browser/../index.ts',
    '/page/browser/%2e%2e/index.ts',
    '/page/browser/..%2findex.ts',
    '/page/index.ts',
  ])('serves no other file: %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  it('refuses what nobody can do', async () => {
    const answer = await act({ act: 'slack.archive', channel: HELP })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ ok: false })
  })

  it('tells what the platform would not let somebody do', async () => {
    const answer = await act({ act: 'slack.say', user: RITA, channel: 'C0TRIAGE', text: 'hello agents' })
    expect(await answer.json()).toEqual({ ok: false, says: 'U0RITA is not in C0TRIAGE' })
  })

  it('tells every open page of a change, and shows it', async () => {
    // given Rita's page is open
    const events = await ask('/page/events')
    const told = reader(events)
    await told.next()

    // when Cara presses Start and Rita writes
    expect(await (await act({ act: 'telegram.start', user: cara })).json()).toEqual({ ok: true })
    await told.next()
    expect(await (await act({ act: 'slack.say', user: RITA, channel: 'direct', text: '*help*' })).json()).toEqual({
      ok: true,
    })
    await told.next()

    // then it shows both
    const state = shownShape.parse(await (await ask('/page/state')).json())
    expect(state.slack.channels.find(({ id }) => id === 'D0RITA')?.messages.map(({ text }) => text)).toEqual(['*help*'])
    expect(state.telegram.customers).toMatchObject([
      { id: cara, started: true, messages: [{ text: '/start' }] },
      { id: 7002, started: false, messages: [] },
    ])
    await told.return(undefined)
  })

  it('tells Rita that a command failed where no desk listens', async () => {
    const answer = await act({ act: 'slack.command', user: RITA, channel: HELP, command: '/ticket', text: '' })
    expect(await answer.json()).toEqual({ ok: false, error: 'dispatch_failed' })
  })

  it('arms trouble for the next calls', async () => {
    await act({ act: 'trouble.arm', platform: 'telegram', trouble: 'too-many', times: 2 })
    const call = () => fetch(`${playground.telegramApiRoot}/bot700001:tests/getMe`)
    expect([(await call()).status, (await call()).status, (await call()).status]).toEqual([429, 429, 200])
  })
})

const shownShape = z.object({
  slack: z.object({
    channels: z.array(z.object({ id: z.string(), messages: z.array(z.object({ text: z.string() })) })),
  }),
  telegram: z.object({
    customers: z.array(
      z.object({ id: z.number(), started: z.boolean(), messages: z.array(z.object({ text: z.string() })) }),
    ),
  }),
})

async function* reader(response: Response): AsyncGenerator<string> {
  const body = response.body?.pipeThrough(new TextDecoderStream())
  for await (const part of body ?? []) {
    for (const _event of part.matchAll(/^event: changed$/gm)) yield part
  }
}

type Sent = Record<string, string | undefined>

/** `node:http` sends any `Host` one wants; fetch does not. */
function ask(path: string, headers: Sent = {}, body?: string): Promise<Response> {
  const { hostname, port, host } = new URL(playground.url)
  const sent = Object.fromEntries(Object.entries({ host, ...headers }).filter(([, value]) => value !== undefined))
  const method = body === undefined ? 'GET' : 'POST'
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers: sent }, (answer) => {
      const told = new Headers()
      for (const [name, value] of Object.entries(answer.headers)) told.set(name, String(value))
      // A web stream of bytes, whatever its chunks are called.
      const stream = Readable.toWeb(answer) as ReadableStream<Uint8Array>
      resolve(new Response(stream, { status: answer.statusCode ?? 0, headers: told }))
    })
    asking.once('error', reject)
    asking.end(body)
  })
}

/** As the page asks: same origin, JSON. */
function act(what: object, other: Sent = {}): Promise<Response> {
  return ask(
    '/page/act',
    { 'content-type': 'application/json', origin: playground.url, ...other },
    JSON.stringify(what),
  )
}
