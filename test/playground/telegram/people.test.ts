import { expect, test, vi } from 'vitest'
import { typeFault } from '../../../playground/telegram/contract.ts'
import { ada, agents, bo, cara, playground, refusal, tom } from './support.ts'

const rating = {
  inline_keyboard: [
    [
      { text: '👍', callback_data: 'good' },
      { text: 'Site', url: 'https://a.test/' },
    ],
  ],
}

test('a command carries its entity, links and names are found, code hides them', async () => {
  const telegram = await playground()
  telegram.world.write(cara, '/status DEMO-7')
  telegram.world.write(cara, 'See https://a.test/x?y=1, ask @ada_desk or a.b@c.example')
  telegram.world.write(cara, { text: '@ada_desk', entities: [{ type: 'code', offset: 0, length: 9 }] })
  const said = (await telegram.api.getUpdates()).map(({ message }) =>
    (message?.entities ?? []).map(({ type, offset, length }) => [type, message?.text?.slice(offset, offset + length)]),
  )
  expect(said).toEqual([
    [['bot_command', '/status']],
    [
      ['url', 'https://a.test/x?y=1'],
      ['mention', '@ada_desk'],
      ['email', 'a.b@c.example'],
    ],
    [['code', '@ada_desk']],
  ])
})

test('an edit is told, an erasure is not', async () => {
  const telegram = await playground()
  const id = telegram.world.write(cara, 'Helo')
  telegram.world.edit(cara, id, 'Hello')
  telegram.world.erase(cara, id)
  const updates = await telegram.api.getUpdates()
  expect(updates).toMatchObject([
    { message: { message_id: id, text: 'Helo' } },
    { edited_message: { message_id: id, text: 'Hello', edit_date: Date.UTC(2026, 10, 2, 9) / 1000 } },
  ])
  expect(telegram.world.messages(cara).at(-1)).toMatchObject({ text: 'Hello', edited: true, deleted: true })
  expect(() => telegram.world.edit(cara, id, 'Hello?')).toThrow('no message')
})

test('people press only what they see', async () => {
  const telegram = await playground()
  const { message_id } = await telegram.api.sendMessage(cara, 'Well?', { reply_markup: rating })
  const query = telegram.world.press(cara, message_id, { label: '👍' })
  expect(await telegram.api.getUpdates()).toMatchObject([
    { callback_query: { id: query, from: { id: cara }, data: 'good', message: { message_id, text: 'Well?' } } },
  ])
  await telegram.api.answerCallbackQuery(query, { text: 'Thank you', show_alert: true })
  expect(telegram.world.answers(cara)).toEqual([{ query, text: 'Thank you', alert: true }])
  expect(telegram.world.answers(tom)).toEqual([])

  await telegram.api.editMessageReplyMarkup(cara, message_id)
  expect(() => telegram.world.press(cara, message_id, { label: '👍' })).toThrow('no button')
  expect(() => telegram.world.press(cara, message_id, { data: 'invented' })).toThrow('no button')
})

test('a message is edited text, formatting and buttons', async () => {
  const telegram = await playground()
  const { message_id } = await telegram.api.sendMessage(cara, 'Open', { reply_markup: rating })
  await telegram.api.editMessageText(cara, message_id, 'Resolved', {
    entities: [{ type: 'bold', offset: 0, length: 8 }],
  })
  expect(telegram.world.messages(cara).at(-1)).toMatchObject({
    text: 'Resolved',
    entities: [{ type: 'bold', offset: 0, length: 8 }],
    buttons: [],
    edited: true,
  })
})

test('who is notified by words is told', async () => {
  const telegram = await playground()
  const user = { id: ada, is_bot: false, first_name: 'Ada' }
  await telegram.api.sendMessage(cara, 'Ada, @bo_desk and here', {
    entities: [
      { type: 'text_mention', offset: 0, length: 3, user },
      { type: 'text_link', offset: 18, length: 4, url: 'tg://user?id=7102' },
    ],
  })
  await telegram.api.sendMessage(cara, '@bo_desk', { entities: [{ type: 'code', offset: 0, length: 8 }] })
  const [loud, quiet] = telegram.world.messages(cara).slice(-2)
  expect(loud?.pinged).toEqual(['tg://user?id=7101', '@bo_desk', 'tg://user?id=7102'])
  expect(quiet?.pinged).toEqual([])
})

test('a reply keyboard is shown until it is taken away; its buttons write', async () => {
  const telegram = await playground()
  await telegram.api.sendMessage(cara, 'Which?', {
    reply_markup: { keyboard: [['Hardware', 'Software']], input_field_placeholder: 'Choose' },
  })
  expect(telegram.world.keyboard(cara)).toEqual({ rows: [['Hardware', 'Software']], placeholder: 'Choose' })
  telegram.world.tap(cara, 'Hardware')
  expect(await telegram.api.getUpdates()).toMatchObject([{ message: { text: 'Hardware' } }])
  expect(() => telegram.world.tap(cara, 'Food')).toThrow('no button')
  await telegram.api.sendMessage(cara, 'Thanks', { reply_markup: { remove_keyboard: true } })
  expect(telegram.world.keyboard(cara)).toBeUndefined()
})

