import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pingedBy } from '../../../playground/slack/pinged.ts'
import { compose, escaped, unescaped } from '../../../playground/slack/said.ts'
import { isBlockType, schemaProblems } from '../../../playground/slack/schema.ts'

const section = (...elements: object[]) => ({ type: 'rich_text_section', elements })

test('what Slack makes of the marks people type', () => {
  const { text, block } = compose(
    'a *b* _i_ ~s~ `c` <@U0ADA> <!here> :tada: see https://e.example/x?a=1&b=2. [docs](https://d.example)',
  )
  expect(text).toBe(
    'a *b* _i_ ~s~ `c` <@U0ADA> <!here> :tada: see <https://e.example/x?a=1&amp;b=2>. <https://d.example|docs>',
  )
  expect(block.elements).toEqual([
    section(
      { type: 'text', text: 'a ' },
      { type: 'text', text: 'b', style: { bold: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: 'i', style: { italic: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: 's', style: { strike: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: 'c', style: { code: true } },
      { type: 'text', text: ' ' },
      { type: 'user', user_id: 'U0ADA' },
      { type: 'text', text: ' ' },
      { type: 'broadcast', range: 'here' },
      { type: 'text', text: ' ' },
      { type: 'emoji', name: 'tada', unicode: '1f389' },
      { type: 'text', text: ' see ' },
      { type: 'link', url: 'https://e.example/x?a=1&b=2' },
      { type: 'text', text: '. ' },
      { type: 'link', url: 'https://d.example', text: 'docs' },
    ),
  ])
})

test('marks in words are words: snake_case, 2*3*4, 12:30:45, >> and //', () => {
  for (const words of ['snake_case_name', '2*3*4', '12:30:45', '>> to you', '// a note', 'a < b && c > d']) {
    const { text, block } = compose(words)
    expect(block.elements).toEqual([section({ type: 'text', text: words })])
    expect(text).toBe(escaped(words))
  }
})

test('lists, quotes and code are parts of their own', () => {
  const { text, block } = compose('steps:\n- one\n- *two*\n1. first\n> quoted\n```\nlet a = "<b>"\n```\nend')
  expect(text).toBe('steps:\n• one\n• *two*\n1. first\n&gt; quoted\n```let a = "&lt;b&gt;"```\nend')
  expect(block.elements.map(({ type }) => type)).toEqual([
    'rich_text_section',
    'rich_text_list',
    'rich_text_list',
    'rich_text_quote',
    'rich_text_preformatted',
    'rich_text_section',
  ])
  expect(block.elements[0]).toEqual(section({ type: 'text', text: 'steps:\n' }))
  expect(block.elements[4]).toEqual({
    type: 'rich_text_preformatted',
    elements: [{ type: 'text', text: 'let a = "<b>"' }],
  })
})

test('whatever people type is a block Slack accepts, and pings nobody they did not name', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(...Array.from('ab *_~`<>&@!#:-\n1.[]()/h'), 'https://e.example', '```', '> ', 'channel'),
        minLength: 1,
        maxLength: 60,
      }),
      (typed) => {
        const { text, block } = compose(typed)
        expect(isBlockType(block.type) ? schemaProblems(block.type, block) : 'unknown').toEqual([])
        const named = /<(@[UW]|!(here|channel|everyone)|!subteam)/.test(typed)
        if (!named) expect(pingedBy({ text, blocks: [block] })).toEqual([])
      },
    ),
  )
})

test('the three escapes come back', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('&', '<', '>', 'a', 'amp;', 'lt;', 'gt;') }), (words) => {
      expect(unescaped(escaped(words))).toBe(words)
    }),
  )
})
