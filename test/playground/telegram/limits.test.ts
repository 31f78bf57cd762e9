import { InputFile } from 'grammy'
import { describe, expect, test } from 'vitest'
import { smallFiles } from '../../support/small-files.ts'
import { agents, cara, type Playground, playground, refusal, tom } from './support.ts'

/** One test per limit of platforms.md §B2 (and §B1 where it names one): just inside passes, just outside is refused. */

async function accepted(telegram: Playground, method: string, payload: object) {
  expect(await telegram.call(method, payload)).toMatchObject({ ok: true, status: 200 })
}

async function refused(telegram: Playground, method: string, payload: object, why: string, code = 400) {
  const answer = await telegram.call(method, payload)
  expect(answer).toMatchObject({ ok: false, status: code, error_code: code })
  expect(answer.description).toContain(why)
}

const button = (callback_data: string, text = 'Rate') => ({ inline_keyboard: [[{ text, callback_data }]] })

describe('words', () => {
  test('a text has at most 4096 UTF-16 units', async () => {
    const telegram = await playground()
    await accepted(telegram, 'sendMessage', { chat_id: cara, text: '😀'.repeat(2048) })
    await refused(telegram, 'sendMessage', { chat_id: cara, text: `${'😀'.repeat(2048)}!` }, 'message is too long')
  })

  test('the text is measured after parsing: tags do not count', async () => {
    const telegram = await playground()
    await accepted(telegram, 'sendMessage', { chat_id: cara, text: `<b>${'a'.repeat(4096)}</b>`, parse_mode: 'HTML' })
    expect(telegram.world.messages(cara).at(-1)).toMatchObject({
      text: 'a'.repeat(4096),
      entities: [{ type: 'bold', offset: 0, length: 4096 }],
    })
  })

  test('a text is not empty, nor only white space', async () => {
    const telegram = await playground()
    await refused(telegram, 'sendMessage', { chat_id: cara, text: '' }, 'message text is empty')
    await refused(telegram, 'sendMessage', { chat_id: cara, text: ' \n ' }, 'message text is empty')
  })

  test('an edited text keeps to the same limit', async () => {
    const telegram = await playground()
    const { message_id } = await telegram.api.sendMessage(cara, 'Hello')
    const edit = { chat_id: cara, message_id }
    await refused(telegram, 'editMessageText', { ...edit, text: 'a'.repeat(4097) }, 'message is too long')
    await accepted(telegram, 'editMessageText', { ...edit, text: 'a'.repeat(4096) })
  })

  test('a caption has at most 1024 units', async () => {
    const telegram = await playground()
    const photo = () => new InputFile(Buffer.from('a photo'), 'a.jpg')
    await telegram.api.sendPhoto(cara, photo(), { caption: 'c'.repeat(1024) })
    const said = await refusal(telegram.api.sendPhoto(cara, photo(), { caption: 'c'.repeat(1025) }))
    expect(said).toEqual({ code: 400, description: 'Bad Request: message caption is too long' })
  })

  test('an edited caption keeps to the same limit', async () => {
    const telegram = await playground()
    const { message_id } = await telegram.api.sendPhoto(cara, new InputFile(Buffer.from('a photo'), 'a.jpg'))
    const edit = { chat_id: cara, message_id }
    await refused(telegram, 'editMessageCaption', { ...edit, caption: 'c'.repeat(1025) }, 'caption is too long')
    await accepted(telegram, 'editMessageCaption', { ...edit, caption: 'c'.repeat(1024) })
  })

  test('an entity lies inside the words', async () => {
    const telegram = await playground()
    const bold = (offset: number, length: number) => ({
      chat_id: cara,
      text: 'Hello',
      entities: [{ type: 'bold', offset, length }],
    })
    await accepted(telegram, 'sendMessage', bold(0, 5))
    await refused(telegram, 'sendMessage', bold(0, 6), 'ends after the end of the text at UTF-16 offset 6')
    await refused(telegram, 'sendMessage', bold(-1, 2), 'wrong offset -1')
    await refused(telegram, 'sendMessage', bold(0, 0), 'length 0')
  })

  test('an entity does not cut a symbol in two', async () => {
    const telegram = await playground()
    const cut = (offset: number, length: number) => ({
      chat_id: cara,
      text: '😀!',
      entities: [{ type: 'bold', offset, length }],
    })
    await accepted(telegram, 'sendMessage', cut(0, 2))
    await refused(telegram, 'sendMessage', cut(1, 2), 'begins in a middle of a UTF-16 symbol')
    await refused(telegram, 'sendMessage', cut(0, 1), 'ends in a middle of a UTF-16 symbol')
  })

  test('a message has at most 100 entities', async () => {
    const telegram = await playground()
    const many = (count: number) => ({
      chat_id: cara,
      text: 'ab'.repeat(101),
      entities: Array.from({ length: count }, (_, at) => ({ type: 'bold', offset: at * 2, length: 1 })),
    })
    await accepted(telegram, 'sendMessage', many(100))
    await refused(telegram, 'sendMessage', many(101), 'ENTITIES_TOO_LONG')
  })

  test('an entity is of a kind Telegram knows, with what that kind needs', async () => {
    const telegram = await playground()
    const of = (entity: object) => ({
      chat_id: cara,
      text: 'Hello',
      entities: [{ offset: 0, length: 5, ...entity }],
    })
    await refused(telegram, 'sendMessage', of({ type: 'shouted' }), 'unsupported type "shouted"')
    await refused(telegram, 'sendMessage', of({ type: 'text_link' }), 'wrong "url"')
    await refused(telegram, 'sendMessage', of({ type: 'date_time' }), 'unix_time')
    await accepted(telegram, 'sendMessage', of({ type: 'date_time', unix_time: 1_800_000_000 }))
  })

  test('markup that is not balanced is not parsed', async () => {
    const telegram = await playground()
    const html = (text: string) => ({ chat_id: cara, text, parse_mode: 'HTML' })
    await refused(telegram, 'sendMessage', html('<b>Hello'), "can't parse entities")
    await refused(telegram, 'sendMessage', html('<b>Hel<i>lo</b></i>'), "can't parse entities")
  })
})

