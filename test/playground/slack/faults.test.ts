import { serve } from '@hono/node-server'
import { ErrorCode } from '@slack/web-api'
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { slackApp, TRIAGE } from '../../../playground/slack/index.ts'
import { BOT_TOKEN, clientOf, type Desk, openDesk, SIGNING_SECRET } from './desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.stop())

const post = () => desk.client.chat.postMessage({ channel: TRIAGE, text: 'hello' })
const posted = () => desk.slack.world.messages(TRIAGE).length
const failure = (calling: Promise<unknown>): Promise<{ code?: string; retryAfter?: number; statusCode?: number }> =>
  calling.then(
    () => ({}),
    (error: object) => error,
  )

test('too many requests: 429 with Retry-After, no effect, and only for the method told', async () => {
  desk.slack.faults.arm({ on: 'call', method: 'chat.postMessage', does: 'too-many', retryAfterSeconds: 7 })
  await desk.client.auth.test()
  expect(await failure(post())).toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 7 })
  expect(posted()).toBe(0)
  await post()
  expect(posted()).toBe(1)
  const seen = desk.slack.ledger.entries.filter(({ what }) => what === 'called' || what === 'refused')
  expect(seen).toMatchObject([
    { what: 'called', method: 'auth.test' },
    { what: 'refused', method: 'chat.postMessage', error: 'ratelimited' },
    { what: 'called', method: 'chat.postMessage', words: 'hello' },
  ])
})

test('a server error has no effect', async () => {
  desk.slack.faults.arm({ on: 'call', does: 'error', status: 503 })
  expect(await failure(post())).toMatchObject({ code: ErrorCode.HTTPError, statusCode: 503 })
  expect(posted()).toBe(0)
})

test('a connection cut before the call took effect, and one cut after', async () => {
  desk.slack.faults.arm({ on: 'call', does: 'drop' })
  expect(await failure(post())).toMatchObject({ code: ErrorCode.RequestError })
  expect(posted()).toBe(0)
  desk.slack.faults.arm({ on: 'call', does: 'drop-after-accepting' })
  expect(await failure(post())).toMatchObject({ code: ErrorCode.RequestError })
  expect(posted()).toBe(1)
})

test('a slow answer comes after its effect, and stopping does not wait for it', async () => {
  desk.slack.faults.arm({ on: 'call', does: 'slow', ms: 3_600_000 })
  const posting = failure(post())
  await expect.poll(posted).toBe(1)
  await desk.slack.idle()
  const other = await desk.client.auth.test()
  expect(other.ok).toBe(true)
  await desk.stop()
  await posting
  desk = await openDesk()
})

test('mounted beside others on one port it is the same Slack, faults included', async () => {
  const parent = new Hono()
  parent.get('/', (context) => context.text('the page'))
  const server = serve({ fetch: parent.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const slack = await slackApp({ url, signingSecret: SIGNING_SECRET, botToken: BOT_TOKEN, now: () => 0 })
  parent.route('/', slack.app)

  const client = clientOf({ apiUrl: `${url}/api/` })
  expect(await (await fetch(url)).text()).toBe('the page')
  expect(await client.chat.postMessage({ channel: TRIAGE, text: 'hello' })).toMatchObject({ ok: true })
  slack.faults.arm({ on: 'call', does: 'drop-after-accepting' })
  expect(await failure(client.chat.postMessage({ channel: TRIAGE, text: 'again' }))).toMatchObject({
    code: ErrorCode.RequestError,
  })
  expect(slack.world.messages(TRIAGE).map(({ text }) => text)).toEqual(['hello', 'again'])
  await slack.close()
  server.close()
})
