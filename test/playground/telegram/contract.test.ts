import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { Api, HttpError } from 'grammy'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { typeFault } from '../../../playground/telegram/contract.ts'
import { openTelegram } from '../../../playground/telegram/index.ts'
import { ada, agents, bare, cara, playground, token, tom } from './support.ts'

test('a field Telegram does not know is refused', async () => {
  const telegram = await playground()
  const answer = await telegram.call('sendMessage', { chat_id: cara, text: 'Hello', reply_to: 1 })
  expect(answer).toMatchObject({ ok: false, status: 400 })
  expect(answer.description).toContain('reply_to')
  expect(telegram.world.messages(cara)).toHaveLength(1)
})

test('so is one inside an object, a wrong type and a missing field', async () => {
  const telegram = await playground()
  const send = { chat_id: cara, text: 'Hello' }
  const wrong = [
    { ...send, reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'a', tone: 'danger' }]] } },
    { ...send, reply_markup: { inline_keyboard: [{ text: 'Go', callback_data: 'a' }] } },
    { ...send, disable_notification: 'yes' },
    { ...send, entities: [{ type: 'bold', offset: 0 }] },
    { ...send, text: 7 },
    { chat_id: cara },
  ]
  for (const payload of wrong) expect(await telegram.call('sendMessage', payload)).toMatchObject({ status: 400 })
})

test('what came after Bot API 10.1 is known, and answered 501 where it is not modelled', async () => {
  const telegram = await playground()
  expect(await telegram.call('editEphemeralMessageText')).toMatchObject({ status: 501 })
  expect(
    await telegram.call('sendMessage', {
      chat_id: cara,
      text: 'Closed',
      reply_markup: { inline_keyboard: [[{ text: 'Rated', disabled: {} }]] },
    }),
  ).toMatchObject({ ok: true })
})

test('a method that is not modelled says so, after its payload was checked', async () => {
  const telegram = await playground()
  const poll = { chat_id: cara, question: 'Well?', options: [{ text: 'Yes' }, { text: 'No' }] }
  expect(await telegram.call('sendPoll', poll)).toEqual({
    status: 501,
    ok: false,
    error_code: 501,
    description: 'not modelled here: sendPoll',
  })
  expect(await telegram.call('sendPoll', { chat_id: cara })).toMatchObject({ status: 400 })
  expect(await telegram.call('sendTelepathy', { chat_id: cara })).toMatchObject({ status: 404 })
})

test('a call may be JSON, a query or a form', async () => {
  const telegram = await playground()
  const base = `${telegram.url}/bot${token}/sendMessage`
  await fetch(`${base}?chat_id=${cara}&text=by%20query`)
  const keyboard = JSON.stringify({ inline_keyboard: [[{ text: 'Go', callback_data: 'a' }]] })
  await fetch(base, {
    method: 'POST',
    body: new URLSearchParams({ chat_id: `${cara}`, text: 'by form', reply_markup: keyboard }),
  })
  expect(telegram.world.messages(cara).slice(1)).toMatchObject([
    { text: 'by query', buttons: [] },
    { text: 'by form', buttons: [[{ label: 'Go', data: 'a' }]] },
  ])
  const broken = await fetch(base, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"chat' })
  expect(broken.status).toBe(400)
})

test('another bot token is 401, no token at all 404', async () => {
  const telegram = await playground()
  const status = async (path: string) => (await fetch(`${telegram.url}${path}`)).status
  expect(await status(`/bot${token}/getMe`)).toBe(200)
  expect(await status('/bot700001:wrong/getMe')).toBe(401)
  expect(await status('/botnonsense/getMe')).toBe(404)
  expect(await status('/file/bot700001:wrong/documents/file_0.txt')).toBe(401)
  expect(await status(`/file/bot${token}/documents/file_0.txt`)).toBe(404)
})

test('every update and every answer it gives has the shape of the Bot API', async () => {
  const telegram = await bare()
  const { world, api } = telegram
  await telegram.call('getUpdates', { allowed_updates: [] })
  await telegram.call('getUpdates', {
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'],
  })
  world.start(cara, 'demo')
  const words = world.write(cara, '/new @ada see https://a.test or mail to a@b.example')
  world.edit(cara, words, 'Other words')
  world.send(cara, { photo: { caption: 'The printer' } })
  for (const kind of ['document', 'voice', 'audio', 'video', 'animation', 'video_note', 'sticker'] as const) {
    world.send(cara, { [kind]: {} } as Parameters<typeof world.send>[1]) // one key, just chosen from its list
  }
  world.send(cara, { location: { latitude: 59.3, longitude: 18.1 } }, { replyTo: words })
  world.send(cara, { contact: { phone_number: '+4670', first_name: 'Cara' } })
  world.send(cara, { dice: {} })
  world.album(cara, [{ photo: {} }, { video: {} }])
  world.write(ada, { text: 'In the group', chat: agents })
  const sent = await api.sendMessage(cara, 'Rate us', {
    reply_markup: { inline_keyboard: [[{ text: '5', callback_data: 'five' }]] },
  })
  world.press(cara, sent.message_id, { label: '5' })
  world.react(cara, sent.message_id, '👍')
  world.block(cara)
  world.unblock(cara)
  const topic = await api.createForumTopic(agents, 'DEMO-1')
  await api.editForumTopic(agents, topic.message_thread_id, { name: 'DEMO-1 ✔' })
  await api.closeForumTopic(agents, topic.message_thread_id)
  const forwarded = await api.forwardMessage(agents, cara, words, { message_thread_id: topic.message_thread_id })

  const updates = await api.getUpdates({ limit: 100 })
  expect(updates.map((update) => typeFault('Update', update)).filter(Boolean)).toEqual([])
  expect(new Set(updates.flatMap((update) => Object.keys(update)))).toEqual(
    new Set(['update_id', 'message', 'edited_message', 'callback_query', 'message_reaction', 'my_chat_member']),
  )
  expect(typeFault('Message', forwarded)).toBeUndefined()
  expect(typeFault('User', await api.getMe())).toBeUndefined()
  expect(typeFault('WebhookInfo', await api.getWebhookInfo())).toBeUndefined()
  expect(typeFault('ChatFullInfo', await api.getChat(agents))).toBeUndefined()
  for (const user of [ada, cara, 700001]) {
    expect(typeFault('ChatMember', await api.getChatMember(agents, user))).toBeUndefined()
  }
  expect(await api.getChatMember(agents, tom)).toMatchObject({ status: 'left' })
})

test('it shares a port with other apps', async () => {
  const telegram = await openTelegram({ token, now: () => Date.UTC(2026, 10, 2, 9) })
  const both = new Hono<{ Bindings: HttpBindings }>()
  both.get('/page', (ask) => ask.text('the page'))
  both.route('/', telegram.app)
  const server = createServer(getRequestListener(both.fetch, { overrideGlobalObjects: false })).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens on a port
  const api = new Api(token, { apiRoot: `http://127.0.0.1:${port}` })
  telegram.world.start(tom)
  expect(await api.sendMessage(tom, 'Hello')).toMatchObject({ text: 'Hello', chat: { id: tom } })
  telegram.faults.arm({ on: 'call', does: 'drop' })
  await expect(api.sendMessage(tom, 'Lost')).rejects.toThrow(HttpError)
  expect(await (await fetch(`http://127.0.0.1:${port}/page`)).text()).toBe('the page')
  await telegram.close()
  server.close()
  server.closeAllConnections()
})
