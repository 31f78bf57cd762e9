import { expect, test } from 'vitest'
import { ADA, BO, HELP, KIM, RANDOM, RITA, type SlackMessage, TRIAGE } from '../../../playground/slack/index.ts'
import type { Choice, Post } from '../../../src/adapter.ts'
import { openDesk, owed, says, type TestDesk } from './desk.ts'

async function posted(desk: TestDesk, post: Post, chat = TRIAGE, thread?: string): Promise<SlackMessage> {
  const { message, chat: where } = await desk.adapter.deliver(owed({ act: 'post', to: desk.place(chat, thread), post }))
  const found = desk.slack.world.message(where, message)
  if (!found) throw new Error(`no message ${message} in ${where}`)
  return found
}

test('a card with everything on it', async () => {
  await using desk = await openDesk()
  const message = await posted(desk, {
    heading: 'SPSUP-1 · the printer is on fire',
    author: 'Rita',
    body: says('All of it.\nCome quickly.').body,
    fields: [
      { label: 'Priority', value: 'High' },
      { label: 'Status', value: 'New' },
    ],
    footnote: 'Due at 14:00',
    choices: [
      [{ kind: 'button', id: 'take-1', label: 'Take', tone: 'primary' }],
      [
        {
          kind: 'menu',
          id: 'm',
          label: 'Status',
          options: [
            { id: 'a', label: 'Open' },
            { id: 'b', label: 'Done' },
          ],
          chosen: 'b',
        },
      ],
    ],
  })
  const shown = desk.slack.world.textOf(message)
  for (const words of ['SPSUP-1 · the printer is on fire', 'Rita', 'Come quickly.', 'High', 'Due at 14:00', 'Take']) {
    expect(shown).toContain(words)
  }
  expect(message.blocks?.map((block) => block.type)).toEqual([
    'header',
    'rich_text',
    'section',
    'context',
    'actions',
    'actions',
  ])
  expect(message.blocks?.[1]).toMatchObject({
    elements: [{ type: 'rich_text_section', elements: [{ text: 'Rita', style: { bold: true } }, { text: '\n' }, {}] }],
  })
  expect(message.blocks?.[5]).toMatchObject({ elements: [{ initial_option: { value: 'b' } }] })
  expect(JSON.stringify(message.blocks)).not.toContain('mrkdwn')
  expect(message.text).toContain('the printer is on fire')
})

test('a reply goes into its thread, and bears the mark it is found by', async () => {
  await using desk = await openDesk()
  const root = await posted(desk, says('the printer'))
  const delivery = owed({ act: 'post', ticket: 't1', to: desk.place(TRIAGE, root.ts), post: says('on fire') })
  const delivered = await desk.adapter.deliver(delivery)
  expect(delivered).toEqual({ chat: TRIAGE, message: expect.any(String), thread: root.ts })
  expect(desk.slack.world.message(TRIAGE, delivered.message)).toMatchObject({
    thread_ts: root.ts,
    metadata: { event_type: 'desk_delivery', event_payload: { delivery_id: delivery.id, ticket: 't1' } },
  })
})

test('a post to a person lands in their DM, and says where that is', async () => {
  await using desk = await openDesk()
  const delivered = await desk.adapter.deliver(
    owed({ act: 'post', to: desk.place(RITA), post: says('SPSUP-1 is open') }),
  )
  expect(delivered.chat).toBe(desk.slack.world.dm(RITA))
  const edit = owed({ act: 'edit', to: desk.place(RITA), target: delivered.message, post: says('SPSUP-1 is taken') })
  expect(await desk.adapter.deliver(edit)).toMatchObject({ chat: delivered.chat, message: delivered.message })
  const seen = desk.slack.world.message(delivered.chat, delivered.message)
  expect(seen && desk.slack.world.textOf(seen)).toContain('SPSUP-1 is taken')
})

test('an edit replaces words and choices and keeps the mark', async () => {
  await using desk = await openDesk()
  const choices: Choice[][] = [[{ kind: 'button', id: 'take-1', label: 'Take' }]]
  const { ts } = await posted(desk, says('the printer', { choices }))
  const edit = owed({ act: 'edit', to: desk.place(TRIAGE), target: ts, post: says('taken by Ada') })
  await desk.adapter.deliver(edit)
  const seen = desk.slack.world.message(TRIAGE, ts)
  expect(seen?.blocks?.map((block) => block.type)).toEqual(['rich_text'])
  expect(seen?.metadata).toMatchObject({ event_payload: { delivery_id: edit.id } })
})

test('a deletion takes the message away, and again does no harm', async () => {
  await using desk = await openDesk()
  const { ts } = await posted(desk, says('the printer'))
  const removal = owed({ act: 'delete', to: desk.place(TRIAGE), target: ts })
  await desk.adapter.deliver(removal)
  expect(desk.slack.world.message(TRIAGE, ts)?.deleted ?? true).toBe(true)
  expect(await desk.adapter.deliver(removal)).toMatchObject({ message: ts })
})