describe('buttons', () => {
  test('callback_data has 1 to 64 bytes, not characters', async () => {
    const telegram = await playground()
    const send = (data: string) => ({ chat_id: cara, text: 'Rate us', reply_markup: button(data) })
    await accepted(telegram, 'sendMessage', send('é'.repeat(32)))
    await refused(telegram, 'sendMessage', send(`${'é'.repeat(32)}!`), 'BUTTON_DATA_INVALID')
    await refused(telegram, 'sendMessage', send(''), 'BUTTON_DATA_INVALID')
  })

  test('a button has words on it', async () => {
    const telegram = await playground()
    const send = (text: string) => ({ chat_id: cara, text: 'Rate us', reply_markup: button('1', text) })
    await refused(telegram, 'sendMessage', send(' '), 'must be non-empty')
    const keyboard = { chat_id: cara, text: 'Which?', reply_markup: { keyboard: [[{ text: '' }]] } }
    await refused(telegram, 'sendMessage', keyboard, 'must be non-empty')
  })

  test('an inline button does exactly one thing', async () => {
    const telegram = await playground()
    const markup = (more: object) => ({ inline_keyboard: [[{ text: 'Open', ...more }]] })
    const send = (more: object) => ({ chat_id: cara, text: 'Here', reply_markup: markup(more) })
    await refused(telegram, 'sendMessage', send({}), 'text buttons are unallowed')
    await refused(telegram, 'sendMessage', send({ url: 'http://a.test', callback_data: 'a' }), 'unallowed')
    await refused(telegram, 'sendMessage', send({ url: 'javascript:alert(1)' }), 'BUTTON_URL_INVALID')
    await accepted(telegram, 'sendMessage', send({ url: 'https://desk.example.com' }))
  })

  test('the placeholder of a reply keyboard has at most 64 characters', async () => {
    const telegram = await playground()
    const ask = (length: number) => ({
      chat_id: cara,
      text: 'Why?',
      reply_markup: { force_reply: true, input_field_placeholder: 'p'.repeat(length) },
    })
    await accepted(telegram, 'sendMessage', ask(64))
    await refused(telegram, 'sendMessage', ask(65), 'INPUT_FIELD_PLACEHOLDER_INVALID')
  })

  test('an answer to a pressed button has at most 200 characters', async () => {
    const telegram = await playground()
    const { message_id } = await telegram.api.sendMessage(cara, 'Rate us', { reply_markup: button('5') })
    const query = telegram.world.press(cara, message_id, { data: '5' })
    await refused(
      telegram,
      'answerCallbackQuery',
      { callback_query_id: query, text: 't'.repeat(201) },
      'MESSAGE_TOO_LONG',
    )
    await accepted(telegram, 'answerCallbackQuery', { callback_query_id: query, text: 't'.repeat(200) })
    expect(telegram.world.answers(cara)).toEqual([{ query, text: 't'.repeat(200), alert: false }])
  })

  test('a pressed button is answered within 15 seconds', async () => {
    const telegram = await playground()
    const { message_id } = await telegram.api.sendMessage(cara, 'Rate us', { reply_markup: button('5') })
    const query = telegram.world.press(cara, message_id, { data: '5' })
    telegram.later(15_000)
    await accepted(telegram, 'answerCallbackQuery', { callback_query_id: query })
    telegram.later(1)
    await refused(telegram, 'answerCallbackQuery', { callback_query_id: query }, 'query is too old')
    await refused(telegram, 'answerCallbackQuery', { callback_query_id: '1' }, 'query ID is invalid')
  })
})

