import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { HELP, RITA } from '../../../playground/slack/index.ts'
import { openDesk, SECRET, type TestDesk } from './desk.ts'

const nowSeconds = () => Math.floor((performance.timeOrigin + performance.now()) / 1000)

function signed(body: string, seconds = nowSeconds(), secret = SECRET): Record<string, string> {
  const hash = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${hash}` }
}

function knock(desk: TestDesk, body: string, headers: Record<string, string>, type = 'application/json') {
  return fetch(`${desk.url}/slack/events`, { method: 'POST', body, headers: { 'content-type': type, ...headers } })
}

const hello = JSON.stringify({
  type: 'event_callback',
  event_id: 'Ev1',
  event_time: nowSeconds(),
  team_id: 'T0DEMO',
  event: { type: 'message', channel: HELP, user: RITA, text: 'hello', ts: '1700000000.000100' },
})

test('what Slack signed is taken in, once', async () => {
  await using desk = await openDesk()
  expect((await knock(desk, hello, signed(hello))).status).toBe(200)
  expect((await knock(desk, hello, signed(hello))).status).toBe(200)
  expect(desk.door.rows.map((row) => row.key)).toEqual(['Ev1'])
})

test.each([
  ['without a signature', {}],
  ['with a signature and no time', { 'x-slack-signature': 'v0=00' }],
  ['with a time that is none', { ...signed(hello), 'x-slack-request-timestamp': 'NaN' }],
  ['signed with another secret', signed(hello, nowSeconds(), 'another')],
  ['signed for another body', signed(`${hello} `)],
  ['signed six minutes ago', signed(hello, nowSeconds() - 360)],
  ['signed for six minutes from now', signed(hello, nowSeconds() + 360)],
  ['with another version of signature', { ...signed(hello), 'x-slack-signature': 'v1=00' }],
])('a request %s has no effect', async (_, headers) => {
  await using desk = await openDesk()
  expect((await knock(desk, hello, headers)).status).toBe(401)
  expect(desk.door.rows).toEqual([])
})

test.each([
  ['no JSON', '{"type":', 'application/json'],
  ['a list', '[]', 'application/json'],
  ['an event without an id', '{"type":"event_callback","event":{"type":"message"}}', 'application/json'],
  ['of a type nobody knows', '{"type":"surprise"}', 'application/json'],
  ['a form whose payload is no JSON', 'payload=%7B', 'application/x-www-form-urlencoded'],
  ['a form of nothing', 'a=b', 'application/x-www-form-urlencoded'],
])('a signed request that is %s is refused for good', async (_, body, type) => {
  await using desk = await openDesk()
  const answer = await knock(desk, body, signed(body), type)
  expect(answer.status).toBe(400)
  expect(answer.headers.get('x-slack-no-retry')).toBe('1')
  expect(desk.door.rows).toEqual([])
})

test('a body of more than a megabyte is not read', async () => {
  await using desk = await openDesk()
  const body = JSON.stringify({ type: 'event_callback', filler: 'x'.repeat(1_000_001) })
  expect((await knock(desk, body, signed(body))).status).toBe(413)
})

test('Slack may check the address', async () => {
  await using desk = await openDesk()
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c-h-a-l' })
  expect(await (await knock(desk, body, signed(body))).json()).toEqual({ challenge: 'c-h-a-l' })
  expect((await knock(desk, body, {})).status).toBe(401)
  const check = 'ssl_check=1&token=t'
  expect((await knock(desk, check, signed(check), 'application/x-www-form-urlencoded')).status).toBe(200)
  expect(desk.door.rows).toEqual([])
})

test('a message in a shape nobody knows is kept for people to look at, not refused', async () => {
  await using desk = await openDesk()
  const odd = JSON.stringify({ ...JSON.parse(hello), event: { type: 'message', channel: HELP, ts: 17 } })
  expect((await knock(desk, odd, signed(odd))).status).toBe(200)
  expect(() => desk.adapter.read(desk.door.rows[0]?.body)).toThrow()
})

test('the deprecated token is not kept', async () => {
  await using desk = await openDesk()
  const body = JSON.stringify({ ...JSON.parse(hello), token: 'legacy-token' })
  await knock(desk, body, signed(body))
  expect(JSON.stringify(desk.door.rows)).not.toContain('legacy-token')
})

test('Rita writes while the database is away: Slack tries again until her words are in', async () => {
  await using desk = await openDesk()
  desk.door.failures = 2
  const ts = desk.slack.world.say(RITA, HELP, 'the printer is on fire')
  await expect.poll(() => desk.door.rows.length).toBe(1)
  expect(await desk.heard()).toMatchObject([{ does: 'say', message: ts }])
})

test('a command while the database is away: Slack says so to Rita, and the form is asked for all the same', async () => {
  await using desk = await openDesk()
  desk.door.failures = 1
  expect(await desk.slack.world.command(RITA, HELP, '/ticket')).toMatchObject({ ok: false, error: 'dispatch_failed' })
  expect(desk.door.rows).toEqual([])
  expect(desk.door.questions).toHaveLength(1)
})

test('a stopped desk takes nothing in', async () => {
  await using desk = await openDesk()
  await desk.adapter.stop()
  expect((await knock(desk, hello, signed(hello))).status).toBe(503)
  expect(desk.door.rows).toEqual([])
})

test('who stops waits for what is half way in', async () => {
  await using desk = await openDesk()
  const insert = Promise.withResolvers<void>()
  desk.door.held = insert.promise
  const answered = knock(desk, hello, signed(hello))
  const seen = new Promise<void>((resolve) => {
    const receive = desk.door.receive.bind(desk.door)
    desk.door.receive = (raws) => {
      resolve()
      return receive(raws)
    }
  })
  await seen
  let stopped = false
  const stopping = desk.adapter.stop().then(() => {
    stopped = true
  })
  expect((await knock(desk, hello, signed(hello))).status).toBe(503)
  expect(stopped).toBe(false)
  insert.resolve()
  expect((await answered).status).toBe(200)
  await stopping
  expect(desk.door.rows).toHaveLength(1)
})

test('nothing people wrote is ever logged', async () => {
  await using desk = await openDesk()
  desk.door.failures = 1
  desk.slack.world.say(RITA, HELP, 'my password is rosebud')
  await expect.poll(() => desk.door.rows.length).toBe(1)
  expect(JSON.stringify(desk.logged)).not.toMatch(/rosebud|xoxb/)
  expect(desk.logged).toContainEqual({ level: 'error', facts: { error: 'Error' }, event: 'slack-request-failed' })
})
