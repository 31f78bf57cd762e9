import { Bot } from 'grammy'
import { expect, test, vi } from 'vitest'
import { bare, cara, playground, refusal, token, tom } from './support.ts'

test('an update stays until a later call moves the offset past it', async () => {
  const telegram = await playground()
  telegram.world.write(cara, 'One')
  telegram.world.write(cara, 'Two')

  const first = await telegram.api.getUpdates()
  expect(first.map(({ message }) => message?.text)).toEqual(['One', 'Two'])
  expect(first[1]?.update_id).toBe((first[0]?.update_id ?? 0) + 1)
  expect(await telegram.api.getUpdates()).toEqual(first)
  expect(telegram.ledger.entries.filter(({ what }) => what === 'acknowledged')).toEqual([])

  expect(await telegram.api.getUpdates({ offset: first[1]?.update_id ?? 0 })).toEqual([first[1]])
  expect(await telegram.api.getUpdates({ offset: (first[1]?.update_id ?? 0) + 1 })).toEqual([])
  expect(telegram.ledger.entries.filter(({ what }) => what === 'acknowledged')).toMatchObject([
    { id: `${first[0]?.update_id}` },
    { id: `${first[1]?.update_id}` },
  ])
  await telegram.idle()
})

test('limit, and a negative offset that forgets all but the last', async () => {
  const telegram = await playground()
  for (const words of ['One', 'Two', 'Three']) telegram.world.write(cara, words)
  const texts = async (poll: object) => (await telegram.api.getUpdates(poll)).map(({ message }) => message?.text)
  expect(await texts({ limit: 2 })).toEqual(['One', 'Two'])
  expect(await texts({ offset: -1 })).toEqual(['Three'])
  expect(await texts({})).toEqual(['Three'])
})

test('a long poll answers as soon as somebody writes', async () => {
  const telegram = await playground()
  const poll = telegram.api.getUpdates({ timeout: 50 })
  const answered = vi.fn()
  void poll.then(answered)
  await telegram.api.getMe()
  expect(answered).not.toHaveBeenCalled()
  telegram.world.write(cara, 'At last')
  expect(await poll).toMatchObject([{ message: { text: 'At last' } }])
})

test('a second poller ends the first with 409', async () => {
  const telegram = await playground()
  const first = refusal(telegram.api.getUpdates({ timeout: 50 }))
  await telegram.api.getMe()
  const second = telegram.api.getUpdates({ timeout: 50 })
  expect(await first).toMatchObject({ code: 409 })
  expect((await first).description).toContain('terminated by other getUpdates request')
  telegram.world.write(cara, 'Hello')
  expect(await second).toHaveLength(1)
})

test('no polling while a webhook is set, and setting one ends the poll', async () => {
  const telegram = await playground()
  const poll = refusal(telegram.api.getUpdates({ timeout: 50 }))
  await telegram.api.getMe()
  await telegram.api.setWebhook('https://127.0.0.1:8443/hook')
  expect((await poll).description).toContain('terminated by setWebhook request')
  expect((await refusal(telegram.api.getUpdates())).description).toContain("can't use getUpdates method while webhook")
  await telegram.api.deleteWebhook()
  expect(await telegram.api.getUpdates()).toEqual([])
})

test('a poller that hangs up loses nothing', async () => {
  const telegram = await playground()
  const hangUp = new AbortController()
  const poll = fetch(`${telegram.url}/bot${token}/getUpdates?timeout=50`, { signal: hangUp.signal }).catch(() => 'gone')
  await telegram.api.getMe()
  hangUp.abort()
  expect(await poll).toBe('gone')
  telegram.world.write(cara, 'Still there?')
  expect(await telegram.api.getUpdates()).toMatchObject([{ message: { text: 'Still there?' } }])
})

test('only kinds asked for are on their way, and the wish is remembered', async () => {
  const telegram = await playground()
  const { message_id } = await telegram.api.sendMessage(cara, 'Hello')
  telegram.world.react(cara, message_id, '👍')
  expect(await telegram.api.getUpdates()).toEqual([])

  await telegram.api.getUpdates({ allowed_updates: ['message_reaction'] })
  telegram.world.write(cara, 'Not wanted')
  telegram.world.react(cara, message_id, '👌')
  const wanted = await telegram.api.getUpdates()
  expect(wanted).toMatchObject([
    { message_reaction: { message_id, old_reaction: [{ emoji: '👍' }], new_reaction: [{ emoji: '👌' }] } },
  ])
  expect((await telegram.api.getWebhookInfo()).allowed_updates).toEqual(['message_reaction'])

  await telegram.api.getUpdates({ allowed_updates: [] })
  telegram.world.write(cara, 'Wanted again')
  expect((await telegram.api.getUpdates()).at(-1)).toMatchObject({ message: { text: 'Wanted again' } })
})

test('an update lives 24 hours, a pressed button 150 seconds', async () => {
  const telegram = await playground()
  const { message_id } = await telegram.api.sendMessage(cara, 'Rate us', {
    reply_markup: { inline_keyboard: [[{ text: '5', callback_data: 'five' }]] },
  })
  telegram.world.press(cara, message_id, { label: '5' })
  telegram.world.write(cara, 'Hello')
  telegram.later(149_999)
  expect(await telegram.api.getUpdates()).toHaveLength(2)
  telegram.later(1)
  expect(await telegram.api.getUpdates()).toMatchObject([{ message: { text: 'Hello' } }])
  telegram.later(24 * 3_600_000)
  expect(await telegram.api.getUpdates()).toEqual([])
  await telegram.idle()
})

test("grammY's own loop hears people and answers them", async () => {
  const telegram = await bare()
  const bot = new Bot(token, { client: { apiRoot: telegram.url } })
  bot.command('start', (ctx) => ctx.reply(`Welcome, ${ctx.from?.first_name}: ${ctx.match}`))
  bot.on('message:text', (ctx) => ctx.reply(`You said ${ctx.msg.text}`))
  const started = bot.start()
  telegram.world.start(tom, 'demo')
  telegram.world.write(tom, 'Hello')
  await telegram.idle()
  await bot.stop()
  await started
  expect(telegram.world.messages(tom)).toMatchObject([
    { from: tom, text: '/start demo' },
    { from: tom, text: 'Hello' },
    { from: 'bot', text: 'Welcome, Tom: demo' },
    { from: 'bot', text: 'You said Hello' },
  ])
})
