import { expect, test } from 'vitest'
import { ADA, BO, BOT_USER, HELP, RANDOM, RITA, SAM, TEAM, TRIAGE } from '../../../playground/slack/index.ts'
import type { Post } from '../../../src/adapter.ts'
import { toPlain } from '../../../src/domain/text/plain.ts'
import { plainText } from '../../../src/domain/text/text.ts'
import { openDesk, owed, says, type TestDesk } from './desk.ts'

const who = (id: string) => ({ platform: 'slack', account: TEAM, id })
const at = (chat: string) => ({ platform: 'slack', account: TEAM, chat })

async function card(desk: TestDesk, post: Post, chat = TRIAGE): Promise<string> {
  const { message } = await desk.adapter.deliver(owed({ act: 'post', to: desk.place(chat), post }))
  return message
}

test('Rita writes in the channel: her words with their formatting, her and the place', async () => {
  await using desk = await openDesk()
  const ts = desk.slack.world.say(RITA, HELP, 'the *printer* is on fire')
  const [said] = await desk.heard()
  expect(said).toMatchObject({
    does: 'say',
    who: who(RITA),
    at: at(HELP),
    message: ts,
    broadcast: false,
    byBot: false,
    enclosures: [],
    occurredAt: new Date(Math.floor(Number(ts.split('.')[0]) * 1000 + Number(ts.split('.')[1]) / 1000)),
  })
  expect(said).not.toHaveProperty('at.thread')
  expect(said?.does === 'say' && said.text.children).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: 'the ' },
        { type: 'strong', children: [{ type: 'text', value: 'printer' }] },
        { type: 'text', value: ' is on fire' },
      ],
    },
  ])
})

test('replies stay in their thread and lane; one also sent to the channel says so', async () => {
  await using desk = await openDesk()
  const root = desk.slack.world.say(RITA, HELP, 'the printer is on fire')
  desk.slack.world.say(ADA, HELP, { text: 'which one?', thread: root })
  desk.slack.world.say(ADA, HELP, { text: 'all: use the other printer', thread: root, broadcast: true })
  const heard = await desk.heard()
  expect(heard).toHaveLength(3)
  expect(heard).toContainEqual(expect.objectContaining({ at: { ...at(HELP), thread: root }, broadcast: false }))
  expect(heard).toContainEqual(expect.objectContaining({ at: { ...at(HELP), thread: root }, broadcast: true }))
  expect(new Set(desk.door.rows.map((row) => row.lane))).toEqual(new Set([`${HELP}:${root}`]))
  expect(desk.door.rows.every((row) => row.holdMs === 300)).toBe(true)
})

test('what Rita writes to the bot alone is told apart, also in a thread of theirs', async () => {
  await using desk = await openDesk()
  const dm = desk.slack.world.dm(RITA)
  const root = desk.slack.world.say(RITA, dm, 'the printer is on fire')
  desk.slack.world.say(RITA, dm, { text: 'hurry', thread: root })
  desk.slack.world.say(RITA, HELP, 'hello all')
  const heard = await desk.heard()
  expect(heard).toHaveLength(3)
  const direct = heard.filter((one) => one.does === 'say' && one.direct)
  expect(direct.map((one) => one.at).toSorted((a, b) => (a.thread ?? '').localeCompare(b.thread ?? ''))).toEqual([
    at(dm),
    { ...at(dm), thread: root },
  ])
})

test('an edit and a deletion follow their message', async () => {
  await using desk = await openDesk()
  const ts = desk.slack.world.say(RITA, HELP, 'the printer')
  desk.slack.world.edit(RITA, HELP, ts, 'the printer is on fire')
  desk.slack.world.edit(RITA, HELP, ts, 'the printer burns')
  desk.slack.world.remove(RITA, HELP, ts)
  const heard = await desk.heard()
  const edits = heard.filter((one) => one.does === 'edit')
  expect(edits.map((edit) => toPlain(edit.text)).sort()).toEqual(['the printer burns', 'the printer is on fire'])
  expect(edits[0]).toMatchObject({ who: who(RITA), at: at(HELP), message: ts })
  const gone = heard.find((one) => one.does === 'delete')
  expect(gone).toMatchObject({ at: at(HELP), message: ts })
  expect(gone).not.toHaveProperty('who')
  expect(new Set(desk.door.rows.map((row) => row.naturalKey)).size).toBe(4)
  expect(new Set(desk.door.rows.map((row) => row.lane)).size).toBe(1)
})

