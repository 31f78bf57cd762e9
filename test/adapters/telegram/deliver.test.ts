import { Api } from 'grammy'
import { describe, expect, test } from 'vitest'
import { deliver } from '../../../adapters/telegram/deliver.ts'
import type { Delivery, Post } from '../../../src/adapter.ts'
import { plainText, type Text } from '../../../src/domain/text/text.ts'
import { ADA, AGENTS, aDesk, aTelegram, BOT, CARA, Lines, TOKEN, TOM } from './desk.ts'

type Telegram = Awaited<ReturnType<typeof aTelegram>>

const to = { platform: 'telegram', account: BOT, chat: String(CARA) } as const

function post(words: string, more: Partial<Post> = {}): Delivery {
  return { id: 'd1', to, act: 'post', post: { body: plainText(words), ...more } }
}

/** Cara has pressed Start, so she may be written to. */
async function withCara() {
  const telegram = await aTelegram()
  const started = telegram.world.start(CARA)
  return { telegram, started, desk: aDesk(telegram) }
}

const shown = (telegram: Telegram, chat = CARA) =>
  telegram.world.messages(chat).filter((message) => message.from === 'bot')

describe('a post', () => {
  test('says who speaks, then the heading, the words, the fields and the footnote', async () => {
    const { telegram, desk } = await withCara()
    const delivery = post('Have you tried *turning it off*?', {
      author: 'Ada',
      heading: 'SP-1 · Printer',
      fields: [
        { label: 'Priority', value: 'high' },
        { label: 'Due', value: '14:00' },
      ],
      footnote: 'Reply here',
    })
    const delivered = await desk.adapter.deliver(delivery)
    const [message] = shown(telegram)
    expect(delivered).toEqual({ message: String(message?.id), chat: '7001', thread: undefined })
    expect(message?.text).toBe(
      'Ada\nSP-1 · Printer\nHave you tried *turning it off*?\n\nPriority: high\nDue: 14:00\n\nReply here',
    )
    const marked = message?.entities.map((one) => [one.type, message.text.slice(one.offset, one.offset + one.length)])
    expect(marked).toEqual([
      ['bold', 'Ada'],
      ['bold', 'SP-1 · Printer'],
      ['italic', 'Reply here'],
    ])
  })

  test('calls whom the desk calls, and shows when it is due by the reader’s own clock', async () => {
    const { telegram, desk } = await withCara()
    const delivery = post('is late', {
      calls: [
        { kind: 'person', id: String(ADA), name: 'Ada' },
        { kind: 'person', id: 'U0LEAD', name: 'Lea of another platform' },
      ],
      fields: [{ label: 'Due', value: '2027-03-02 11:00 (Europe/Stockholm)', moment: 1_803_981_600_000 }],
    })
    await desk.adapter.deliver(delivery)
    const [message] = shown(telegram)
    expect(message?.pinged).toEqual([`tg://user?id=${ADA}`])
    expect(message?.entities).toContainEqual({
      type: 'date_time',
      offset: message?.text.indexOf('2027-03-02'),
      length: '2027-03-02 11:00 (Europe/Stockholm)'.length,
      unix_time: 1_803_981_600,
      date_time_format: 'wDt',
    })
  })

  test('of fields only begins with them', async () => {
    const { telegram, desk } = await withCara()
    await desk.adapter.deliver(post('', { fields: [{ label: 'Due', value: '14:00' }], footnote: 'Local time' }))
    expect(shown(telegram)[0]?.text).toBe('Due: 14:00\n\nLocal time')
  })

  test('that falls out of its topic is told in the log (platforms.md §D23)', async () => {
    const { telegram } = await withCara()
    const api = new Api(TOKEN, { apiRoot: telegram.url })
    // given a private chat whose topic the customer has deleted: Telegram drops the topic without a word
    api.config.use((call, method, payload, signal) => {
      const { message_thread_id: _, ...rest } = payload as Record<string, unknown> // any payload is a JSON object
      return call(method, rest as typeof payload, signal)
    })
    const log = new Lines()
    const delivered = await deliver(api, log, { ...post('hi'), to: { ...to, thread: '44' } })
    expect(delivered.thread).toBeUndefined()
    expect(log.lines).toEqual([expect.stringContaining('telegram-sent-to-another-topic')])
  })

  test('a heading over a list stands alone', async () => {
    const { telegram, desk } = await withCara()
    const item = { type: 'listItem' as const, children: plainText('paper').children }
    const body: Text = { type: 'root', children: [{ type: 'list', ordered: false, children: [item] }] }
    await desk.adapter.deliver({ id: 'd', to, act: 'post', post: { heading: 'Needed', body } })
    expect(shown(telegram)[0]?.text).toMatch(/^Needed\n+• paper$/)
  })

  test('answers the message it belongs to, also when that is gone', async () => {
    const { telegram, started, desk } = await withCara()
    const question = telegram.world.write(CARA, 'Where is my parcel?')
    await desk.adapter.deliver({
      ...post('Here'),
      act: 'post',
      post: { body: plainText('Here') },
      replyTo: String(question),
    })
    telegram.world.erase(CARA, started)
    await desk.adapter.deliver({
      ...post('Hi'),
      act: 'post',
      post: { body: plainText('Hi') },
      replyTo: String(started),
    })
    expect(shown(telegram).map((message) => message.replyTo)).toEqual([question, undefined])
  })

  test('goes into a topic of a group', async () => {
    const telegram = await aTelegram()
    const desk = aDesk(telegram)
    telegram.world.write(ADA, { text: 'hi', chat: AGENTS }) // message 1 of a group is never a topic: 1 is General
    const topic = await createTopic(telegram)
    const place = { ...to, chat: String(AGENTS), thread: String(topic) }
    const delivered = await desk.adapter.deliver({ ...post('New ticket'), to: place })
    expect(delivered).toMatchObject({ chat: '-1001', thread: String(topic) })
    expect(shown(telegram, AGENTS).at(-1)).toMatchObject({ thread: topic, text: 'New ticket' })
    expect(desk.log.lines).toEqual([])
  })

  test('into General goes without its id', async () => {
    const telegram = await aTelegram()
    await aDesk(telegram).adapter.deliver({ ...post('hi'), to: { ...to, chat: String(AGENTS), thread: '1' } })
    expect(shown(telegram, AGENTS).at(-1)).toMatchObject({ text: 'hi' })
  })

  const whisper = (chat: number, person: number, more: { replyTo?: string } = {}) => {
    const post = { body: plainText('Between us') }
    return {
      id: 'd',
      to: { ...to, chat: String(chat) },
      act: 'whisper',
      person: String(person),
      post,
      ...more,
    } as const
  }

  test('a whisper goes to the private chat it began in', async () => {
    const { telegram, desk } = await withCara()
    expect(await desk.adapter.deliver(whisper(CARA, CARA))).toMatchObject({ chat: '7001' })
    expect(shown(telegram)).toMatchObject([{ text: 'Between us' }])
  })

  test('… and in a group it is shown to its reader alone', async () => {
    const { telegram, desk } = await withCara()
    await desk.adapter.deliver(whisper(AGENTS, ADA))
    expect(shown(telegram, AGENTS)).toMatchObject([{ text: 'Between us', onlyFor: ADA }])
    expect(shown(telegram)).toEqual([])
  })

  test('… or, where Telegram will not have that, it is a reply there, never in a private chat', async () => {
    const { telegram, desk } = await withCara()
    const id = telegram.world.write(ADA, { text: 'hi', chat: AGENTS })
    await desk.adapter.deliver(whisper(AGENTS, CARA, { replyTo: String(id) }))
    expect(shown(telegram, AGENTS).at(-1)).toMatchObject({ text: 'Between us', replyTo: id })
    expect(shown(telegram)).toEqual([])
  })

  test('a topic is made, named, closed and opened again, and asking twice is no fault', async () => {
    const { telegram, desk } = await withCara()
    const place = { ...to, chat: String(AGENTS) }
    const named = (heading: string) => ({ heading, body: plainText('') })
    const made = await desk.adapter.deliver({
      id: 't',
      to: place,
      act: 'topic',
      post: named(`DEMO-1 ${'x'.repeat(200)}`),
    })
    expect(made.thread).toBe(made.message)
    const topic = () => telegram.world.chats().find(({ id }) => id === AGENTS)?.topics[0]
    expect(topic()?.name).toHaveLength(128)
    const target = made.message
    for (const _ of ['once', 'twice']) {
      await desk.adapter.deliver({ id: 'n', to: place, act: 'topic-name', target, post: named('DEMO-1 short') })
      await desk.adapter.deliver({ id: 'c', to: place, act: 'topic-close', target })
    }
    expect(topic()).toMatchObject({ name: 'DEMO-1 short', closed: true })
    await desk.adapter.deliver({ id: 'r', to: place, act: 'topic-reopen', target })
    expect(topic()?.closed).toBe(false)
  })

  const hostile = [
    '@ada please',
    'ask @deskhand_bot and @channel',
    '<a href="tg://user?id=7002">Tom</a>',
    '[Tom](tg://user?id=7002)',
    'tg://user?id=7002',
    '*bold* _it_ `code` ||spoiler||',
    '</b><b>&lt;',
    '\u202Eevil',
    '!channel <!channel> @everyone',
  ]
  test.each(hostile)('nobody is called by what somebody wrote: %s', async (words) => {
    const { telegram, desk } = await withCara()
    const named: Partial<Post> = {
      author: words,
      heading: words,
      footnote: words,
      fields: [{ label: words, value: words }],
    }
    await desk.adapter.deliver(post(words, named))
    expect(shown(telegram)[0]?.pinged).toEqual([])
  })

  test('links that call a person, and mentions of people elsewhere, are words', async () => {
    const { telegram, desk } = await withCara()
    const body: Text = {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'link', url: 'tg://user?id=7002', children: [{ type: 'text', value: 'Tom' }] },
            { type: 'mention', id: 'U0ADA', name: 'Ada' },
            { type: 'mention', id: '7002', name: 'tom_smith' },
          ],
        },
      ],
    }
    await desk.adapter.deliver({ id: 'd', to, act: 'post', post: { body } })
    expect(shown(telegram)[0]).toMatchObject({ pinged: [], text: expect.stringContaining('Ada') })
  })
})

