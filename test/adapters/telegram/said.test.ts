import { describe, expect, test } from 'vitest'
import type { Thing } from '../../../playground/telegram/index.ts'
import type { Said } from '../../../src/adapter.ts'
import { plainText } from '../../../src/domain/text/text.ts'
import { ADA, AGENTS, aDesk, aPollingDesk, aTelegram, BOT, CARA } from './desk.ts'

const cara = { platform: 'telegram', account: BOT, id: '7001' }
const caraChat = { platform: 'telegram', account: BOT, chat: '7001' }

describe('what a customer writes', () => {
  test('her words reach the desk with who, where and when', async () => {
    const telegram = await aTelegram({ now: () => Date.UTC(2026, 4, 4, 9, 30, 7, 250) })
    const { world } = telegram
    const message = world.write(CARA, 'The printer is on fire\nagain')
    const desk = await aPollingDesk(telegram)
    await desk.rows(1)
    expect(desk.read()).toEqual([
      {
        does: 'say',
        who: cara,
        at: caraChat,
        occurredAt: new Date('2026-05-04T09:30:07Z'),
        message: String(message),
        text: plainText('The printer is on fire\nagain'),
        enclosures: [],
        replyTo: undefined,
        album: undefined,
        broadcast: false,
        direct: true,
        byBot: false,
      },
    ])
  })

  test('bold words stay bold, and marks she typed stay marks', async () => {
    const telegram = await aTelegram()
    telegram.world.write(CARA, { text: 'very *bad*', entities: [{ type: 'bold', offset: 0, length: 4 }] })
    const desk = await aPollingDesk(telegram)
    await desk.rows(1)
    expect(desk.read()[0]).toMatchObject({
      text: {
        children: [
          {
            type: 'paragraph',
            children: [
              { type: 'strong', children: [{ type: 'text', value: 'very' }] },
              { type: 'text', value: ' *bad*' },
            ],
          },
        ],
      },
    })
  })

  test('a reply names the message it answers', async () => {
    const telegram = await aTelegram()
    const desk = await aPollingDesk(telegram)
    const first = telegram.world.write(CARA, 'one')
    telegram.world.write(CARA, { text: 'two', replyTo: first })
    await desk.rows(2)
    expect(desk.read().map((act) => (act as Said).replyTo)).toEqual([undefined, String(first)])
  })

  const file = (as: string, name: string) => ({ kind: 'file', as, file: { id: expect.any(String), name } })
  const things: [string, Thing, object][] = [
    ['a photo', { photo: {} }, file('photo', 'photo.jpg')],
    ['a document', { document: { name: 'log.txt' } }, { ...file('document', 'log.txt'), name: 'log.txt' }],
    ['a voice message', { voice: {} }, file('voice', 'voice.ogg')],
    ['a video', { video: {} }, file('video', 'clip.mp4')],
    ['a round video', { video_note: {} }, file('video-note', 'video-note.mp4')],
    ['an animation', { animation: {} }, file('animation', 'animation.mp4')],
    ['music', { audio: {} }, file('audio', 'song.mp3')],
    ['a sticker', { sticker: {} }, file('sticker', 'sticker.webp')],
    ['a place', { location: { latitude: 59.3, longitude: 18 } }, { kind: 'location', latitude: 59.3, longitude: 18 }],
    [
      'a contact',
      { contact: { phone_number: '+4670', first_name: 'Cara' } },
      { kind: 'contact', name: 'Cara', phone: '+4670' },
    ],
    ['a die', { dice: {} }, { kind: 'dice', emoji: '🎲', value: expect.any(Number) }],
  ]
  test.each(things)('%s is told as what it is', async (_name, thing, enclosure) => {
    const telegram = await aTelegram()
    telegram.world.send(CARA, thing)
    const desk = await aPollingDesk(telegram)
    await desk.rows(1)
    const [act] = desk.read()
    expect(act).toMatchObject({ does: 'say', enclosures: [enclosure], text: plainText('') })
  })

  test('the caption of a photo is words', async () => {
    const telegram = await aTelegram()
    telegram.world.send(CARA, { photo: { caption: 'this smoke' } })
    const desk = await aPollingDesk(telegram)
    await desk.rows(1)
    expect(desk.read()[0]).toMatchObject({ text: plainText('this smoke'), enclosures: [{ as: 'photo' }] })
  })

  test('an album is as many messages as it has pictures, each with its name, also when it is edited', async () => {
    const telegram = await aTelegram()
    const [, second = 0] = telegram.world.album(CARA, [{ photo: { caption: 'both' } }, { photo: {} }])
    const desk = await aPollingDesk(telegram)
    await desk.rows(2)
    const parts = desk.read() as Said[]
    expect(parts.map(({ text }) => text)).toEqual([plainText('both'), plainText('')])
    expect(new Set(parts.map(({ album }) => album)).size).toBe(1)
    expect((await desk.rows(2)).map(({ album }) => album)).toEqual(parts.map(({ album }) => album))
    telegram.world.edit(CARA, second, 'the left one')
    await desk.rows(3)
    expect(desk.read()[2]).toMatchObject({ does: 'edit', message: String(second), album: parts[1]?.album })
  })

  test('a corrected message is an edit of the same message', async () => {
    const telegram = await aTelegram()
    const desk = await aPollingDesk(telegram)
    const message = telegram.world.write(CARA, 'prnter')
    telegram.world.edit(CARA, message, 'printer')
    await desk.rows(2)
    expect(desk.read()[1]).toMatchObject({
      does: 'edit',
      who: cara,
      message: String(message),
      text: plainText('printer'),
    })
  })

  test('two corrections within one second are two rows', async () => {
    const telegram = await aTelegram({ now: () => Date.UTC(2026, 4, 4) })
    const desk = await aPollingDesk(telegram)
    const message = telegram.world.write(CARA, 'a')
    telegram.world.edit(CARA, message, 'b')
    telegram.world.edit(CARA, message, 'c')
    const rows = await desk.rows(3)
    expect(new Set(rows.map((row) => row.naturalKey)).size).toBe(3)
  })
})