test('a root whose replies stay behind is deleted all the same', async () => {
  await using desk = await openDesk()
  const root = desk.slack.world.say(RITA, HELP, 'the printer is on fire')
  desk.slack.world.say(ADA, HELP, { text: 'which one?', thread: root })
  await desk.slack.idle()
  desk.slack.world.remove(RITA, HELP, root)
  expect(await desk.heard()).toContainEqual(expect.objectContaining({ does: 'delete', message: root }))
})

test('a preview added to a link is no edit', async () => {
  await using desk = await openDesk()
  const message = { ts: '1700000000.000100', user: RITA, text: 'see <https://example.com>', type: 'message' }
  const unfurled = { ...message, attachments: [{ title: 'Example', from_url: 'https://example.com' }] }
  const event = {
    type: 'message',
    subtype: 'message_changed',
    channel: HELP,
    message: unfurled,
    previous_message: message,
  }
  const body = { type: 'event_callback', event_id: 'Ev9', event_time: 1_700_000_001, event }
  expect(desk.adapter.read(body)).toEqual([])
})

const cell = (text: string) => ({ type: 'raw_text', text })
const cells = (price: number) => ({
  type: 'table',
  rows: [
    [cell('Item'), cell('Price')],
    [cell('Ink, black'), { type: 'raw_number', value: price, text: `${price}.00` }],
    [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Two\nlines' }] }],
      },
      cell(''),
    ],
  ],
})
const pasted = (price: number) => [{ id: 1, fallback: '[no preview available]', blocks: [cells(price)] }]
const table = { type: 'code', value: 'Item       | Price\nInk, black | 1200.00\nTwo lines  |' }
const priced = { type: 'message', channel: HELP, user: RITA, ts: '1700000000.000100' }

test.each([
  ['beside words', { text: 'Prices:', attachments: pasted(1200) }, true],
  ['among the blocks', { text: 'Prices:', blocks: [cells(1200)] }, true],
  ['alone', { text: '', attachments: pasted(1200) }, false],
])('cells pasted from a spreadsheet are words of the message: %s', async (_where, said, withWords) => {
  await using desk = await openDesk()
  const body = { type: 'event_callback', event_id: 'Ev9', event_time: 1, event: { ...priced, ...said } }
  const words = { type: 'paragraph', children: [{ type: 'text', value: 'Prices:' }] }
  expect(desk.adapter.read(body)).toMatchObject([
    { does: 'say', text: { type: 'root', children: withWords ? [words, table] : [table] }, enclosures: [] },
  ])
})

test('a pasted table that is changed is an edit, and one in the preview of a link is none', async () => {
  await using desk = await openDesk()
  const before = { ...priced, text: 'Prices:', attachments: pasted(900) }
  const changed = (message: object) => ({
    type: 'event_callback',
    event_id: 'Ev9',
    event_time: 1,
    event: { type: 'message', subtype: 'message_changed', channel: HELP, message, previous_message: before },
  })
  expect(desk.adapter.read(changed({ ...before, attachments: pasted(1200) }))).toMatchObject([
    { does: 'edit', text: { children: [{ type: 'paragraph' }, table] } },
  ])
  const preview = { from_url: 'https://example.com', is_app_unfurl: true, blocks: [cells(1)] }
  expect(desk.adapter.read(changed({ ...before, attachments: [...pasted(900), preview] }))).toEqual([])
})

test.each([
  ['channel_join'],
  ['channel_topic'],
  ['channel_archive'],
  ['message_replied'],
  ['huddle_thread'],
  ['reminder_add'],
])('a notice of the channel is not somebody speaking: %s', async (subtype) => {
  await using desk = await openDesk()
  const event = { type: 'message', subtype, channel: HELP, user: RITA, text: 'x', ts: '1700000000.000100' }
  expect(desk.adapter.read({ type: 'event_callback', event_id: 'Ev9', event_time: 1, event })).toEqual([])
})

