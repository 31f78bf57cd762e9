import fc from 'fast-check'
import type { Block, Inline, ListItem, Text } from '../../../src/domain/text/text.ts'

/** What people type: any script, emoji of many code points, blanks at the edges, and signs a platform may read as markup. */
export const someWords: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    '  hello',
    'world ',
    '👩‍👩‍👧‍👦',
    '🇸🇪!',
    'e\u0301',
    'שלום',
    '日本語。',
    '@channel',
    '@everyone',
    '<!channel>',
    '<@U1>',
    '&amp;',
  ),
  fc.constantFrom(
    '*bold*',
    '_it_',
    '~s~',
    '`code`',
    '```',
    '> quote',
    '>>',
    '//',
    '1. one',
    '• dot',
    ':wave:',
    ' ',
    '   ',
  ),
  fc.constantFrom('a sentence. And another! Yes?', 'a long line of words that goes on and on without an end in sight'),
)

const someUrl = fc.constantFrom(
  'https://example.com/',
  'https://example.com/a?b=c&d=e',
  'mailto:ada@example.com',
  'tel:+4670123',
)

const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    someWords.map((value): Inline => ({ type: 'text', value })),
    someWords.map((value): Inline => ({ type: 'inlineCode', value })),
    fc.constant<Inline>({ type: 'break' }),
    fc
      .tuple(
        fc.constantFrom('strong' as const, 'emphasis' as const, 'delete' as const),
        fc.array(tie('inline'), { maxLength: 3 }),
      )
      .map(([type, children]): Inline => ({ type, children })),
    fc
      .tuple(someUrl, fc.array(tie('inline'), { maxLength: 2 }))
      .map(([url, children]): Inline => ({ type: 'link', url, children })),
    fc.constantFrom<Inline>({ type: 'mention', id: 'U0BO', name: 'Bo' }, { type: 'mention', id: 'U0ADA' }),
  ),
}))

const someInlines = fc.array(inline, { maxLength: 5 })

const { block } = fc.letrec<{ block: Block; item: ListItem }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    someInlines.map((children): Block => ({ type: 'paragraph', children })),
    fc.array(someWords, { maxLength: 3 }).map((lines): Block => ({ type: 'code', value: lines.join('\n') })),
    fc.array(tie('block'), { maxLength: 3 }).map((children): Block => ({ type: 'blockquote', children })),
    fc
      .tuple(
        fc.boolean(),
        fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
        fc.array(tie('item'), { maxLength: 4 }),
      )
      .map(
        ([ordered, start, children]): Block =>
          start === undefined ? { type: 'list', ordered, children } : { type: 'list', ordered, start, children },
      ),
  ),
  item: fc.array(tie('block'), { maxLength: 3 }).map((children): ListItem => ({ type: 'listItem', children })),
}))

/** Any text, in any tree the contract allows. */
export const someText: fc.Arbitrary<Text> = fc
  .array(block, { maxLength: 5 })
  .map((children) => ({ type: 'root', children }))

/** The words a text is made of, without marks of lists and quotes. */
export function leaves(text: Text): string {
  return text.children.map(blockLeaves).join('')
}

function blockLeaves(block: Block | ListItem): string {
  if (block.type === 'code') return block.value
  if (block.type === 'paragraph') return block.children.map(inlineLeaves).join('')
  return block.children.map(blockLeaves).join('')
}

function inlineLeaves(inline: Inline): string {
  if (inline.type === 'text' || inline.type === 'inlineCode') return inline.value
  if (inline.type === 'break') return '\n'
  if (inline.type === 'mention') return `@${inline.name ?? inline.id}`
  return inline.children.map(inlineLeaves).join('')
}

/** Forty things somebody may send to wake, mislead or break somebody else. */
export const mischief: readonly string[] = [
  '<!channel>',
  '<!here>',
  '<!everyone>',
  '<@U0ADA>',
  '<@U0ADA|ada>',
  '<#C1|general>',
  '<!subteam^S1>',
  '<!subteam^S1|@helpers>',
  '<!date^1392734382^{date}|soon>',
  '@channel',
  '@here',
  '@everyone',
  '<http://evil.example|http://bank.example>',
  '<javascript:alert(1)|click>',
  '[click](javascript:alert(1))',
  '[Ada](tg://user?id=7001)',
  'tg://user?id=7001',
  'TG://resolve?domain=evil',
  'ton://transfer/x',
  'slack://open?team=T1',
  'data:text/html;base64,PHNjcmlwdD4=',
  '@ada_the_agent',
  'hello @tom!',
  '/start',
  '/close@deskhand_bot',
  'try /close now',
  '*bold* _it_ ~gone~ `code`',
  '```\nrm -rf /\n```',
  '> quoted',
  '&lt;!channel&gt;',
  '&amp;lt;!channel&amp;gt;',
  '<b>bold</b><script>alert(1)</script>',
  '||spoiler|| __under__',
  '\\*escaped\\* \\_',
  '\u202Egnp.exe',
  '\u2066\u202Dabc\u2069\u202C',
  'a\u0000b',
  '\uD800 lone \uDC00',
  '\u001B[31mred',
  "::::'; DROP TABLE ticket;--",
]
