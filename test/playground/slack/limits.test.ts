import { afterAll, beforeAll, expect, test } from 'vitest'
import { RITA, TRIAGE } from '../../../playground/slack/index.ts'
import { call, type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.stop())

const x = (length: number): string => 'x'.repeat(length)
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const plain = (text: string) => ({ type: 'plain_text', text })
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })
const button = (index: number, more: object = {}) => ({
  type: 'button',
  action_id: `a${index}`,
  text: plain('go'),
  ...more,
})
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const option = (index: number, more: object = {}) => ({ text: plain(`o${index}`), value: `v${index}`, ...more })
const select = (options: object[], more: object = {}) => ({
  type: 'static_select',
  action_id: 'pick',
  options,
  ...more,
})
const richText = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
})
const input = (element: object, more: object = {}) => ({
  type: 'input',
  block_id: 'b',
  label: plain('Label'),
  element,
  ...more,
})
const modal = (more: object = {}, ...blocks: object[]) => ({
  type: 'modal',
  title: plain('T'),
  submit: plain('Send'),
  blocks,
  ...more,
})

/** [limit, a message just inside, one just outside, the error, what the error points at] */
const messages: [string, object, object, string, string?][] = [
  ['text 40,000', { text: x(40_000) }, { text: x(40_001) }, 'msg_too_long'],
  ['no text at all', { text: 'x' }, { text: ' ' }, 'no_text'],
  [
    '50 blocks',
    { blocks: times(50, () => ({ type: 'divider' })) },
    { blocks: times(51, () => ({ type: 'divider' })) },
    'invalid_blocks',
    '/blocks',
  ],
  [
    '12,000 bytes of blocks',
    { blocks: times(4, () => section(x(2900))) },
    { blocks: times(5, () => section(x(2900))) },
    'msg_blocks_too_long',
  ],
  [
    'section text 3,000',
    { blocks: [section(x(3000))] },
    { blocks: [section(x(3001))] },
    'invalid_blocks',
    '/blocks/0/text/text',
  ],
  [
    'section fields 10',
    { blocks: [{ type: 'section', fields: times(10, () => plain('f')) }] },
    { blocks: [{ type: 'section', fields: times(11, () => plain('f')) }] },
    'invalid_blocks',
    '/blocks/0/fields',
  ],
  [
    'section field 2,000',
    { blocks: [{ type: 'section', fields: [plain(x(2000))] }] },
    { blocks: [{ type: 'section', fields: [plain(x(2001))] }] },
    'invalid_blocks',
    '/blocks/0/fields/0/text',
  ],
  ['section needs text', { blocks: [section('x')] }, { blocks: [{ type: 'section' }] }, 'invalid_blocks', '/blocks/0'],
  ['empty mrkdwn', { blocks: [section('x')] }, { blocks: [section('')] }, 'invalid_blocks', '/blocks/0/text/text'],
  [
    'empty rich_text text',
    { blocks: [richText('x')] },
    { blocks: [richText('')] },
    'invalid_blocks',
    '/blocks/0/elements/0/elements/0/text',
  ],
  [
    'header 150',
    { blocks: [{ type: 'header', text: plain(x(150)) }] },
    { blocks: [{ type: 'header', text: plain(x(151)) }] },
    'invalid_blocks',
    '/blocks/0/text/text',
  ],
  [
    'header is plain',
    { blocks: [{ type: 'header', text: plain('x') }] },
    { blocks: [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }] },
    'invalid_blocks',
  ],
  [
    'context 10',
    { blocks: [{ type: 'context', elements: times(10, () => plain('c')) }] },
    { blocks: [{ type: 'context', elements: times(11, () => plain('c')) }] },
    'invalid_blocks',
    '/blocks/0/elements',
  ],
  [
    'actions 25',
    { blocks: [actions(...times(25, button))] },
    { blocks: [actions(...times(26, (index) => button(index)))] },
    'invalid_blocks',
    '/blocks/0/elements',
  ],
  [
    'actions need one',
    { blocks: [actions(button(1))] },
    { blocks: [actions()] },
    'invalid_blocks',
    '/blocks/0/elements',
  ],
  [
    'button text 75',
    { blocks: [actions(button(1, { text: plain(x(75)) }))] },
    { blocks: [actions(button(1, { text: plain(x(76)) }))] },
    'invalid_blocks',
    '/blocks/0/elements/0/text/text',
  ],
  [
    'button value 2,000',
    { blocks: [actions(button(1, { value: x(2000) }))] },
    { blocks: [actions(button(1, { value: x(2001) }))] },
    'invalid_blocks',
    '/blocks/0/elements/0/value',
  ],
  [
    'button url 3,000',
    { blocks: [actions(button(1, { url: `https://e.example/${x(2982)}` }))] },
    { blocks: [actions(button(1, { url: `https://e.example/${x(2983)}` }))] },
    'invalid_blocks',
    '/blocks/0/elements/0/url',
  ],
  [
    'confirm text 300',
    { blocks: [actions(button(1, { confirm: { text: plain(x(300)) } }))] },
    { blocks: [actions(button(1, { confirm: { text: plain(x(301)) } }))] },
    'invalid_blocks',
  ],
  [
    'option text 75',
    { blocks: [actions(select([option(1, { text: plain(x(75)) })]))] },
    { blocks: [actions(select([option(1, { text: plain(x(76)) })]))] },
    'invalid_blocks',
  ],
  [
    'option value 75',
    { blocks: [actions(select([option(1, { value: x(75) })]))] },
    { blocks: [actions(select([option(1, { value: x(76) })]))] },
    'invalid_blocks',
  ],
  [
    'option description 75',
    { blocks: [actions(select([option(1, { description: plain(x(75)) })]))] },
    { blocks: [actions(select([option(1, { description: plain(x(76)) })]))] },
    'invalid_blocks',
  ],
  [
    'select 100 options',
    { blocks: [actions(select(times(100, option)))] },
    { blocks: [actions(select(times(101, (index) => option(index))))] },
    'invalid_blocks',
    '/blocks/0/elements/0/options',
  ],
  [
    'select needs options',
    { blocks: [actions(select([option(1)]))] },
    { blocks: [actions(select([]))] },
    'invalid_blocks',
    '/blocks/0/elements/0/options',
  ],
  [
    'select 100 groups',
    {
      blocks: [
        actions({
          type: 'static_select',
          action_id: 'p',
          option_groups: times(100, (index) => ({ label: plain('g'), options: [option(index)] })),
        }),
      ],
    },
    {
      blocks: [
        actions({
          type: 'static_select',
          action_id: 'p',
          option_groups: times(101, (index) => ({ label: plain('g'), options: [option(index)] })),
        }),
      ],
    },
    'invalid_blocks',
    '/blocks/0/elements/0/option_groups',
  ],
  [
    'initial option is offered',
    { blocks: [actions(select([option(1)], { initial_option: option(1) }))] },
    { blocks: [actions(select([option(1)], { initial_option: option(2) }))] },
    'invalid_blocks',
    '/blocks/0/elements/0',
  ],
  [
    'overflow 5',
    { blocks: [actions({ type: 'overflow', action_id: 'o', options: times(5, option) })] },
    { blocks: [actions({ type: 'overflow', action_id: 'o', options: times(6, (index) => option(index)) })] },
    'invalid_blocks',
    '/blocks/0/elements/0/options',
  ],
  [
    'checkboxes 10',
    { blocks: [actions({ type: 'checkboxes', action_id: 'o', options: times(10, option) })] },
    { blocks: [actions({ type: 'checkboxes', action_id: 'o', options: times(11, (index) => option(index)) })] },
    'invalid_blocks',
    '/blocks/0/elements/0/options',
  ],
  [
    'radio buttons 10',
    { blocks: [actions({ type: 'radio_buttons', action_id: 'o', options: times(10, option) })] },
    { blocks: [actions({ type: 'radio_buttons', action_id: 'o', options: times(11, (index) => option(index)) })] },
    'invalid_blocks',
    '/blocks/0/elements/0/options',
  ],
  [
    'block_id 255',
    { blocks: [{ type: 'divider', block_id: x(255) }] },
    { blocks: [{ type: 'divider', block_id: x(256) }] },
    'invalid_blocks',
    '/blocks/0/block_id',
  ],
  [
    'action_id 255',
    { blocks: [actions(button(1, { action_id: x(255) }))] },
    { blocks: [actions(button(1, { action_id: x(256) }))] },
    'invalid_blocks',
    '/blocks/0/elements/0/action_id',
  ],
  [
    'block_id once',
    {
      blocks: [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'b' },
      ],
    },
    {
      blocks: [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
    },
    'invalid_blocks',
    'already exists',
  ],
  [
    'action_id once a block',
    { blocks: [actions(button(1)), actions(button(1))] },
    { blocks: [actions(button(1), button(1))] },
    'invalid_blocks',
    'already exists',
  ],
  [
    'table 100 rows',
    { blocks: [{ type: 'table', rows: times(100, () => [{ type: 'raw_text', text: 'c' }]) }] },
    { blocks: [{ type: 'table', rows: times(101, () => [{ type: 'raw_text', text: 'c' }]) }] },
    'invalid_blocks',
    '/blocks/0/rows',
  ],
  [
    'table 20 cells',
    { blocks: [{ type: 'table', rows: [times(20, () => ({ type: 'raw_text', text: 'c' }))] }] },
    { blocks: [{ type: 'table', rows: [times(21, () => ({ type: 'raw_text', text: 'c' }))] }] },
    'invalid_blocks',
    '/blocks/0/rows',
  ],
  [
    'table 10,000 characters',
    { blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: x(9900) }]] }] },
    { blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: x(10_001) }]] }] },
    'invalid_blocks',
    '/blocks/0/rows',
  ],
  [
    'context_actions 5',
    {
      blocks: [
        {
          type: 'context_actions',
          elements: times(5, (index) => ({
            type: 'icon_button',
            action_id: `i${index}`,
            icon: 'trash',
            text: plain('x'),
          })),
        },
      ],
    },
    {
      blocks: [
        {
          type: 'context_actions',
          elements: times(6, (index) => ({
            type: 'icon_button',
            action_id: `i${index}`,
            icon: 'trash',
            text: plain('x'),
          })),
        },
      ],
    },
    'invalid_blocks',
    '/blocks/0/elements',
  ],
  [
    'carousel 10',
    { blocks: [{ type: 'carousel', elements: times(10, () => ({ type: 'card' })) }] },
    { blocks: [{ type: 'carousel', elements: times(11, () => ({ type: 'card' })) }] },
    'invalid_blocks',
    '/blocks/0/elements',
  ],
  [
    'container 10',
    { blocks: [{ type: 'container', title: plain('t'), child_blocks: times(10, () => ({ type: 'divider' })) }] },
    { blocks: [{ type: 'container', title: plain('t'), child_blocks: times(11, () => ({ type: 'divider' })) }] },
    'invalid_blocks',
    '/blocks/0/child_blocks',
  ],
  [
    'card body 200',
    { blocks: [{ type: 'card', body: { type: 'mrkdwn', text: x(200) } }] },
    { blocks: [{ type: 'card', body: { type: 'mrkdwn', text: x(201) } }] },
    'invalid_blocks',
    '/blocks/0/body/text',
  ],
  [
    'alert only in modals',
    { blocks: [{ type: 'divider' }] },
    { blocks: [{ type: 'alert', text: plain('x') }] },
    'invalid_blocks',
    '/blocks/0/type',
  ],
  [
    'an unknown block',
    { blocks: [{ type: 'divider' }] },
    { blocks: [{ type: 'marquee' }] },
    'invalid_blocks',
    '/blocks/0/type',
  ],
  [
    'an unknown field',
    { blocks: [{ type: 'divider' }] },
    { blocks: [{ type: 'divider', colour: 'red' }] },
    'invalid_blocks',
    'colour',
  ],
  ['blocks are a list', { blocks: [{ type: 'divider' }] }, { blocks: { type: 'divider' } }, 'invalid_blocks_format'],
  [
    'metadata 8 KB',
    { text: 'x', metadata: { event_type: 'e', event_payload: { id: x(8000) } } },
    { text: 'x', metadata: { event_type: 'e', event_payload: { id: x(8200) } } },
    'metadata_too_large',
  ],
  [
    'metadata is flat',
    { text: 'x', metadata: { event_type: 'e', event_payload: { a: { b: 1 } } } },
    { text: 'x', metadata: { event_type: 'e', event_payload: { a: { b: { c: 1 } } } } },
    'invalid_metadata_format',
  ],
  ['markdown_text 12,000', { markdown_text: x(12_000) }, { markdown_text: x(12_001) }, 'msg_too_long'],
  [
    '100 attachments',
    { text: 'x', attachments: times(100, () => ({ text: 'a' })) },
    { text: 'x', attachments: times(101, () => ({ text: 'a' })) },
    'too_many_attachments',
  ],
  [
    'blocks of an attachment',
    { text: 'x', attachments: [{ blocks: [section('a')] }] },
    { text: 'x', attachments: [{ blocks: [section(x(3001))] }] },
    'invalid_attachments',
    '/blocks/0/text/text',
  ],
]

