import { HttpError } from 'grammy'
import { expect, test, vi } from 'vitest'
import { deskEnd, said } from './desk-end.ts'
import { agents, cara, playground, refusal, tom } from './support.ts'

const bots = (telegram: Awaited<ReturnType<typeof playground>>) =>
  telegram.world.messages(cara).filter(({ from }) => from === 'bot')

test('429 says when to come back, and has no effect', async () => {
  const telegram = await playground()
  telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'too-many', retryAfterSeconds: 7 }, 2)
  for (const _try of [1, 2]) {
    expect(await telegram.call('sendMessage', { chat_id: cara, text: 'Hello' })).toEqual({
      status: 429,
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    })
  }
  expect(bots(telegram)).toEqual([])
  await telegram.api.sendMessage(cara, 'Hello')
  expect(bots(telegram)).toHaveLength(1)
  expect(telegram.ledger.entries.filter(({ what }) => what === 'refused')).toMatchObject([
    { method: 'sendMessage', error: 'too-many' },
    { method: 'sendMessage', error: 'too-many' },
  ])
})

test('5xx has no effect', async () => {
  const telegram = await playground()
  telegram.faults.arm({ on: 'call', does: 'error', status: 502 })
  expect(await refusal(telegram.api.sendMessage(cara, 'Hello'))).toMatchObject({ code: 502 })
  expect(bots(telegram)).toEqual([])
})

test('a cut connection leaves the desk in doubt: accepted or not', async () => {
  const telegram = await playground()
  telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'drop' })
  telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'drop-after-accepting' })
  await expect(telegram.api.sendMessage(cara, 'Lost')).rejects.toThrow(HttpError)
  await expect(telegram.api.sendMessage(cara, 'Accepted')).rejects.toThrow(HttpError)
  expect(bots(telegram).map(({ text }) => text)).toEqual(['Accepted'])
  const seen = telegram.ledger.entries.filter((entry) => 'method' in entry && entry.method === 'sendMessage')
  expect(seen).toMatchObject([
    { what: 'refused', error: 'drop' },
    { what: 'called', words: 'Accepted', chat: `${cara}`, message: `${bots(telegram)[0]?.id}` },
  ])
})

test('a slow answer comes after the effect', async () => {
  const telegram = await playground()
  telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'slow', ms: 150 })
  const began = performance.now()
  const sent = telegram.api.sendMessage(cara, 'Hello')
  await vi.waitFor(() => expect(bots(telegram)).toHaveLength(1))
  await sent
  expect(performance.now() - began).toBeGreaterThanOrEqual(149)
})

test('a fault for any call leaves the waiting getUpdates alone', async () => {
  const telegram = await playground()
  telegram.faults.arm({ on: 'call', does: 'error', status: 500 })
  expect(await telegram.api.getUpdates()).toEqual([])
  expect(await refusal(telegram.api.sendMessage(cara, 'Hello'))).toMatchObject({ code: 500 })
  telegram.faults.arm({ on: 'call', method: 'getUpdates', does: 'error', status: 500 })
  expect(await refusal(telegram.api.getUpdates())).toMatchObject({ code: 500 })
})

test('a doubled update comes to the webhook several times at once', async () => {
  const telegram = await playground()
  const desk = await deskEnd()
  await telegram.api.setWebhook(desk.url)
  telegram.faults.arm({ on: 'event', does: 'double', copies: 2 })
  telegram.world.write(cara, 'Hello')
  telegram.world.write(cara, 'Again')
  await telegram.idle()
  expect(desk.texts()).toEqual(['Hello', 'Hello', 'Hello', 'Again'])
  expect(new Set(desk.came.map(({ update }) => update.update_id)).size).toBe(2)
})

test('a doubled update is told once more by getUpdates after it was confirmed', async () => {
  const telegram = await playground()
  telegram.faults.arm({ on: 'event', does: 'double', copies: 1 })
  telegram.world.write(cara, 'Hello')
  const [first] = await telegram.api.getUpdates()
  const again = { offset: (first?.update_id ?? 0) + 1 }
  expect(await telegram.api.getUpdates(again)).toEqual([first])
  expect(await telegram.api.getUpdates(again)).toEqual([])
  await telegram.idle()
})

test('a reordered update lets another chat go first, never another of its own chat', async () => {
  const telegram = await playground()
  const desk = await deskEnd()
  await telegram.api.setWebhook(desk.url)
  telegram.faults.arm({ on: 'event', does: 'reorder', ms: 10_000 })
  telegram.world.write(cara, 'First')
  telegram.world.write(cara, 'Second')
  await telegram.api.getMe()
  expect(desk.came).toEqual([])
  telegram.world.write(tom, 'Overtakes')
  await telegram.idle()
  expect(desk.texts()).toEqual(['Overtakes', 'First', 'Second'])
})

test('a reordered update nobody overtakes comes after its time', async () => {
  const telegram = await playground()
  const desk = await deskEnd(({ update }) => ({ status: said(update) === undefined ? 500 : 200 }))
  await telegram.api.setWebhook(desk.url)
  telegram.faults.arm({ on: 'event', does: 'reorder', ms: 50 })
  telegram.world.write(cara, 'Alone')
  await telegram.idle()
  expect(desk.texts()).toEqual(['Alone'])
})

test('with strict budgets a chat takes 5 at once, then one a second; a group 20 a minute', async () => {
  const telegram = await playground({ strictBudgets: true })
  const send = (chat_id: number) => telegram.call('sendMessage', { chat_id, text: 'Hello' })
  for (let n = 0; n < 5; n += 1) expect(await send(cara)).toMatchObject({ ok: true })
  expect(await send(cara)).toMatchObject({ status: 429, parameters: { retry_after: 1 } })
  telegram.later(1000)
  expect(await send(cara)).toMatchObject({ ok: true })
  expect(await send(cara)).toMatchObject({ status: 429 })

  telegram.later(10_000)
  const { result } = await telegram.call('createForumTopic', { chat_id: agents, name: 'DEMO-1' })
  expect(result).toMatchObject({ name: 'DEMO-1' })
  for (let n = 1; n < 20; n += 1) expect(await send(agents)).toMatchObject({ ok: true })
  expect(await send(agents)).toMatchObject({ status: 429, parameters: { retry_after: 3 } })
  expect(await telegram.call('sendChatAction', { chat_id: agents, action: 'typing' })).toMatchObject({ ok: true })
})