test('a file whose message Slack told too late is edited, reacted to and taken back all the same', async () => {
  let laterMs = 0
  await using desk = await openDesk({ now: () => performance.timeOrigin + performance.now() + laterMs })
  const blob = new Blob(['the wrong contract'])
  const file = { as: 'document' as const, name: 'contract.txt', mediaType: 'text/plain', sizeBytes: blob.size, blob }
  const { ts, files = [] } = await posted(desk, says('the contract', { files: [file] }), HELP)
  const target = `file:${files[0]?.id}`
  const to = desk.place(HELP)
  const shown = () => desk.slack.world.message(HELP, ts)

  await desk.adapter.deliver(owed({ act: 'edit', to, target, post: says('the right one') }))
  expect(shown()?.blocks).toMatchObject([{ elements: [{ elements: [{ text: 'the right one' }] }] }])
  const sign = { kind: 'emoji' as const, emoji: '👍', gone: false, standing: ['👍'] }
  await desk.adapter.deliver(owed({ act: 'react', to, target, sign }))
  expect(shown()?.reactions).toMatchObject([{ name: '+1' }])
  const removal = owed({ act: 'delete', to, target })
  await desk.adapter.deliver(removal)
  expect(shown()?.deleted).toBe(true)

  // Nothing is shown as yet, or any more: which of the two, time tells.
  const edit = owed({ act: 'edit', to, target, post: says('a better one') })
  await expect(desk.adapter.deliver(edit)).rejects.toMatchObject({ fault: { kind: 'wait', scope: 'chat' } })
  laterMs = 60_000
  await expect(desk.adapter.deliver(edit)).rejects.toMatchObject({ fault: { reason: 'message-gone' } })
  expect(await desk.adapter.deliver(removal)).toMatchObject({ chat: HELP })
})

test('a whisper is seen by one person, in the thread', async () => {
  await using desk = await openDesk()
  const root = await posted(desk, says('the printer'))
  const to = desk.place(TRIAGE, root.ts)
  await desk.adapter.deliver(owed({ act: 'whisper', to, person: ADA, post: says('stays internal') }))
  expect(desk.slack.world.ephemerals(ADA)).toMatchObject([{ channel: TRIAGE, thread_ts: root.ts }])
  expect(desk.slack.world.ephemerals(BO)).toEqual([])
})

test('a whisper takes the way of answering a command gives, also where the bot is not', async () => {
  await using desk = await openDesk()
  await desk.slack.world.command(KIM, RANDOM, '/ticket', 'list')
  const [commanded] = await desk.heard()
  const via = commanded?.does === 'command' ? commanded.via : undefined
  const post = says('no open tickets', { choices: [[{ kind: 'button', id: 'new', label: 'New' }]] })
  const whisper = owed({ act: 'whisper', to: desk.place(RANDOM), person: KIM, via, post })
  expect(await desk.adapter.deliver(whisper)).toMatchObject({ chat: RANDOM })
  const [seen] = desk.slack.world.ephemerals(KIM)
  expect(seen && desk.slack.world.textOf(seen)).toContain('no open tickets')
})

test('where that way is used up, or another host, the whisper goes to the place, else to the DM', async () => {
  await using desk = await openDesk()
  await desk.slack.world.command(RITA, HELP, '/ticket', 'list')
  const [commanded] = await desk.heard()
  const via = commanded?.does === 'command' ? commanded.via : undefined
  for (let n = 0; n < 6; n++) {
    await desk.adapter.deliver(owed({ act: 'whisper', to: desk.place(HELP), person: RITA, via, post: says(`no ${n}`) }))
  }
  expect(desk.slack.world.ephemerals(RITA)).toHaveLength(6)

  const elsewhere = { to: desk.place(RANDOM), person: RITA, via: 'https://slack.com.example.org/hook' }
  const delivered = await desk.adapter.deliver(owed({ act: 'whisper', ...elsewhere, post: says('in the DM') }))
  expect(delivered.chat).toBe(desk.slack.world.dm(RITA))
  expect(desk.slack.world.messages(delivered.chat)).toHaveLength(1)
  expect(desk.logged).toContainEqual({ level: 'warn', facts: {}, event: 'slack-response-url-foreign' })
})

test('a whisper addressed to a person goes to their DM', async () => {
  await using desk = await openDesk()
  const delivered = await desk.adapter.deliver(
    owed({ act: 'whisper', to: desk.place(RITA), person: RITA, post: says('x') }),
  )
  expect(delivered.chat).toBe(desk.slack.world.dm(RITA))
})