test.each(messages)('message: %s', async (_limit, inside, outside, error, pointer) => {
  expect(await call(desk.slack, 'chat.postMessage', { channel: TRIAGE, ...inside })).toMatchObject({ ok: true })
  const before = desk.slack.world.messages(TRIAGE).length
  const refused = await call(desk.slack, 'chat.postMessage', { channel: TRIAGE, ...outside })
  expect(refused).toMatchObject({ ok: false, error })
  expect(refused.response_metadata?.messages?.join() ?? '').toContain(pointer ?? '')
  expect(desk.slack.world.messages(TRIAGE)).toHaveLength(before)
})

test('markdown blocks: 12,000 characters in all, of which the limit of blocks leaves less', async () => {
  const inside = await call(desk.slack, 'blocks.validate', {
    blocks: [
      { type: 'markdown', text: x(6000) },
      { type: 'markdown', text: x(6000) },
    ],
  })
  const outside = await call(desk.slack, 'blocks.validate', {
    blocks: [
      { type: 'markdown', text: x(6000) },
      { type: 'markdown', text: x(6001) },
    ],
  })
  expect(inside.ok).toBe(true)
  expect(outside).toMatchObject({ ok: false, error: 'invalid_blocks' })
})

test('chat.update takes 4,000 characters', async () => {
  const { ts } = await desk.client.chat.postMessage({ channel: TRIAGE, text: 'x' })
  expect(await call(desk.slack, 'chat.update', { channel: TRIAGE, ts, text: x(4000) })).toMatchObject({ ok: true })
  expect(await call(desk.slack, 'chat.update', { channel: TRIAGE, ts, text: x(4001) })).toMatchObject({
    ok: false,
    error: 'msg_too_long',
  })
})

