import { describe, expect, test } from 'vitest'
import { inboxRow } from '../../../adapters/telegram/inbox-row.ts'
import { telegramAdapter } from '../../../adapters/telegram/index.ts'
import type { Inbound, RawEvent } from '../../../src/adapter.ts'
import { toPlain } from '../../../src/domain/text/plain.ts'
import { plainText } from '../../../src/domain/text/text.ts'
import { BOT, Lines, TOKEN } from './desk.ts'

/** What Telegram may send though nobody in the playground can do it. */

const now = new Date('2026-05-04T09:30:00.700Z')
const cara = { id: 7001, is_bot: false, first_name: 'Cara' }
const chat = { id: 7001, type: 'private', first_name: 'Cara' }
const hello = { message_id: 5, date: 1_777_887_000, chat, from: cara, text: 'hello' }

function row(update: object): RawEvent {
  return inboxRow({ update_id: 10, ...update }, { id: BOT, username: 'deskhand_bot' }, now)
}

function read(update: object): Inbound[] {
  const adapter = telegramAdapter({ token: TOKEN, log: new Lines(), now: () => now })
  // A row comes back from a `jsonb` column, not from memory.
  return adapter.read(JSON.parse(JSON.stringify(row(update).body)))
}

describe('means nothing', () => {
  const nothings: [string, object][] = [
    ['a kind of update nobody knows yet', { thought_read: { from: cara, thought: 'hm' } }],
    ['an ephemeral message, whose id is 0', { message: { ...hello, message_id: 0, ephemeral_message_id: 4 } }],
    [
      'a button under an ephemeral message',
      { callback_query: { id: '1', from: cara, data: 'b', message: { ...hello, message_id: 0 } } },
    ],
    ['a button of an inline message', { callback_query: { id: '1', from: cara, data: 'b', inline_message_id: 'x' } }],
    ['a button of a game', { callback_query: { id: '1', from: cara, game_short_name: 'chess', message: hello } }],
    ['what a channel wrote', { message: { ...hello, sender_chat: { id: -100, type: 'channel' } } }],
    [
      'an anonymous admin in a group',
      {
        message: {
          ...hello,
          chat: { id: -1001, type: 'supergroup' },
          sender_chat: { id: -1001, type: 'supergroup' },
          from: { id: 1087968824, is_bot: true, first_name: 'Group' },
          text: '/new',
          entities: [{ type: 'bot_command', offset: 0, length: 4 }],
        },
      },
    ],
    ['a pinned message', { message: { ...hello, text: undefined, pinned_message: hello } }],
    [
      'a place that moves while it is shared',
      { edited_message: { ...hello, text: undefined, edit_date: 1_777_887_001, location: {} } },
    ],
    [
      'the bot made admin of a group',
      {
        my_chat_member: {
          chat: { id: -1001, type: 'supergroup' },
          from: cara,
          date: 1,
          new_chat_member: { status: 'administrator' },
        },
      },
    ],
  ]
  test.each(nothings)('%s', (_name, update) => {
    expect(read(update)).toEqual([])
  })
})

test('a message from a bot says so', () => {
  expect(read({ message: { ...hello, from: { ...cara, is_bot: true } } })).toMatchObject([{ byBot: true }])
})

test('a group that became a supergroup says so in both, whoever did it', () => {
  const by = {
    message_id: 5,
    date: 1_777_887_000,
    from: { ...cara, is_bot: true },
    sender_chat: { id: -1009, type: 'supergroup' },
  }
  const renumbered = {
    does: 'renumber',
    at: { platform: 'telegram', account: BOT, chat: '-1001' },
    to: '-1009',
    occurredAt: new Date(1_777_887_000_000),
  }
  const inOld = { ...by, chat: { id: -1001, type: 'group' }, migrate_to_chat_id: -1009 }
  const inNew = { ...by, chat: { id: -1009, type: 'supergroup' }, migrate_from_chat_id: -1001 }
  expect([inOld, inNew].flatMap((message) => read({ message }))).toEqual([renumbered, renumbered])
})

test('a kind of message that came after us is told as other', () => {
  expect(read({ message: { ...hello, text: undefined, hologram: {} } })).toMatchObject([
    { enclosures: [{ kind: 'uncarried', what: 'other' }] },
  ])
})

test('of those a command names it is known who they are where Telegram tells: not by a user name', () => {
  const entities = [
    { type: 'bot_command', offset: 0, length: 7 },
    { type: 'text_mention', offset: 8, length: 3, user: { id: 7002, is_bot: false, first_name: 'Tom' } },
    { type: 'mention', offset: 12, length: 8 },
  ]
  expect(read({ message: { ...hello, text: '/assign Tom @bo_desk', entities } })).toMatchObject([
    { does: 'command', name: 'assign', words: 'Tom @bo_desk', people: ['7002'] },
  ])
})

