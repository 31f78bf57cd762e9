import { performance } from 'node:perf_hooks'
import { Api } from 'grammy'
import { describe, expect, test } from 'vitest'
import { pollUpdates } from '../../../adapters/telegram/poll.ts'
import { aDesk, aPollingDesk, aTelegram, CARA, Lines, TOKEN, TOM } from './desk.ts'

test('what waited while the desk was away comes in one call, in order', async () => {
  const telegram = await aTelegram()
  telegram.world.write(CARA, 'one')
  telegram.world.write(TOM, 'two')
  telegram.world.write(CARA, 'three')
  const desk = await aPollingDesk(telegram)
  const rows = await desk.rows(3)
  expect(desk.inbox.calls.map((call) => call.length)).toEqual([3])
  expect(rows.map((row) => row.lane)).toEqual(['chat:7001', 'chat:7002', 'chat:7001'])
  await telegram.idle()
})

test('while the database is away nothing is confirmed, and nothing is lost', async () => {
  const telegram = await aTelegram()
  const desk = aDesk(telegram)
  desk.inbox.refusals = 2
  telegram.world.write(CARA, 'one')
  telegram.world.write(CARA, 'two')
  await desk.adapter.start(desk.inbox, [])
  await desk.rows(2)
  await telegram.idle()
  expect(desk.inbox.calls.map((call) => call.map((row) => row.key))).toEqual([
    [...desk.inbox.rows.keys()],
    [...desk.inbox.rows.keys()],
    [...desk.inbox.rows.keys()],
  ])
})

test('an update told twice has the same keys', async () => {
  const telegram = await aTelegram()
  telegram.faults.arm({ on: 'event', does: 'double', copies: 2 })
  telegram.world.write(CARA, 'hello')
  const desk = await aPollingDesk(telegram)
  await desk.rows(1)
  telegram.world.write(CARA, 'after')
  await desk.rows(2)
  const told = desk.inbox.calls.flat().filter((row) => row.key === desk.inbox.rows.keys().next().value)
  expect(told.length).toBeGreaterThan(1)
  expect(new Set(told.map((row) => `${row.key} ${row.naturalKey} ${row.lane}`)).size).toBe(1)
})

test('NUL and broken surrogates, which the database refuses, do not come in', async () => {
  const telegram = await aTelegram()
  telegram.world.write(CARA, 'a\0b\uD800c')
  const desk = await aPollingDesk(telegram)
  const [row] = await desk.rows(1)
  const stored = JSON.stringify(row?.body)
  expect(stored).toContain('a\uFFFDb\uFFFDc')
  expect(stored).not.toMatch(/\\u0000|\\ud800/i)
})

test('after a quiet week ids may start below the old ones: an empty answer makes the desk ask from the beginning', async () => {
  // given what Telegram does only after a week
  const answers = [[{ update_id: 900 }], [], [{ update_id: 12 }]]
  const offsets: unknown[] = []
  const stop = new AbortController()
  const api = new Api(TOKEN)
  api.config.use(async (_call, method, payload) => {
    if (method === 'getWebhookInfo') return { ok: true, result: { url: '' } as never }
    offsets.push('offset' in payload ? payload.offset : undefined)
    const result = answers.shift() ?? []
    if (offsets.length === 4) stop.abort()
    return { ok: true, result: result as never }
  })
  // when
  const stored: number[] = []
  const store = async (updates: { update_id: number }[]) => void stored.push(...updates.map((one) => one.update_id))
  await pollUpdates(api, store, new Lines(), stop.signal)
  // then
  expect(stored).toEqual([900, 12])
  expect(offsets).toEqual([0, 901, 0, 13])
})

