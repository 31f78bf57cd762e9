import { expect, test, vi } from 'vitest'
import { deskEnd, said } from './desk-end.ts'
import { cara, playground, tom } from './support.ts'

test('brings each update with the secret, once, and counts a 2xx as confirmed', async () => {
  const telegram = await playground()
  const desk = await deskEnd()
  telegram.world.write(cara, 'Before the webhook')
  await telegram.api.setWebhook(desk.url, { secret_token: 'a-secret' })
  telegram.world.write(cara, 'After it')
  await telegram.idle()
  expect(desk.texts()).toEqual(['Before the webhook', 'After it'])
  expect(desk.came[0]?.headers['x-telegram-bot-api-secret-token']).toBe('a-secret')
  expect(await telegram.api.getWebhookInfo()).toMatchObject({ url: desk.url, pending_update_count: 0 })
  expect(telegram.ledger.entries.map(({ what }) => what).filter((what) => what === 'acknowledged')).toHaveLength(2)
})

test('tries again until it is taken, and nothing of that chat overtakes', async () => {
  const telegram = await playground({ retryDelaysMs: [0, 1] })
  const desk = await deskEnd((_delivery, nth) => ({ status: nth <= 3 ? 500 : 200 }))
  await telegram.api.setWebhook(desk.url)
  telegram.world.write(cara, 'First')
  telegram.world.write(cara, 'Second')
  await telegram.idle()
  expect(desk.texts()).toEqual(['First', 'First', 'First', 'First', 'Second'])
  expect((await telegram.api.getWebhookInfo()).last_error_message).toContain('500')
})

test('a stuck chat holds up neither another chat nor pressed buttons', async () => {
  const telegram = await playground({ retryDelaysMs: [60_000] })
  const desk = await deskEnd(({ update }) => ({ status: said(update) === 'Poison' ? 500 : 200 }))
  const { message_id } = await telegram.api.sendMessage(cara, 'Rate us', {
    reply_markup: { inline_keyboard: [[{ text: '5', callback_data: 'five' }]] },
  })
  await telegram.api.setWebhook(desk.url)
  telegram.world.write(cara, 'Poison')
  telegram.world.write(cara, 'Behind it')
  telegram.world.write(tom, 'Hello')
  telegram.world.press(cara, message_id, { label: '5' })
  await vi.waitFor(() => expect(new Set(desk.texts())).toEqual(new Set(['Hello', 'Poison', 'five'])))
  expect((await telegram.api.getWebhookInfo()).pending_update_count).toBe(2)
})

test('Retry-After of the answer goes before its own rhythm', async () => {
  const telegram = await playground({ retryDelaysMs: [60_000] })
  const desk = await deskEnd((_delivery, nth) => (nth === 1 ? { status: 503, headers: { 'retry-after': '0' } } : {}))
  await telegram.api.setWebhook(desk.url)
  telegram.world.write(cara, 'Hello')
  await telegram.idle()
  expect(desk.texts()).toEqual(['Hello', 'Hello'])
})

test('follows no redirect', async () => {
  const telegram = await playground({ retryDelaysMs: [0] })
  const elsewhere = await deskEnd()
  const desk = await deskEnd((_delivery, nth) =>
    nth === 1 ? { status: 307, headers: { location: elsewhere.url } } : {},
  )
  await telegram.api.setWebhook(desk.url)
  telegram.world.write(cara, 'Hello')
  await telegram.idle()
  expect(desk.texts()).toEqual(['Hello', 'Hello'])
  expect(elsewhere.came).toEqual([])
})

test('at most max_connections deliveries at a time', async () => {
  const telegram = await playground()
  let open = 0
  let most = 0
  const letGo = Promise.withResolvers<void>()
  const desk = await deskEnd(async () => {
    open += 1
    most = Math.max(most, open)
    await letGo.promise
    open -= 1
    return {}
  })
  await telegram.api.setWebhook(desk.url, { max_connections: 2 })
  for (let id = 8001; id <= 8010; id += 1) {
    telegram.world.add({ id, first_name: `Customer ${id}` })
    telegram.world.write(id, `From ${id}`)
  }
  await vi.waitFor(() => expect(open).toBe(2))
  for (let n = 0; n < 20; n += 1) await telegram.api.getMe() // time enough for a third to come
  expect(open).toBe(2)
  letGo.resolve()
  await telegram.idle()
  expect(desk.came).toHaveLength(10)
  expect(most).toBe(2)
})

test('a call in the answer is carried out', async () => {
  const telegram = await playground()
  const desk = await deskEnd(() => ({ body: { method: 'sendMessage', chat_id: cara, text: 'By the answer' } }))
  await telegram.api.setWebhook(desk.url)
  telegram.world.write(cara, 'Hello')
  await telegram.idle()
  expect(telegram.world.messages(cara).at(-1)).toMatchObject({ from: 'bot', text: 'By the answer' })
})

test('a webhook taken away leaves what is waiting to the poller; dropping forgets it', async () => {
  const telegram = await playground({ retryDelaysMs: [60_000] })
  const desk = await deskEnd(() => ({ status: 500 }))
  await telegram.api.setWebhook(desk.url)
  telegram.world.write(cara, 'Hello')
  await vi.waitFor(() => expect(desk.came).toHaveLength(1))
  await telegram.api.deleteWebhook()
  expect(await telegram.api.getUpdates()).toMatchObject([{ message: { text: 'Hello' } }])
  await telegram.api.deleteWebhook({ drop_pending_updates: true })
  expect(await telegram.api.getUpdates()).toEqual([])
})