test('our own messages, their edits and their deletions mean nothing, and are not stored', async () => {
  await using desk = await openDesk()
  const ts = await card(desk, says('SPSUP-1: the printer'))
  await desk.adapter.deliver(owed({ act: 'edit', to: desk.place(TRIAGE), target: ts, post: says('SPSUP-1: taken') }))
  await desk.adapter.deliver(owed({ act: 'delete', to: desk.place(TRIAGE), target: ts }))
  expect(await desk.heard()).toEqual([])
  expect(desk.door.rows).toEqual([])
  // The ears were open.
  desk.slack.world.say(ADA, TRIAGE, 'and mine?')
  expect(await desk.heard()).toHaveLength(1)
  expect(desk.door.rows).toHaveLength(1)
})

test('another bot is known as one', async () => {
  await using desk = await openDesk()
  const event = {
    type: 'message',
    subtype: 'bot_message',
    channel: HELP,
    bot_id: 'B0OTHER',
    text: '*alarm*',
    ts: '1700000000.000100',
  }
  const [said] = desk.adapter.read({ type: 'event_callback', event_id: 'Ev9', event_time: 1, event })
  expect(said).toMatchObject({ does: 'say', byBot: true, who: who('B0OTHER') })
})

test('a mention of the bot is heard once, as the message it stands in, with the words without it', async () => {
  await using desk = await openDesk()
  const ts = desk.slack.world.say(RITA, HELP, `<@${BOT_USER}> the printer is on fire`)
  const toUs = plainText('the printer is on fire')
  expect(await desk.heard()).toMatchObject([{ does: 'say', message: ts, toUs, direct: false }])
})

test('a mention in a thread is the message’s alone to tell', async () => {
  await using desk = await openDesk()
  const root = desk.slack.world.say(ADA, HELP, 'lunch?')
  const ts = desk.slack.world.say(RITA, HELP, { text: `<@${BOT_USER}> fire`, thread: root, broadcast: true })
  const heard = await desk.heard()
  expect(heard.filter((one) => one.does === 'say' && one.toUs)).toMatchObject([{ message: ts, broadcast: true }])
})

test('a reaction is told by name, without its skin tone, and told again when it is taken back; our own are nothing', async () => {
  await using desk = await openDesk()
  const ts = desk.slack.world.say(RITA, HELP, 'the printer is on fire')
  desk.slack.world.react(ADA, HELP, ts, '+1::skin-tone-4')
  desk.slack.world.react(ADA, HELP, ts, '+1::skin-tone-4', { remove: true })
  desk.slack.world.react(BOT_USER, HELP, ts, 'eyes')
  const heard = await desk.heard()
  expect(heard.filter(({ does }) => does === 'react')).toMatchObject([
    { who: who(ADA), at: at(HELP), emoji: '+1', sign: '👍', gone: false, message: ts },
    { who: who(ADA), at: at(HELP), emoji: '+1', sign: '👍', gone: true, message: ts },
  ])
  expect(heard).toHaveLength(3)
})

test('a message is fetched as it reads, a root or a reply; one that is gone is not', async () => {
  await using desk = await openDesk()
  const root = desk.slack.world.say(RITA, HELP, 'the *printer*')
  for (let n = 0; n < 12; n++) desk.slack.world.say(ADA, HELP, { text: `word ${n}`, thread: root })
  const reply = desk.slack.world.say(ADA, HELP, { text: 'which one?', thread: root })
  const gone = desk.slack.world.say(ADA, HELP, { text: 'oops', thread: root })
  desk.slack.world.remove(ADA, HELP, gone)
  const found = await desk.adapter.fetchMessage(HELP, root)
  expect(found).toMatchObject({ chat: HELP, message: root, author: who(RITA), byBot: false })
  expect(found && toPlain(found.text)).toBe('the printer')
  expect(await desk.adapter.fetchMessage(HELP, reply)).toMatchObject({ message: reply, thread: root, author: who(ADA) })
  expect(await desk.adapter.fetchMessage(HELP, gone)).toBeUndefined()
  expect(await desk.adapter.fetchMessage('C0NOWHERE', root)).toBeUndefined()
})