describe('commands', () => {
  test('/new with words', async () => {
    const telegram = await aTelegram()
    const message = telegram.world.write(CARA, '/New printer  is on fire ')
    const desk = await aPollingDesk(telegram)
    await desk.rows(1)
    expect(desk.read()).toMatchObject([
      { does: 'command', name: 'new', words: 'printer  is on fire', who: cara, at: caraChat, message: String(message) },
    ])
  })

  test('Start with a payload', async () => {
    const telegram = await aTelegram()
    telegram.world.start(CARA, 'demo')
    const desk = await aPollingDesk(telegram)
    await desk.rows(1)
    expect(desk.read()).toMatchObject([{ does: 'command', name: 'start', words: 'demo' }])
  })

  test('the draft of a command is the same however often its row is read, and another for each command', async () => {
    const telegram = await aTelegram()
    telegram.world.write(CARA, '/new')
    telegram.world.write(CARA, '/new')
    const desk = await aPollingDesk(telegram)
    await desk.rows(2)
    const drafts = [...desk.read(), ...desk.read()].map((act) => act.does === 'command' && act.draft)
    expect(drafts.slice(0, 2)).toEqual(drafts.slice(2))
    expect(new Set(drafts).size).toBe(2)
  })

  test('a command for this bot counts, one for another bot is words', async () => {
    const telegram = await aTelegram()
    telegram.world.write(CARA, '/new@Deskhand_Bot printer')
    telegram.world.write(CARA, '/new@another_bot printer')
    const desk = await aPollingDesk(telegram)
    await desk.rows(2)
    expect(desk.read()).toMatchObject([{ does: 'command', name: 'new', words: 'printer' }, { does: 'say' }])
  })

  test('a command in the middle of a sentence is words', async () => {
    const telegram = await aTelegram()
    telegram.world.write(CARA, 'I tried /new')
    const desk = await aPollingDesk(telegram)
    await desk.rows(1)
    expect(desk.read()).toMatchObject([{ does: 'say', text: plainText('I tried /new') }])
  })
})