/** [limit, a modal just inside, one just outside, what the error points at] */
const views: [string, object, object, string][] = [
  ['title 24', modal({ title: plain(x(24)) }), modal({ title: plain(x(25)) }), '/view/title'],
  ['submit 24', modal({ submit: plain(x(24)) }), modal({ submit: plain(x(25)) }), '/view/submit'],
  ['close 24', modal({ close: plain(x(24)) }), modal({ close: plain(x(25)) }), '/view/close'],
  [
    'submit where there is an input',
    modal({}, input({ type: 'plain_text_input' })),
    modal({ submit: undefined }, input({ type: 'plain_text_input' })),
    '/view/submit',
  ],
  [
    'private_metadata 3,000',
    modal({ private_metadata: x(3000) }),
    modal({ private_metadata: x(3001) }),
    '/view/private_metadata',
  ],
  ['callback_id 255', modal({ callback_id: x(255) }), modal({ callback_id: x(256) }), '/view/callback_id'],
  ['external_id 255', modal({ external_id: x(255) }), modal({ external_id: x(256) }), '/view/external_id'],
  [
    '100 blocks',
    modal({}, ...times(100, () => ({ type: 'divider' }))),
    modal({}, ...times(101, () => ({ type: 'divider' }))),
    '/view/blocks',
  ],
  [
    'label 2,000',
    modal({}, input({ type: 'plain_text_input' }, { label: plain(x(2000)) })),
    modal({}, input({ type: 'plain_text_input' }, { label: plain(x(2001)) })),
    '/view/blocks/0/label/text',
  ],
  [
    'placeholder 150',
    modal({}, input({ type: 'plain_text_input', placeholder: plain(x(150)) })),
    modal({}, input({ type: 'plain_text_input', placeholder: plain(x(151)) })),
    '/view/blocks/0/element/placeholder/text',
  ],
  [
    'max_length 3,000',
    modal({}, input({ type: 'plain_text_input', max_length: 3000 })),
    modal({}, input({ type: 'plain_text_input', max_length: 3001 })),
    '/view/blocks/0/element/max_length',
  ],
  [
    'initial_value 3,000',
    modal({}, input({ type: 'plain_text_input', initial_value: x(3000) })),
    modal({}, input({ type: 'plain_text_input', initial_value: x(3001) })),
    '/view/blocks/0/element/initial_value',
  ],
  [
    'file_input 10 files',
    modal({}, input({ type: 'file_input', max_files: 10 })),
    modal({}, input({ type: 'file_input', max_files: 11 })),
    '/view/blocks/0/element/max_files',
  ],
  [
    'alert 200',
    modal({}, { type: 'alert', text: plain(x(200)) }),
    modal({}, { type: 'alert', text: plain(x(201)) }),
    '/view/blocks/0/text/text',
  ],
  ['no markdown block', modal({}, section('x')), modal({}, { type: 'markdown', text: 'x' }), '/view/blocks/0/type'],
]