const hostile = [
  '<!channel> <!here> <!everyone>',
  '@channel @here @everyone',
  '<@U0LEAD> <!subteam^S0AGENTS> <#C0TRIAGE>',
  '&lt;!channel&gt; &amp;lt;!here&amp;gt;',
  '*bold* _it_ ~s~ `code` ```pre``` <https://example.com|click>',
  '<!date^1392734382^{date}|x> :fire:',
]

test.each(hostile)('what people write stays words, wherever it stands: %s', async (words) => {
  await using desk = await openDesk()
  const message = await posted(desk, {
    heading: words,
    author: words,
    body: says(words).body,
    fields: [{ label: words, value: words }],
    footnote: words,
    choices: [[{ kind: 'button', id: 'b', label: words }]],
  })
  expect(message.pinged).toEqual([])
  expect(desk.slack.world.textOf(message)).toContain(words)
  const long = await posted(desk, says(`${words}\n${'å'.repeat(9_000)}`))
  expect(long.pinged).toEqual([])
})

test.each([
  [
    '26 buttons in a row',
    [Array.from({ length: 26 }, (_, n): Choice => ({ kind: 'button', id: `b${n}`, label: `B${n}` }))],
  ],
  ['60 rows', Array.from({ length: 60 }, (_, n): Choice[] => [{ kind: 'button', id: `b${n}`, label: `B${n}` }])],
])('%s are all there to be pressed', async (_, choices) => {
  await using desk = await openDesk()
  const { ts } = await posted(desk, says('which one?', { choices }))
  const last = choices.flat().length - 1
  await desk.slack.world.press(ADA, TRIAGE, ts, { label: `B${last}` })
  expect(await desk.heard()).toMatchObject([{ does: 'press', button: `b${last}` }])
})

test('labels as long as people make them fit', async () => {
  await using desk = await openDesk()
  const long = 'a label 👩‍👩‍👧 that goes on '.repeat(20)
  const message = await posted(desk, {
    heading: long,
    author: long,
    body: says('x').body,
    footnote: long.repeat(5),
    fields: Array.from({ length: 23 }, (_, n) => ({ label: `F${n}`, value: n === 7 ? 'v'.repeat(2_500) : `${n}` })),
    choices: [
      [
        { kind: 'button', id: 'b', label: long },
        { kind: 'menu', id: 'm', label: long, options: [{ id: 'o', label: long }] },
        { kind: 'people', id: 'p', label: long },
        { kind: 'link', label: long, url: 'https://example.com' },
      ],
    ],
  })
  const shown = desk.slack.world.textOf(message)
  for (let n = 0; n < 23; n++) expect(shown).toContain(`F${n}`)
  expect(shown).toContain('v'.repeat(2_500))
})

test.each([
  ['plain', 'x'.repeat(11_000)],
  ['of two bytes a letter', 'å'.repeat(10_000)],
  ['beyond what blocks hold', 'word '.repeat(6_000).trim()],
])('a long text %s arrives whole', async (_, words) => {
  await using desk = await openDesk()
  const message = await posted(desk, says(words, { author: 'Rita' }))
  expect(desk.slack.world.textOf(message)).toContain(words)
  expect(desk.slack.world.textOf(message)).toContain('Rita')
})

test('words with more looks than blocks hold are shown without them, as they were typed, with their choices', async () => {
  await using desk = await openDesk()
  const typed = Array.from({ length: 200 }, (_, n) => `*${n}* _not_ \`markup\` `)
  const children = typed.map((value, n) =>
    n % 2 === 0
      ? { type: 'text' as const, value }
      : { type: 'strong' as const, children: [{ type: 'text' as const, value }] },
  )
  const buttons = Array.from(
    { length: 20 },
    (_, n): Choice => ({ kind: 'button', id: `take-${n}`, label: `Take ${n}` }),
  )
  const choices = [buttons]
  const post: Post = { body: { type: 'root', children: [{ type: 'paragraph', children }] }, choices }
  const { ts } = await posted(desk, says('the printer'))
  await desk.adapter.deliver(owed({ act: 'edit', to: desk.place(TRIAGE), target: ts, post }))
  const { blocks = [] } = desk.slack.world.message(TRIAGE, ts) ?? {}
  const sections = blocks.filter(({ type }) => type === 'section')
  const read = sections.map((block) => ('text' in block ? Object(block.text) : {}))
  expect(new Set(read.map(({ type }) => type))).toEqual(new Set(['plain_text']))
  expect(
    read
      .map(({ text }) => text)
      .join('')
      .trim(),
  ).toBe(typed.join('').trim())
  expect(blocks.at(-1)?.type).toBe('actions')
})

test('a link to a message, where there is one', async () => {
  await using desk = await openDesk()
  const { ts } = await posted(desk, says('the printer'))
  expect(await desk.adapter.permalink(TRIAGE, ts)).toBe(desk.slack.world.permalink(TRIAGE, ts))
  expect(await desk.adapter.permalink(TRIAGE, '1.000001')).toBeUndefined()
})