test('a file is told by its name', async () => {
  await using desk = await openDesk()
  const files = [{ name: 'fire.png', bytes: new Uint8Array([1, 2, 3]), mimetype: 'image/png' }]
  desk.slack.world.say(RITA, HELP, { text: 'look', files })
  expect(await desk.heard()).toMatchObject([
    {
      does: 'say',
      enclosures: [{ kind: 'file', as: 'photo', name: 'fire.png', file: { mediaType: 'image/png', sizeBytes: 3 } }],
    },
  ])
})

test('a file added by an edit is told with those that were there, and a file looked at anew is no edit', async () => {
  await using desk = await openDesk()
  const before = { type: 'message', user: RITA, text: 'look', ts: '1700000000.000100', files: [{ id: 'F1' }] }
  const changed = (files: object[]) => ({
    type: 'event_callback',
    event_id: 'Ev9',
    event_time: 1,
    event: {
      type: 'message',
      subtype: 'message_changed',
      channel: HELP,
      message: { ...before, files },
      previous_message: before,
    },
  })
  const file = (id: string) => ({ kind: 'file', file: { id }, print: id })
  expect(desk.adapter.read(changed([{ id: 'F1' }, { id: 'F2' }]))).toMatchObject([
    { does: 'edit', enclosures: [file('F1'), file('F2')] },
  ])
  expect(desk.adapter.read(changed([{ id: 'F1', mimetype: 'image/png' }]))).toEqual([])
})

test('a file that lies elsewhere is a link among the words, in an edit too; without an address to show it is told', async () => {
  await using desk = await openDesk()
  const drive = 'https://docs.google.com/document/d/1'
  const permalink = 'https://acme.slack.com/files/U0RITA/F1/plan'
  const plan = { id: 'F1', name: 'Plan', mode: 'external', is_external: true, url_private: drive, permalink }
  const message = { type: 'message', channel: HELP, user: RITA, ts: '1700000000.000100', text: 'See', files: [plan] }
  const read = (event: object) =>
    desk.adapter.read({ type: 'event_callback', event_id: 'Ev9', event_time: 1, event: { ...message, ...event } })
  const words = { type: 'paragraph', children: [{ type: 'text', value: 'See' }] }
  const linked = (url: string) => ({
    type: 'root',
    children: [
      words,
      { type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', value: 'Plan' }] }] },
    ],
  })
  expect(read({})).toMatchObject([{ text: linked(drive), enclosures: [] }])
  // Slack makes a file of the link they wrote.
  expect(read({ text: `See <${drive}?usp=sharing>` })).toMatchObject([
    { text: { children: [{ type: 'paragraph' }] }, enclosures: [] },
  ])
  // Only where it may be followed without harm.
  expect(read({ files: [{ ...plan, url_private: 'http://192.0.2.1/x' }] })).toMatchObject([{ text: linked(permalink) }])
  expect(read({ files: [{ ...plan, url_private: 'https://me:pw@a.example', permalink: 7 }] })).toMatchObject([
    { text: { children: [words] }, enclosures: [{ kind: 'uncarried', what: 'file', name: 'Plan' }] },
  ])
  const changed = { subtype: 'message_changed', message, previous_message: { ...message, files: [] } }
  expect(read(changed)).toMatchObject([{ does: 'edit', text: linked(drive) }])
  const gone = { ...message, files: [{ id: 'F1', mode: 'tombstone' }] }
  expect(read({ subtype: 'message_changed', message: gone, previous_message: message })).toMatchObject([
    { does: 'edit', text: { children: [words] } },
    { does: 'delete', files: ['F1'] },
  ])
})

test('a link somebody wrote is the file only where it leads to the same document', async () => {
  await using desk = await openDesk()
  const site = 'https://acme.sharepoint.com/_layouts/15/Doc.aspx'
  const read = (text: string, url_private: string) => {
    const files = [{ id: 'F1', name: 'Plan', mode: 'external', is_external: true, url_private }]
    const event = { type: 'message', channel: HELP, user: RITA, ts: '1700000000.000100', text, files }
    const [said] = desk.adapter.read({ type: 'event_callback', event_id: 'Ev9', event_time: 1, event })
    return said?.does === 'say' && said.text.children.length
  }
  const one = `${site}?sourcedoc=%7BA%7D&action=edit`
  expect(read(`See <${site}?action=edit&amp;sourcedoc={A}&amp;usp=chat|this>`, one)).toBe(1)
  expect(read(`See <${site}?sourcedoc={B}&amp;action=edit>`, one)).toBe(2)
  expect(read('See <https://docs.google.com/document/d/12>', 'https://docs.google.com/document/d/1')).toBe(2)
  expect(read('See <https://a.example/#/doc/2>', 'https://a.example/#/doc/1')).toBe(2)
})

test('a file of a shared channel is told though its event bears a mere stub', async () => {
  await using desk = await openDesk()
  const { adapter } = desk
  const stub = { id: 'F0STUB', mode: 'file_access', file_access: 'check_file_info' }
  const event = {
    type: 'message',
    subtype: 'file_share',
    channel: HELP,
    user: RITA,
    text: '',
    ts: '1700000000.000100',
    files: [stub],
  }
  expect(adapter.read({ type: 'event_callback', event_id: 'Ev1', event_time: 1_700_000_000, event })).toMatchObject([
    { does: 'say', enclosures: [{ kind: 'file', as: 'document', file: { id: 'F0STUB' } }] },
  ])
})

const said = (value: string) => ({ type: 'paragraph', children: [{ type: 'text', value }] })
const rich = (text: string) => [
  {
    message: {
      blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }],
    },
  },
]
const notCarried = [{ kind: 'uncarried', what: 'attachment' }]
const quoted = (value: string) => ({ type: 'blockquote', children: [said(value)] })