describe('an edit', () => {
  test('changes words and buttons; without choices the buttons go', async () => {
    const { telegram, desk } = await withCara()
    const choices: Post['choices'] = [[{ kind: 'button', id: 'b', label: 'Done' }]]
    const { message } = await desk.adapter.deliver(post('one', { choices }))
    expect(shown(telegram)[0]?.buttons).toEqual([[{ label: 'Done', data: 'b' }]])
    const edit: Delivery = { id: 'e', to, act: 'edit', target: message, post: { body: plainText('two') } }
    expect(await desk.adapter.deliver(edit)).toEqual({ message, chat: '7001', thread: undefined })
    expect(shown(telegram)).toMatchObject([{ text: 'two', edited: true, buttons: [] }])
  })

  test('that changes nothing is a success', async () => {
    const { desk } = await withCara()
    const { message } = await desk.adapter.deliver(post('one'))
    const edit: Delivery = { id: 'e', to, act: 'edit', target: message, post: { body: plainText('one') } }
    await expect(desk.adapter.deliver(edit)).resolves.toMatchObject({ message })
  })
})

describe('a deletion', () => {
  test('takes the message back; twice is a success', async () => {
    const { telegram, desk } = await withCara()
    const { message } = await desk.adapter.deliver(post('one'))
    const remove: Delivery = { id: 'r', to, act: 'delete', target: message }
    await desk.adapter.deliver(remove)
    expect(shown(telegram)).toMatchObject([{ deleted: true }])
    await expect(desk.adapter.deliver(remove)).resolves.toMatchObject({ message })
  })
})

test('after an unclear end Telegram cannot say whether it has the message', async () => {
  const { desk } = await withCara()
  expect(await desk.adapter.find(post('one'), new Date(0))).toBe('unknowable')
})

test('what a chat and the bot may send', async () => {
  const { desk } = await withCara()
  expect(desk.adapter.budget(String(TOM)).chat).toEqual({ burst: 3, everyMs: 1000 })
  expect(desk.adapter.budget(String(AGENTS)).chat).toEqual({ burst: 5, everyMs: 4000 })
  expect(desk.adapter.budget(String(TOM)).account).toEqual({ burst: 30, everyMs: 34 })
})

async function createTopic(telegram: Telegram): Promise<number> {
  const response = await fetch(`${telegram.url}/bot700001:playground-secret/createForumTopic`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id: AGENTS, name: 'SP-1' }),
  })
  const answer = (await response.json()) as { result: { message_thread_id: number } } // Bot API, createForumTopic
  return answer.result.message_thread_id
}