test('who blocks the bot hears nothing, and the bot is told', async () => {
  const telegram = await playground()
  const { message_id } = await telegram.api.sendMessage(cara, 'Hello')
  telegram.world.block(cara)
  expect(await refusal(telegram.api.sendMessage(cara, 'Are you there?'))).toEqual({
    code: 403,
    description: 'Forbidden: bot was blocked by the user',
  })
  expect(await refusal(telegram.api.editMessageText(cara, message_id, 'Hi'))).toMatchObject({ code: 403 })
  expect(() => telegram.world.write(cara, 'Hm')).toThrow('unblock')
  telegram.world.unblock(cara)
  await telegram.api.sendMessage(cara, 'Welcome back')
  const status = (await telegram.api.getUpdates()).map(({ my_chat_member: it }) => [
    it?.old_chat_member.status,
    it?.new_chat_member.status,
  ])
  expect(status).toEqual([
    ['member', 'kicked'],
    ['kicked', 'member'],
  ])
})

test('topics in a private chat are there only where the bot has them, and people make some where it lets them', async () => {
  const telegram = await playground()
  const { world, api } = telegram
  expect(await refusal(api.createForumTopic(cara, 'DEMO-1'))).toMatchObject({ code: 400 })
  expect(await api.getMe()).toMatchObject({ has_topics_enabled: false })
  world.setTopics({ theirs: false })
  expect(await api.getMe()).toMatchObject({ has_topics_enabled: true, allows_users_to_create_topics: false })
  const { message_thread_id: thread } = await api.createForumTopic(cara, 'DEMO-1')
  expect(() => world.makeTopic(cara)).toThrow('does not let')
  expect(() => world.deleteTopic(cara, cara, thread)).toThrow('does not let')
  await api.editForumTopic(cara, thread, { name: 'DEMO-1 done' })
  // Topics of private chats are not closed.
  expect(await refusal(api.closeForumTopic(cara, thread))).toMatchObject({ code: 400 })
  await api.sendChatAction(cara, 'typing', { message_thread_id: thread })
  expect(world.actions(cara)).toEqual([{ chat: cara, thread, action: 'typing' }])
  world.setTopics({ theirs: true })
  const own = world.makeTopic(cara)
  world.write(cara, { text: 'Here', thread: own })
  const updates = await api.getUpdates()
  expect(updates.map(({ message }) => message?.forum_topic_created?.is_name_implicit)).toContain(true)
  expect(updates.at(-1)?.message).toMatchObject({ text: 'Here', is_topic_message: true, message_thread_id: own })
  world.deleteTopic(cara, cara, own)
  expect(await refusal(api.sendMessage(cara, 'Hm', { message_thread_id: own }))).toMatchObject({
    description: 'Bad Request: message thread not found',
  })
  for (const update of updates) expect(typeFault('Update', update)).toBeUndefined()
})

test('agents write in the group and its topics; customers cannot', async () => {
  const telegram = await playground()
  const { message_thread_id: thread } = await telegram.api.createForumTopic(agents, 'DEMO-1')
  const asked = telegram.world.write(ada, { text: 'I take this', chat: agents, thread })
  await telegram.api.sendMessage(agents, 'Noted', { reply_parameters: { message_id: asked } })
  expect(telegram.world.messages(agents).at(-1)).toMatchObject({ replyTo: asked, thread, text: 'Noted' })
  expect((await telegram.api.getUpdates()).map(({ message }) => [message?.is_topic_message, message?.text])).toEqual([
    [true, undefined],
    [true, 'I take this'],
  ])
  expect(() => telegram.world.write(cara, { text: 'Hello', chat: agents })).toThrow('not in Agents')
  await telegram.api.closeForumTopic(agents, thread)
  expect(() => telegram.world.write(bo, { text: 'Too late', chat: agents, thread })).toThrow('no open topic')
  await telegram.api.deleteForumTopic(agents, thread)
  expect(telegram.world.messages(agents).every(({ deleted }) => deleted)).toBe(true)
  const said = await refusal(telegram.api.sendMessage(agents, 'Hello', { message_thread_id: thread }))
  expect(said.description).toBe('Bad Request: message thread not found')
})

test('a menu follows scope and language', async () => {
  const telegram = await playground()
  const command = (description: string) => [{ command: 'new', description }]
  await telegram.api.setMyCommands(command('New'))
  await telegram.api.setMyCommands(command('Новое'), { language_code: 'ru' })
  await telegram.api.setMyCommands(command('For agents'), { scope: { type: 'chat', chat_id: agents } })
  expect(telegram.world.menu(cara)).toEqual(command('New'))
  expect(telegram.world.menu(tom)).toEqual(command('Новое'))
  expect(telegram.world.menu(ada, agents)).toEqual(command('For agents'))
  expect(telegram.world.commands({ type: 'default' }, 'ru')).toEqual(command('Новое'))
  await telegram.api.deleteMyCommands({ language_code: 'ru' })
  expect(telegram.world.menu(tom)).toEqual(command('New'))
})

test('the page hears of every change', async () => {
  const telegram = await playground()
  const heard = vi.fn()
  const stop = telegram.onChange(heard)
  await telegram.api.sendMessage(cara, 'Hello')
  expect(heard).toHaveBeenCalled()
  heard.mockClear()
  stop()
  telegram.world.write(cara, 'Hello')
  expect(heard).not.toHaveBeenCalled()
})