test.each([
  ['its words are quoted below', { is_share: true, text: 'help me' }, [said('See this'), quoted('help me')], []],
  [
    'and are no markup',
    { is_share: true, text: 'x', message_blocks: rich('*a* <!here>') },
    [said('See this'), quoted('*a* <!here>')],
    [],
  ],
  [
    'files beside them are told',
    { is_share: true, text: 'help me', files: [{ id: 'F1' }] },
    [said('See this'), quoted('help me')],
    notCarried,
  ],
  ['without words it is told', { is_share: true }, [said('See this')], notCarried],
  ['what was kept among agents stays there', { is_share: true, text: '// a rich one' }, [said('See this')], notCarried],
  [
    'its > is not what sends an answer',
    { is_share: true, text: 'x', message_blocks: rich('> ten') },
    [said('See this')],
    notCarried,
  ],
  ['the preview of one is told', { is_msg_unfurl: true, text: 'help me' }, [said('See this')], notCarried],
])('a forwarded message: %s', async (_what, attachment, children, enclosures) => {
  await using desk = await openDesk()
  const event = { ...priced, text: 'See this', attachments: [attachment] }
  const [heard] = desk.adapter.read({ type: 'event_callback', event_id: 'Ev9', event_time: 1, event })
  expect(heard).toMatchObject({ does: 'say', text: { children }, enclosures })
})

test('/ticket with words: the command, a draft of its own and a way to answer', async () => {
  await using desk = await openDesk()
  expect(await desk.slack.world.command(RITA, HELP, '/ticket', 'R&D <printer> is on fire')).toMatchObject({ ok: true })
  await desk.slack.world.command(RITA, HELP, '/ticket', 'list')
  const [first, second] = await desk.heard()
  expect(first).toMatchObject({
    does: 'command',
    who: who(RITA),
    at: at(HELP),
    name: 'ticket',
    words: 'R&D <printer> is on fire',
    draft: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    via: expect.stringMatching(/^http/),
  })
  expect(second?.does === 'command' && first?.does === 'command' && second.draft !== first.draft).toBe(true)
  expect(desk.door.rows.map((row) => [row.lane, row.holdMs])).toEqual([
    [`person:${RITA}`, 0],
    [`person:${RITA}`, 0],
  ])
})

test('a message becomes a ticket: whose words they are, and who raised it', async () => {
  await using desk = await openDesk()
  const ts = desk.slack.world.say(SAM, HELP, 'the printer is on fire')
  expect(await desk.slack.world.shortcut(ADA, HELP, ts, 'ticket_from_message')).toMatchObject({ ok: true })
  const raised = (await desk.heard()).find((one) => one.does === 'raise')
  expect(raised).toMatchObject({
    who: who(ADA),
    at: at(HELP),
    source: { chat: HELP, message: ts, author: who(SAM), byBot: false, enclosures: [] },
  })
  expect(raised && toPlain(raised.source.text)).toBe('the printer is on fire')
  expect(desk.door.questions).toMatchObject([
    { ask: 'form', who: who(ADA), ref: { kind: 'draft', id: raised?.draft }, raised: raised?.source.text },
  ])
})