test('of a live photo the still is told, with its caption', () => {
  const photo = [{ file_id: 'small' }, { file_id: 'large' }]
  const live = { live_photo: { file_id: 'moving', photo, mime_type: 'video/mp4', duration: 3 }, photo }
  expect(read({ message: { ...hello, text: undefined, ...live, caption: 'The smoke' } })).toMatchObject([
    { text: plainText('The smoke'), enclosures: [{ kind: 'file', as: 'photo', file: { id: 'large' } }] },
  ])
})

test('a rich message somebody forwards is told with its words and its files, however it is built', () => {
  const photo = [{ file_id: 'small' }, { file_id: 'large' }]
  const blocks = [
    { type: 'heading', size: 1, text: 'Printer' },
    {
      type: 'paragraph',
      text: [
        'It ',
        { type: 'bold', text: 'smokes' },
        ', see ',
        { type: 'url', text: 'this', url: 'https://a.example' },
      ],
    },
    { type: 'list', items: [{ label: '1', value: 1, blocks: [{ type: 'paragraph', text: 'Stop it' }] }] },
    {
      type: 'blockquote',
      blocks: [{ type: 'paragraph', text: { type: 'text_mention', text: '@Tom', user: { id: 7002 } } }],
    },
    {
      type: 'table',
      cells: [
        [{ text: 'a' }, { text: 'b' }],
        [{ text: '1' }, {}],
      ],
    },
    { type: 'details', summary: 'More', blocks: [{ type: 'photo', photo, caption: { text: 'The smoke' } }] },
    { type: 'pre', text: 'x = 1' },
    { type: 'hologram', text: 'new' },
  ]
  const [told] = read({ message: { ...hello, text: undefined, rich_message: { blocks } } })
  expect(told).toMatchObject({
    does: 'say',
    enclosures: [{ kind: 'file', as: 'photo', file: { id: 'large' } }],
  })
  const text = told && 'text' in told ? told.text : plainText('')
  expect(toPlain(text).split(/\n+/)).toEqual([
    'Printer',
    'It smokes, see this (https://a.example)',
    '1. Stop it',
    '> @Tom',
    'a | b',
    '1 | ',
    'More',
    'The smoke',
    'x = 1',
    'new',
  ])
  const smokes = { type: 'strong', children: [{ type: 'text', value: 'smokes' }] }
  expect(text.children[0]).toMatchObject({ children: expect.arrayContaining([smokes]) })
  // Whatever is nested without end, or is nothing, harms nobody.
  let deep: unknown = 'end'
  for (let level = 0; level < 500; level += 1) deep = { type: 'bold', text: [deep] }
  expect(
    read({
      message: { ...hello, text: undefined, rich_message: { blocks: [null, 7, { type: 'paragraph', text: deep }] } },
    }),
  ).toMatchObject([{ text: plainText(''), enclosures: [] }])
})