describe('messages', () => {
  test('deletes its messages of the last 48 hours only', async () => {
    const telegram = await playground()
    const first = await telegram.api.sendMessage(cara, 'Hello')
    const second = await telegram.api.sendMessage(cara, 'Hello again')
    telegram.later(48 * 3_600_000 - 1)
    await telegram.api.deleteMessage(cara, first.message_id)
    telegram.later(1)
    const late = { chat_id: cara, message_id: second.message_id }
    await refused(telegram, 'deleteMessage', late, "message can't be deleted for everyone")
    await refused(telegram, 'deleteMessage', { ...late, message_id: first.message_id }, 'message to delete not found')
    const { message_id: third } = await telegram.api.sendMessage(cara, 'And again')
    const both = { chat_id: cara, message_ids: [third, second.message_id] }
    await refused(telegram, 'deleteMessages', both, "message can't be deleted for everyone")
    expect(telegram.world.messages(cara).at(-1)).toMatchObject({ text: 'And again', deleted: false })
  })

  test('deletes 1 to 100 messages at once and skips what is not there', async () => {
    const telegram = await playground()
    const { message_id } = await telegram.api.sendMessage(cara, 'Hello')
    await refused(telegram, 'deleteMessages', { chat_id: cara, message_ids: [] }, '1 to 100')
    const many = Array.from({ length: 101 }, (_, at) => at + 1)
    await refused(telegram, 'deleteMessages', { chat_id: cara, message_ids: many }, '1 to 100')
    await accepted(telegram, 'deleteMessages', { chat_id: cara, message_ids: [message_id, 999] })
    expect(telegram.world.messages(cara).at(-1)).toMatchObject({ text: 'Hello', deleted: true })
  })

  test('edits only its own messages, only those that are there, only to something else', async () => {
    const telegram = await playground()
    const hers = telegram.world.write(cara, 'My words')
    const { message_id } = await telegram.api.sendMessage(cara, 'Our words')
    const edit = (id: number, text: string) => ({ chat_id: cara, message_id: id, text })
    await refused(telegram, 'editMessageText', edit(hers, 'Other words'), "message can't be edited")
    await refused(telegram, 'editMessageText', edit(message_id, 'Our words'), 'message is not modified')
    await refused(telegram, 'editMessageText', edit(9999, 'Words'), 'message to edit not found')
    await refused(telegram, 'editMessageCaption', { chat_id: cara, message_id, caption: 'c' }, 'there is no caption')
    await refused(telegram, 'editMessageText', { text: 'Words' }, 'chat_id is empty')
    await refused(telegram, 'editMessageText', { chat_id: cara, text: 'Words' }, 'identifier is not specified')
  })

  test('puts another file in a file’s place: in an album of a like kind, and never for a voice message or a sticker', async () => {
    const telegram = await playground()
    const { api } = telegram
    const file = () => new InputFile(Buffer.from('a file'), 'a.bin')
    const replace = (id: number, type: 'photo' | 'document') => api.editMessageMedia(cara, id, { type, media: file() })
    const { message_id: photo } = await api.sendPhoto(cara, file(), { caption: 'Here' })
    await replace(photo, 'document')
    expect(telegram.world.messages(cara).at(-1)).toMatchObject({ kind: 'document', text: '' })
    const [paper] = await api.sendMediaGroup(cara, [
      { type: 'document', media: file() },
      { type: 'document', media: file() },
    ])
    const mixed = await refusal(replace(paper?.message_id ?? 0, 'photo'))
    expect(mixed.description).toContain("can't change media type in the album")
    await replace(paper?.message_id ?? 0, 'document')
    const { message_id: voice } = await api.sendVoice(cara, file())
    expect((await refusal(replace(voice, 'document'))).description).toContain('no media in the message to edit')
    const { message_id: sticker } = await api.sendSticker(cara, file())
    expect((await refusal(replace(sticker, 'document'))).description).toContain("message can't be edited")
  })

  test('reacts with one emoji of Telegram own list', async () => {
    const telegram = await playground()
    const message_id = telegram.world.write(cara, 'Hello')
    const react = (...emoji: string[]) => ({
      chat_id: cara,
      message_id,
      reaction: emoji.map((one) => ({ type: 'emoji', emoji: one })),
    })
    await refused(telegram, 'setMessageReaction', react('✅'), 'REACTION_INVALID')
    await refused(telegram, 'setMessageReaction', react('👀', '👌'), 'REACTIONS_TOO_MANY')
    await accepted(telegram, 'setMessageReaction', react('👀'))
    expect(telegram.world.messages(cara).at(-1)?.reactions).toEqual([{ from: 'bot', emoji: '👀' }])
    await accepted(telegram, 'setMessageReaction', react())
    expect(telegram.world.messages(cara).at(-1)?.reactions).toEqual([])
  })

  test('writes to nobody who has not written first', async () => {
    const telegram = await playground()
    const send = { chat_id: tom, text: 'Hello Tom' }
    await refused(telegram, 'sendMessage', send, "bot can't initiate conversation with a user", 403)
    telegram.world.start(tom)
    await accepted(telegram, 'sendMessage', send)
    await refused(telegram, 'sendMessage', { ...send, chat_id: 999 }, 'chat not found')
  })

  test('replies only to what is there', async () => {
    const telegram = await playground()
    const send = { chat_id: cara, text: 'Yes', reply_parameters: { message_id: 999 } }
    await refused(telegram, 'sendMessage', send, 'message to be replied not found')
    const anyway = { message_id: 999, allow_sending_without_reply: true }
    await accepted(telegram, 'sendMessage', { ...send, reply_parameters: anyway })
  })

  test('says typing and its like, nothing else', async () => {
    const telegram = await playground()
    await accepted(telegram, 'sendChatAction', { chat_id: cara, action: 'typing' })
    await refused(telegram, 'sendChatAction', { chat_id: cara, action: 'thinking' }, 'wrong parameter action')
  })
})