describe('in a group', () => {
  test('a command is told with its words, a mention of the bot as one, the rest is none of its business', async () => {
    const telegram = await aTelegram()
    telegram.world.write(ADA, { text: 'lunch?', chat: AGENTS })
    telegram.world.write(ADA, { text: '/new printer', chat: AGENTS })
    telegram.world.write(ADA, { text: 'hey @deskhand_bot', chat: AGENTS })
    telegram.world.write(ADA, { text: '/new@another_bot', chat: AGENTS })
    const desk = await aPollingDesk(telegram)
    const rows = await desk.rows(4)
    expect(new Set(rows.map((row) => row.lane))).toEqual(new Set(['chat:-1001']))
    const inGroup = { does: 'command', inGroup: true, at: { chat: '-1001' } }
    expect(desk.read()).toMatchObject([
      { ...inGroup, name: 'new', words: 'printer' },
      { ...inGroup, name: 'start-in-group', words: '' },
    ])
    expect(desk.read()).toHaveLength(2)
  })

  test('what is said and edited in a topic is told with the topic: the core knows whether it is a ticket’s', async () => {
    const telegram = await aTelegram()
    const desk = await aPollingDesk(telegram)
    const to = { platform: 'telegram', account: BOT, chat: String(AGENTS) } as const
    const made = await desk.adapter.deliver({
      id: 't',
      to,
      act: 'topic',
      post: { heading: 'DEMO-1', body: plainText('') },
    })
    const where = { chat: AGENTS, thread: Number(made.message) }
    const id = telegram.world.write(ADA, { text: 'Is it muted?', ...where })
    telegram.world.write(ADA, { text: 'hey @deskhand_bot', ...where })
    telegram.world.edit(ADA, id, 'Is it on?', where)
    telegram.world.turnTopic(ADA, AGENTS, where.thread, true)
    // The topic made by the bot itself comes first.
    await desk.rows(5)
    const at = { chat: '-1001', thread: made.message }
    const words = { does: 'say', at, direct: false, byBot: false }
    expect(desk.read()).toMatchObject([
      { ...words, text: plainText('Is it muted?'), replyTo: undefined },
      { ...words, toUs: plainText('hey @deskhand_bot') },
      { does: 'edit', at, message: String(id), text: plainText('Is it on?') },
      { does: 'turn-topic', at, closed: true, who: { id: String(ADA) } },
    ])
  })

  test('an anonymous admin writes and closes as nobody; whom they take out has left all the same', async () => {
    const telegram = await aTelegram()
    const { adapter } = aDesk(telegram)
    const message = {
      message_id: 7,
      date: 1,
      chat: { id: AGENTS, type: 'supergroup' },
      from: { id: 1087968824, is_bot: true, first_name: 'Group' },
      sender_chat: { id: AGENTS, type: 'supergroup' },
      message_thread_id: 5,
      is_topic_message: true,
    }
    const read = (more: object) =>
      adapter.read({
        update: { update_id: 1, message: { ...message, ...more } },
        receivedAt: '2026-11-23T12:00:00Z',
        username: 'deskhand_bot',
      })
    const nobody = { id: '1087968824' }
    const unheard = { does: 'say', who: nobody, byBot: true, unnamed: true, text: plainText('Trust me') }
    expect(read({ text: 'Trust me' })).toMatchObject([unheard])
    expect(read({ text: 'Trust me', is_topic_message: false })).toEqual([])
    expect(read({ pinned_message: { ...message, text: 'Trust me' } })).toEqual([])
    expect(read({ forum_topic_closed: {} })).toMatchObject([{ does: 'turn-topic', who: nobody }])
    const bo = { id: 7102, is_bot: false, first_name: 'Bo' }
    expect(read({ is_topic_message: false, left_chat_member: bo })).toMatchObject([
      { does: 'leave', who: { id: '7102' }, at: { chat: String(AGENTS) } },
    ])
  })

  test('nobody edits a ticket from a group', async () => {
    const telegram = await aTelegram()
    const message = telegram.world.write(ADA, { text: '/new', chat: AGENTS })
    telegram.world.edit(ADA, message, 'never mind', { chat: AGENTS })
    const desk = await aPollingDesk(telegram)
    await desk.rows(2)
    expect(desk.read()).toHaveLength(1)
  })
})
