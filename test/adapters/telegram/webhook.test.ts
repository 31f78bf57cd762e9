import { Api } from 'grammy'
import { describe, expect, test } from 'vitest'
import { telegramAdapter } from '../../../adapters/telegram/index.ts'
import { aDeskWithWebhook, aTelegram, CARA, Lines, TOKEN, TOM } from './desk.ts'

const SECRET_HEADER = 'x-telegram-bot-api-secret-token'
const update = { update_id: 1, message: { message_id: 1, date: 1, chat: { id: 7001, type: 'private' }, text: 'hello' } }

test('what Cara writes is in the inbox before Telegram hears 200', async () => {
  const telegram = await aTelegram()
  const desk = await aDeskWithWebhook(telegram)
  await desk.adapter.start(desk.inbox, [])
  telegram.world.write(CARA, 'hello')
  telegram.world.write(CARA, 'again')
  await telegram.idle()
  expect(desk.read()).toMatchObject([{ does: 'say' }, { does: 'say' }])
})

test('Telegram is told where, with which secret, and what it shall send', async () => {
  const telegram = await aTelegram()
  const desk = await aDeskWithWebhook(telegram)
  await desk.adapter.start(desk.inbox, [])
  const info = await new Api(TOKEN, { apiRoot: telegram.url }).getWebhookInfo()
  expect(info.url).toBe(desk.url)
  expect(info.allowed_updates?.toSorted()).toEqual([
    'callback_query',
    'edited_message',
    'message',
    'message_reaction',
    'my_chat_member',
  ])
})

test('a changed secret reaches Telegram at the next start', async () => {
  const telegram = await aTelegram()
  const before = await aDeskWithWebhook(telegram, 'old')
  await before.adapter.start(before.inbox, [])
  await before.adapter.stop()
  const after = await aDeskWithWebhook(telegram, 'new')
  await after.adapter.start(after.inbox, [])
  telegram.world.write(CARA, 'hello')
  await after.rows(1)
})

test('an insert that fails brings the update again, and those behind it in order', async () => {
  const telegram = await aTelegram()
  const desk = await aDeskWithWebhook(telegram)
  desk.inbox.refusals = 2
  await desk.adapter.start(desk.inbox, [])
  telegram.world.write(CARA, 'one')
  telegram.world.write(CARA, 'two')
  await telegram.idle()
  expect(desk.inbox.calls).toHaveLength(4)
  expect(desk.read()).toMatchObject([{ text: { children: [{ children: [{ value: 'one' }] }] } }, { does: 'say' }])
})

test('an update delivered twice has the same keys', async () => {
  const telegram = await aTelegram()
  const desk = await aDeskWithWebhook(telegram)
  await desk.adapter.start(desk.inbox, [])
  telegram.faults.arm({ on: 'event', does: 'double', copies: 1 })
  telegram.world.write(TOM, 'hello')
  await telegram.idle()
  await expect.poll(() => desk.inbox.calls.length).toBe(2)
  const [first, second] = desk.inbox.calls.flat()
  expect([second?.key, second?.naturalKey, second?.lane]).toEqual([first?.key, first?.naturalKey, first?.lane])
})

describe('at the door', () => {
  async function post(body: string, headers: Record<string, string> = { [SECRET_HEADER]: 'a-secret' }) {
    const telegram = await aTelegram()
    const desk = await aDeskWithWebhook(telegram)
    await desk.adapter.start(desk.inbox, [])
    const response = await fetch(desk.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })
    return {
      status: response.status,
      answer: await response.text(),
      rows: desk.inbox.rows.size,
      log: desk.log.lines.join('\n'),
    }
  }

  test('an update with the secret: 200, an empty body, one row', async () => {
    expect(await post(JSON.stringify(update))).toMatchObject({ status: 200, answer: '', rows: 1 })
  })

  test.each([
    ['no secret', {}],
    ['a wrong secret', { [SECRET_HEADER]: 'b-secret' }],
    ['a secret that only begins right', { [SECRET_HEADER]: 'a-secret-and-more' }],
  ])('%s: 401, nothing stored', async (_name, headers: Record<string, string>) => {
    expect(await post(JSON.stringify(update), headers)).toMatchObject({ status: 401, rows: 0 })
  })

  test.each([
    ['no JSON', 'hello'],
    ['nothing', ''],
    ['a list', '[]'],
    ['no update id', '{"message":{}}'],
    ['an update id that is none', '{"update_id":"1"}'],
  ])('%s: 400, nothing stored', async (_name, body) => {
    expect(await post(body)).toMatchObject({ status: 400, rows: 0 })
  })

  test('malformed and without the secret: 401', async () => {
    expect(await post('hello', {})).toMatchObject({ status: 401 })
  })

  test('beyond 1 MB: 413, nothing stored', async () => {
    expect(await post(JSON.stringify({ ...update, padding: 'x'.repeat(1_000_001) }))).toMatchObject({
      status: 413,
      rows: 0,
    })
  })

  test('before the start and after the stop: 503', async () => {
    const telegram = await aTelegram()
    const desk = await aDeskWithWebhook(telegram)
    const knock = async () => {
      const headers = { [SECRET_HEADER]: 'a-secret' }
      return (await fetch(desk.url, { method: 'POST', headers, body: JSON.stringify(update) })).status
    }
    expect(await knock()).toBe(503)
    await desk.adapter.start(desk.inbox, [])
    expect(await knock()).toBe(200)
    await desk.adapter.stop()
    expect(await knock()).toBe(503)
  })

  test('a database that is away: 503, and the log has no word of the message', async () => {
    const telegram = await aTelegram()
    const desk = await aDeskWithWebhook(telegram)
    await desk.adapter.start(desk.inbox, [])
    desk.inbox.refusals = 1
    const headers = { [SECRET_HEADER]: 'a-secret' }
    expect((await fetch(desk.url, { method: 'POST', headers, body: JSON.stringify(update) })).status).toBe(503)
    expect(desk.log.lines.join('\n')).toContain('telegram-update-not-stored')
    expect(desk.log.lines.join('\n')).not.toContain('hello')
  })
})

test('stopping waits for the update in hand', async () => {
  const telegram = await aTelegram()
  const desk = await aDeskWithWebhook(telegram)
  await desk.adapter.start(desk.inbox, [])
  const commit = Promise.withResolvers<void>()
  const receive = desk.inbox.receive.bind(desk.inbox)
  const entered = Promise.withResolvers<void>()
  desk.inbox.receive = async (raws) => {
    entered.resolve()
    await commit.promise
    await receive(raws)
  }
  telegram.world.write(CARA, 'hello')
  await entered.promise
  const stopped = desk.adapter.stop().then(() => desk.inbox.rows.size)
  commit.resolve()
  expect(await stopped).toBe(1)
})

test('no webhook without a secret', () => {
  const start = (secret: string) => () =>
    telegramAdapter({
      token: TOKEN,
      webhook: { url: 'https://desk.example/telegram/webhook', secret },
      log: new Lines(),
      now: () => new Date(0),
    })
  expect(start('')).toThrow('TELEGRAM_WEBHOOK_SECRET')
  expect(start('with space')).toThrow('TELEGRAM_WEBHOOK_SECRET')
  expect(start('good_-1')).not.toThrow()
})