describe('commands and texts about the bot', () => {
  test('a menu has at most 100 commands', async () => {
    const telegram = await playground()
    const commands = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ command: `c${at}`, description: 'Something' }))
    await accepted(telegram, 'setMyCommands', { commands: commands(100) })
    await refused(telegram, 'setMyCommands', { commands: commands(101) }, 'BOT_COMMANDS_TOO_MUCH')
  })

  test('a command is 1 to 32 of a-z, 0-9 and _, with a description of 1 to 256', async () => {
    const telegram = await playground()
    const set = (command: string, description = 'Something') => ({ commands: [{ command, description }] })
    await accepted(telegram, 'setMyCommands', set('a'.repeat(32)))
    await refused(telegram, 'setMyCommands', set('a'.repeat(33)), 'BOT_COMMAND_INVALID')
    await refused(telegram, 'setMyCommands', set('/new'), 'BOT_COMMAND_INVALID')
    await refused(telegram, 'setMyCommands', set('New'), 'BOT_COMMAND_INVALID')
    await refused(telegram, 'setMyCommands', set('new', ''), 'BOT_COMMAND_DESCRIPTION_INVALID')
    await refused(telegram, 'setMyCommands', set('new', 'd'.repeat(257)), 'BOT_COMMAND_DESCRIPTION_INVALID')
  })

  test('a menu language is two letters', async () => {
    const telegram = await playground()
    const set = (language_code: string) => ({ commands: [{ command: 'new', description: 'Novo' }], language_code })
    await accepted(telegram, 'setMyCommands', set('pt'))
    await refused(telegram, 'setMyCommands', set('pt-BR'), 'invalid language code')
  })

  test('descriptions have 512 and 120 characters', async () => {
    const telegram = await playground()
    await accepted(telegram, 'setMyDescription', { description: 'd'.repeat(512) })
    await refused(telegram, 'setMyDescription', { description: 'd'.repeat(513) }, 'BOT_DESCRIPTION_INVALID')
    await accepted(telegram, 'setMyShortDescription', { short_description: 'd'.repeat(120) })
    await refused(telegram, 'setMyShortDescription', { short_description: 'd'.repeat(121) }, 'INVALID')
  })
})