describe('when Telegram misbehaves', () => {
  test('a webhook left over is removed, what waits there is kept', async () => {
    const telegram = await aTelegram()
    const api = new Api(TOKEN, { apiRoot: telegram.url })
    await api.setWebhook('http://127.0.0.1:9/telegram/webhook', { secret_token: 'x' })
    telegram.world.write(CARA, 'hello')
    const desk = await aPollingDesk(telegram)
    await desk.rows(1)
    expect((await api.getWebhookInfo()).url).toBe('')
  })

  test('a webhook somebody sets while the desk polls is removed', async () => {
    const telegram = await aTelegram()
    const desk = await aPollingDesk(telegram)
    telegram.world.write(CARA, 'hello')
    await desk.rows(1)
    const api = new Api(TOKEN, { apiRoot: telegram.url })
    await api.setWebhook('http://127.0.0.1:9/telegram/webhook', { secret_token: 'x' })
    telegram.world.write(CARA, 'again')
    await desk.rows(2)
    expect((await api.getWebhookInfo()).url).toBe('')
  })

  test('429 is obeyed', async () => {
    const telegram = await aTelegram()
    telegram.faults.arm({ on: 'call', method: 'getUpdates', does: 'too-many', retryAfterSeconds: 1 })
    telegram.world.write(CARA, 'hello')
    const asked = performance.now()
    const desk = await aPollingDesk(telegram)
    await desk.rows(1)
    expect(performance.now() - asked).toBeGreaterThan(990)
  })

  test.each([
    ['a broken connection', { on: 'call', method: 'getUpdates', does: 'drop' } as const],
    ['an answer lost on the way', { on: 'call', method: 'getUpdates', does: 'drop-after-accepting' } as const],
    ['an error of its own', { on: 'call', method: 'getUpdates', does: 'error', status: 502 } as const],
  ])('%s is got over', async (_name, fault) => {
    const telegram = await aTelegram()
    telegram.faults.arm(fault, 2)
    telegram.world.write(CARA, 'hello')
    const desk = await aPollingDesk(telegram)
    await desk.rows(1)
    expect(desk.log.lines.join('\n')).toContain('telegram-poll-failed')
  })

  test('another poller is named, and outlasted', async () => {
    const telegram = await aTelegram()
    const desk = await aPollingDesk(telegram)
    const other = new Api(TOKEN, { apiRoot: telegram.url })
    await expect
      .poll(async () => {
        await other.getUpdates({ timeout: 0 }).catch(() => {})
        return desk.log.lines.join('\n')
      })
      .toContain('telegram-another-poller')
    telegram.world.write(CARA, 'hello')
    await desk.rows(1)
  })

  test('nothing anybody wrote, and no token, is logged', async () => {
    const telegram = await aTelegram()
    const desk = aDesk(telegram)
    desk.inbox.refusals = 1
    telegram.faults.arm({ on: 'call', method: 'getUpdates', does: 'drop' })
    telegram.world.write(CARA, 'my password is swordfish')
    await desk.adapter.start(desk.inbox, [])
    await desk.rows(1)
    expect(desk.log.lines.length).toBeGreaterThan(1)
    expect(desk.log.lines.join('\n')).not.toMatch(/swordfish|playground-secret/)
  })
})

describe('stopping', () => {
  test('a long poll is not waited for', async () => {
    const telegram = await aTelegram()
    const desk = await aPollingDesk(telegram)
    telegram.world.write(CARA, 'hello')
    await desk.rows(1)
    await telegram.idle()
    const asked = performance.now()
    await desk.adapter.stop()
    // A poll lasts 25 s where nothing comes.
    expect(performance.now() - asked).toBeLessThan(5_000)
    telegram.world.write(CARA, 'too late')
    expect(desk.inbox.calls).toHaveLength(1)
  })

  test('a desk that cannot reach Telegram stops too, and its start ends', async () => {
    const telegram = await aTelegram()
    const desk = aDesk(telegram, { apiRoot: 'http://127.0.0.1:9' })
    const starting = desk.adapter.start(desk.inbox, [])
    await expect.poll(() => desk.log.lines.length).toBeGreaterThan(0)
    await desk.adapter.stop()
    await starting
  })
})