test.each(views)('modal: %s', async (_limit, inside, outside, pointer) => {
  expect(await call(desk.slack, 'blocks.validate', { view: inside })).toMatchObject({ ok: true })
  const refused = await call(desk.slack, 'blocks.validate', { view: outside })
  expect(refused).toMatchObject({ ok: false, error: 'invalid_arguments' })
  expect(refused.response_metadata?.messages?.join()).toContain(pointer)
})

test('a view that breaks a limit opens nothing and leaves the trigger for a better one', async () => {
  desk.answers(({ body }) => Response.json({ text: String(body.trigger_id) }))
  const done = await desk.slack.world.command(RITA, desk.slack.world.dm(RITA), '/ticket')
  const trigger_id = done.ok ? done.reply?.text : ''
  expect(await call(desk.slack, 'views.open', { trigger_id, view: modal({ title: plain(x(25)) }) })).toMatchObject({
    error: 'invalid_arguments',
  })
  expect(desk.slack.world.view(RITA)).toBeUndefined()
  expect(await call(desk.slack, 'views.open', { trigger_id, view: modal() })).toMatchObject({ ok: true })
})

test('a home tab: 100 blocks and no title', async () => {
  const publish = (view: object) => call(desk.slack, 'views.publish', { user_id: RITA, view })
  expect(await publish({ type: 'home', blocks: times(100, () => ({ type: 'divider' })) })).toMatchObject({ ok: true })
  expect(await publish({ type: 'home', blocks: times(101, () => ({ type: 'divider' })) })).toMatchObject({
    error: 'invalid_arguments',
  })
  expect(await publish({ type: 'home', title: plain('T'), blocks: [] })).toMatchObject({ error: 'invalid_arguments' })
})