test('the shortcut from anywhere is the command without words', async () => {
  await using desk = await openDesk()
  expect(await desk.slack.world.globalShortcut(RITA, 'ticket_new')).toMatchObject({ ok: true })
  expect(await desk.heard()).toMatchObject([{ does: 'command', name: 'ticket', words: '', at: at(RITA) }])
})

test('a shortcut works where the bot is not', async () => {
  await using desk = await openDesk()
  const ts = desk.slack.world.say(RITA, RANDOM, 'the printer is on fire')
  expect(await desk.slack.world.shortcut(RITA, RANDOM, ts, 'ticket_from_message')).toMatchObject({ ok: true })
  expect(await desk.heard()).toMatchObject([{ does: 'raise', source: { chat: RANDOM, message: ts } }])
})

test('Ada presses a button, chooses from a menu, and chooses a person', async () => {
  await using desk = await openDesk()
  const ts = await card(
    desk,
    says('the printer', {
      choices: [
        [
          { kind: 'button', id: 'take-1', label: 'Take', tone: 'primary' },
          {
            kind: 'menu',
            id: 'priority',
            label: 'Priority',
            options: [
              { id: 'p-low', label: 'Low' },
              { id: 'p-high', label: 'High' },
            ],
          },
          { kind: 'people', id: 'assign-1', label: 'Assign' },
          { kind: 'link', label: 'Why', url: 'https://example.com/why' },
        ],
      ],
    }),
  )
  await desk.slack.world.press(ADA, TRIAGE, ts, { label: 'Take' })
  await desk.slack.world.press(ADA, TRIAGE, ts, { label: 'Priority' }, { option: 'High' })
  await desk.slack.world.press(ADA, TRIAGE, ts, { label: 'Assign' }, { user: BO })
  await desk.slack.world.press(ADA, TRIAGE, ts, { label: 'Why' })
  const common = { does: 'press', who: who(ADA), at: at(TRIAGE), message: ts, via: expect.stringMatching(/^http/) }
  const heard = await desk.heard()
  expect(heard).toMatchObject([
    { ...common, button: 'take-1' },
    { ...common, button: 'p-high' },
    { ...common, button: 'assign-1', chosen: BO },
  ])
  expect(heard[0]).not.toHaveProperty('chosen')
  const presses = desk.door.rows.filter(
    (row) => row.lane === `${TRIAGE}:${ts}` && JSON.stringify(row.body).includes('block_actions'),
  )
  expect(presses).toHaveLength(4)
})

test('a button in a thread, and one that only Ada sees, say where they are', async () => {
  await using desk = await openDesk()
  const root = await card(desk, says('the printer'))
  const choices = [[{ kind: 'button', id: 'send-anyway', label: 'Send anyway' } as const]]
  const to = desk.place(TRIAGE, root)
  const { message } = await desk.adapter.deliver(owed({ act: 'post', to, post: says('held', { choices }) }))
  await desk.slack.world.press(ADA, TRIAGE, message, { label: 'Send anyway' })
  await desk.adapter.deliver(owed({ act: 'whisper', to, person: BO, post: says('held', { choices }) }))
  const [seen] = desk.slack.world.ephemerals(BO)
  await desk.slack.world.press(BO, TRIAGE, seen?.ts ?? '', { label: 'Send anyway' })
  expect(await desk.heard()).toMatchObject([
    { who: who(ADA), button: 'send-anyway', at: { thread: root } },
    { who: who(BO), button: 'send-anyway', at: { thread: root } },
  ])
})

test('events told twice and out of order are rows once each', async () => {
  await using desk = await openDesk()
  desk.slack.faults.arm({ on: 'event', does: 'double', copies: 2 })
  desk.slack.faults.arm({ on: 'event', does: 'reorder', ms: 50 })
  const first = desk.slack.world.say(RITA, HELP, 'one')
  const second = desk.slack.world.say(RITA, HELP, 'two')
  const heard = await desk.heard()
  expect(heard.flatMap((one) => (one.does === 'say' ? [one.message] : [])).sort()).toEqual([first, second])
})