describe('topics', () => {
  test('a topic has a name of 1 to 128 and a colour of the six', async () => {
    const telegram = await playground()
    const create = (more: object) => ({ chat_id: agents, name: 'DEMO-1', ...more })
    await accepted(telegram, 'createForumTopic', create({ name: 'n'.repeat(128) }))
    await refused(telegram, 'createForumTopic', create({ name: 'n'.repeat(129) }), 'TOPIC_NAME_TOO_LONG')
    await refused(telegram, 'createForumTopic', create({ name: ' ' }), 'must be non-empty')
    await refused(telegram, 'createForumTopic', create({ icon_color: 1 }), 'wrong icon color')
    await refused(telegram, 'createForumTopic', create({ chat_id: cara }), 'not a forum')
  })

  test('General (1) and unknown topics cannot be addressed', async () => {
    const telegram = await playground()
    const send = (message_thread_id: number) => ({ chat_id: agents, text: 'Hello', message_thread_id })
    await refused(telegram, 'sendMessage', send(1), 'message thread not found')
    await refused(telegram, 'sendMessage', send(4711), 'message thread not found')
  })
})

describe('files', () => {
  const megabyte = 1024 * 1024

  test('a photo has at most 10 MB', async () => {
    const telegram = await playground()
    const photo = (size: number) => new InputFile(Buffer.alloc(size), 'p.jpg')
    await telegram.api.sendPhoto(cara, photo(10 * megabyte))
    const said = await refusal(telegram.api.sendPhoto(cara, photo(10 * megabyte + 1)))
    expect(said).toEqual({ code: 400, description: 'Bad Request: file is too big' })
  })

  test('a photo is no longer than it may be', async () => {
    const telegram = await playground()
    const photo = (width: number, height: number) => {
      const head = Buffer.from(smallFiles.png)
      head.writeUInt32BE(width, 16)
      head.writeUInt32BE(height, 20)
      return telegram.api.sendPhoto(cara, new InputFile(head, 'p.png'))
    }
    await photo(5000, 5000)
    for (const shape of [photo(1080, 9000), photo(10, 201)])
      expect(await refusal(shape)).toEqual({ code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' })
  })

  test('an upload has at most 50 MB', async () => {
    const telegram = await playground()
    const said = await refusal(telegram.api.sendDocument(cara, new InputFile(Buffer.alloc(50 * megabyte + 1), 'd.bin')))
    expect(said).toEqual({ code: 413, description: 'Request Entity Too Large' })
    expect(telegram.world.messages(cara).some(({ kind }) => kind === 'document')).toBe(false)
  })

  test('a download has at most 20 MB', async () => {
    const telegram = await playground()
    const bytes = Buffer.alloc(20 * megabyte + 1)
    const message = telegram.world.send(cara, { document: { name: 'log.bin', bytes } })
    const file = telegram.world.messages(cara).find(({ id }) => id === message)?.file
    expect(file?.size).toBe(bytes.length)
    await refused(telegram, 'getFile', { file_id: file?.id }, 'file is too big')
  })

  test('an album has 2 to 10 parts, documents only among documents', async () => {
    const telegram = await playground()
    const { photo } = await telegram.api.sendPhoto(cara, new InputFile(Buffer.from('a photo'), 'p.jpg'))
    const { document } = await telegram.api.sendDocument(cara, new InputFile(Buffer.from('a note'), 'n.txt'))
    const aPhoto = { type: 'photo', media: photo.at(-1)?.file_id }
    const aDocument = { type: 'document', media: document.file_id }
    const album = (...media: object[]) => ({ chat_id: cara, media })
    await refused(telegram, 'sendMediaGroup', album(aPhoto), 'between 2 and 10')
    await refused(telegram, 'sendMediaGroup', album(...Array(11).fill(aPhoto)), 'between 2 and 10')
    await refused(telegram, 'sendMediaGroup', album(aPhoto, aDocument), "can't use the media")
    await accepted(telegram, 'sendMediaGroup', album(aPhoto, aPhoto))
    const [one, two] = telegram.world.messages(cara).slice(-2)
    expect(one?.album).toBeDefined()
    expect(two?.album).toBe(one?.album)
  })
})

describe('the webhook', () => {
  test('has a secret of 1 to 256 letters, digits, _ and -', async () => {
    const telegram = await playground()
    const set = (secret_token: string) => ({ url: 'https://desk.example.com/telegram/webhook', secret_token })
    await refused(telegram, 'setWebhook', set('two words'), 'unallowed characters')
    await refused(telegram, 'setWebhook', set('s'.repeat(257)), 'unallowed characters')
    await refused(telegram, 'setWebhook', set(''), 'unallowed characters')
    await accepted(telegram, 'setWebhook', set('s'.repeat(256)))
  })

  test('has https on one of four ports, except on this machine', async () => {
    const telegram = await playground()
    await refused(telegram, 'setWebhook', { url: 'http://desk.example.com/hook' }, 'An HTTPS URL must be provided')
    await refused(telegram, 'setWebhook', { url: 'https://desk.example.com:3000/hook' }, 'only on ports')
    await accepted(telegram, 'setWebhook', { url: 'https://desk.example.com:8443/hook' })
    await accepted(telegram, 'setWebhook', { url: 'http://127.0.0.1:3000/hook' })
  })

  test('has 1 to 100 connections', async () => {
    const telegram = await playground()
    const set = (max_connections: number) => ({ url: 'https://desk.example.com/hook', max_connections })
    await refused(telegram, 'setWebhook', set(0), 'max_connections')
    await refused(telegram, 'setWebhook', set(101), 'max_connections')
    await accepted(telegram, 'setWebhook', set(100))
  })
})