describe('what a message quotes', () => {
  const quote = { text: 'Fault // E5', entities: [{ type: 'bold', offset: 0, length: 5 }], position: 0 }
  const quoted = {
    type: 'blockquote',
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'strong', children: [{ type: 'text', value: 'Fault' }] },
          { type: 'text', value: ' // E5' },
        ],
      },
    ],
  }
  const asked = { ...hello, text: 'What does this mean?' }
  const [words] = plainText(asked.text).children
  const external_reply = { origin: { type: 'hidden_user', sender_user_name: 'Tom', date: 1 } }
  const group = { id: -1001, type: 'supergroup' }
  const inTopic = { ...asked, chat: group, is_topic_message: true, message_thread_id: 44 }
  const textOf = (message: object) => read({ message }).map((act) => 'text' in act && act.text)

  test('from another chat stands below the words, also when they are edited', () => {
    const message = { ...asked, external_reply, quote }
    const text = { type: 'root', children: [words, quoted] }
    expect([...read({ message }), ...read({ edited_message: { ...message, edit_date: 1_777_887_001 } })]).toMatchObject(
      [
        { does: 'say', text, replyTo: undefined },
        { does: 'edit', text },
      ],
    )
    expect(textOf({ ...inTopic, external_reply, quote })).toEqual([text])
  })

  test('a picture from another chat comes along', () => {
    const photo = [{ file_id: 'small' }, { file_id: 'large', file_unique_id: 'p' }]
    expect(read({ message: { ...asked, external_reply: { ...external_reply, photo } } })).toMatchObject([
      { text: plainText(asked.text), enclosures: [{ kind: 'file', as: 'photo', file: { id: 'large' }, print: 'p' }] },
    ])
  })

  test('of an answer in the chat with the bot tells which words are meant; thanks stay thanks', () => {
    const answered = { ...asked, reply_to_message: { ...hello, message_id: 4 }, quote: { ...quote, is_manual: true } }
    expect(textOf(answered)).toEqual([{ type: 'root', children: [words, quoted] }])
    expect(textOf({ ...answered, text: 'Thanks!' })).toEqual([plainText('Thanks!')])
  })

  test('of what agents say among themselves stays among them', () => {
    const here = { ...external_reply, chat: group, message_id: 9, document: { file_id: 'd' } }
    expect(read({ message: { ...inTopic, external_reply: here, quote } })).toMatchObject([
      { text: plainText(asked.text), enclosures: [] },
    ])
    expect(textOf({ ...inTopic, reply_to_message: { ...hello, message_id: 4 }, quote })).toEqual([
      plainText(asked.text),
    ])
    const private_ = { ...quote, text: '// He pays late', entities: [] }
    const photo = [{ file_id: 'p' }]
    const marked = { message: { ...inTopic, external_reply: { ...external_reply, photo }, quote: private_ } }
    expect(read(marked)).toMatchObject([{ text: plainText(asked.text), enclosures: [] }])
    // Another group may be of agents, too, and what is chosen from the middle bears no mark.
    const fromGroup = { ...external_reply, chat: { id: -1002, type: 'supergroup' }, photo }
    expect(read({ message: { ...inTopic, external_reply: fromGroup, quote } })).toMatchObject([
      { text: plainText(asked.text), enclosures: [] },
    ])
    const chosen = { ...quote, position: 9, is_manual: true }
    const fromPrivate = { message: { ...inTopic, external_reply: { ...external_reply, photo }, quote: chosen } }
    expect(read(fromPrivate)).toMatchObject([{ text: { children: [words, quoted] }, enclosures: [{ kind: 'file' }] }])
    const fromChannel = { ...external_reply, chat: { id: -1003, type: 'channel' } }
    expect(textOf({ ...inTopic, external_reply: fromChannel, quote })).toMatchObject([{ children: [words, quoted] }])
  })

  test('is told once of an album', () => {
    const part = { ...hello, text: undefined, media_group_id: 'a', photo: [{ file_id: 'p' }], external_reply, quote }
    expect(textOf({ ...part, caption: asked.text })).toEqual([{ type: 'root', children: [words, quoted] }])
    expect(textOf(part)).toEqual([plainText('')])
  })
})

test('the thread is told only of a message that is in a topic', () => {
  const threads = [true, undefined].map((is_topic_message) => {
    const [said] = read({ message: { ...hello, message_thread_id: 44, is_topic_message } })
    return said?.at.thread
  })
  expect(threads).toEqual(['44', undefined])
})

test('a message in a topic is not a reply to the topic', () => {
  const replied = { ...hello, message_id: 44, text: undefined, forum_topic_created: { name: 'SP-1' } }
  expect(
    read({ message: { ...hello, is_topic_message: true, message_thread_id: 44, reply_to_message: replied } }),
  ).toMatchObject([{ replyTo: undefined }])
})

test('a button under a message too old to be told', () => {
  const message = { message_id: 3, date: 0, chat }
  expect(read({ callback_query: { id: '1', from: cara, data: 'b-1', message } })).toMatchObject([
    { does: 'press', button: 'b-1', message: '3', occurredAt: new Date('2026-05-04T09:30:00Z') },
  ])
})

test('a caption taken away from a photo is an edit without words', () => {
  const edited_message = { ...hello, text: undefined, edit_date: 1_777_887_001, photo: [{}] }
  expect(read({ edited_message })).toMatchObject([{ does: 'edit', text: plainText('') }])
})

describe('the inbox row', () => {
  test('of a message', () => {
    expect(row({ message: hello })).toMatchObject({
      platform: 'telegram',
      account: BOT,
      key: 'update:10',
      naturalKey: '7001:5:0',
      lane: 'chat:7001',
      occurredAt: new Date('2026-05-04T09:30:00Z'),
      holdMs: 0,
    })
  })

  test('of an edit carries its edit date', () => {
    const edited = row({ edited_message: { ...hello, edit_date: 1_777_887_060 } })
    expect(edited.naturalKey).toMatch(/^7001:5:1777887060:[0-9a-f]{12}$/)
    expect(edited.occurredAt).toEqual(new Date('2026-05-04T09:31:00Z'))
  })

  test('the same message under another update id has the same natural key', () => {
    expect(row({ update_id: 11, message: hello }).naturalKey).toBe(row({ message: hello }).naturalKey)
  })

  test('an ephemeral message has none', () => {
    expect(row({ message: { ...hello, message_id: 0 } }).naturalKey).toBeUndefined()
  })

  test('an update that cannot be read is stored, and refuses to be read', () => {
    const broken = { message: { ...hello, chat: 'nowhere' } }
    expect(row(broken)).toMatchObject({
      key: 'update:10',
      lane: 'person:unknown',
      occurredAt: new Date('2026-05-04T09:30:00Z'),
    })
    expect(() => read(broken)).toThrow()
  })
})
