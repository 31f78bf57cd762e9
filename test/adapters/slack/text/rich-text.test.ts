import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expressible } from '../../../../adapters/slack/text/expressible.ts'
import { fallback } from '../../../../adapters/slack/text/fallback.ts'
import { fromRichText } from '../../../../adapters/slack/text/from-rich-text.ts'
import { toRichText } from '../../../../adapters/slack/text/to-rich-text.ts'
import { calm, calmWords } from '../../../../src/domain/text/calm.ts'
import { normal } from '../../../../src/domain/text/normal.ts'
import { toPlain } from '../../../../src/domain/text/plain.ts'
import { split } from '../../../../src/domain/text/split.ts'
import { type Block, type Inline, plainText, type Text, textShape } from '../../../../src/domain/text/text.ts'
import { mischief, someText } from '../../../domain/text/people-write.ts'
import { faultsIn } from './schema.ts'

const root = (...children: Block[]): Text => ({ type: 'root', children })
const p = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const t = (value: string): Inline => ({ type: 'text', value })
const item = (...children: Block[]) => ({ type: 'listItem' as const, children })
const bullets = (...items: ReturnType<typeof item>[]): Block => ({ type: 'list', ordered: false, children: items })
const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements })
const message = (...elements: unknown[]) => [{ type: 'rich_text', block_id: 'x', elements }]
const words = (text: string, style?: object) => ({ type: 'text', text, ...(style && { style }) })

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value))
const kinds = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"type":"(\w+)"/g)].map((match) => match[1] ?? '')

describe('what Rita wrote in Slack', () => {
  test('is read from her rich text: styles, links, line ends', () => {
    const blocks = message(
      section(
        words('Hi '),
        words('big', { bold: true, italic: true }),
        words(' and '),
        words('old', { strike: true }),
        words('\nrun '),
        words('ls', { code: true }),
      ),
      section(
        { type: 'link', url: 'https://x.example', text: 'here', style: { bold: true } },
        { type: 'link', url: 'https://y.example' },
      ),
    )
    expect(fromRichText(blocks, 'ignored')).toEqual(
      root(
        p(
          t('Hi '),
          { type: 'strong', children: [{ type: 'emphasis', children: [t('big')] }] },
          t(' and '),
          { type: 'delete', children: [t('old')] },
          { type: 'break' },
          t('run '),
          { type: 'inlineCode', value: 'ls' },
          { type: 'break' },
          { type: 'link', url: 'https://x.example', children: [{ type: 'strong', children: [t('here')] }] },
          { type: 'link', url: 'https://y.example', children: [t('https://y.example')] },
        ),
      ),
    )
  })

  test('names people; channels, groups and broadcasts are words', () => {
    const blocks = message(
      section(
        { type: 'user', user_id: 'U0BO' },
        words(' '),
        { type: 'user', user_id: 'U0ADA' },
        words(' '),
        { type: 'usergroup', usergroup_id: 'S1' },
        words(' '),
        { type: 'channel', channel_id: 'C1' },
        words(' '),
        { type: 'channel', channel_id: 'C2' },
        words(' '),
        { type: 'broadcast', range: 'here' },
        words(' '),
        { type: 'team', team_id: 'T1' },
      ),
    )
    expect(fromRichText(blocks, '<@U0BO|bo> <#C1|general> <!subteam^S1|@helpers>')).toEqual(
      root(
        p(
          { type: 'mention', id: 'U0BO', name: 'bo' },
          t(' '),
          { type: 'mention', id: 'U0ADA' },
          t(' @helpers #general #C2 @here @T1'),
        ),
      ),
    )
  })

  test('emoji become characters, the workspace’s own keep their name; dates and colours are read out', () => {
    const blocks = message(
      section(
        { type: 'emoji', name: 'wave', unicode: '1f44b-1f3fc' },
        { type: 'emoji', name: 'party_parrot' },
        { type: 'emoji', name: 'bad', unicode: 'zz' },
        words(' '),
        { type: 'date', timestamp: 0, format: '{date}', fallback: 'long ago' },
        words(' '),
        { type: 'date', timestamp: 0, format: '{date}' },
        words(' '),
        { type: 'color', value: '#ff0000' },
      ),
    )
    expect(toPlain(fromRichText(blocks, ''))).toBe('👋🏼:party_parrot::bad: long ago 1970-01-01T00:00:00.000Z #ff0000')
  })

  test('lists come back as one tree, and go on counting after an inner list', () => {
    const list = (style: string, indent: number, items: string[], offset?: number) => ({
      type: 'rich_text_list',
      style,
      indent,
      border: 0,
      ...(offset && { offset }),
      elements: items.map((each) => section(words(each))),
    })
    const blocks = message(
      section(words('Steps:\n')),
      list('ordered', 0, ['one']),
      list('bullet', 1, ['in', 'side']),
      list('ordered', 0, ['two'], 1),
      list('ordered', 0, ['five'], 4),
      section(words('\nend')),
    )
    expect(toPlain(fromRichText(blocks, ''))).toBe('Steps:\n1. one\n   • in\n   • side\n2. two\n5. five\n\nend')
  })

  test('quotes and code keep every blank', () => {
    const blocks = message(
      section(words('see\n')),
      { type: 'rich_text_quote', elements: [words('a\n\n b')] },
      {
        type: 'rich_text_preformatted',
        elements: [words('  x\n\ty'), { type: 'link', url: 'https://x.example' }],
        border: 0,
      },
    )
    expect(fromRichText(blocks, '')).toEqual(
      root(
        p(t('see')),
        { type: 'blockquote', children: [p(t('a'), { type: 'break' }, { type: 'break' }, t(' b'))] },
        { type: 'code', value: '  x\n\tyhttps://x.example' },
      ),
    )
  })

  test('what is not known yet keeps its words, what is broken is passed over', () => {
    const blocks = message(
      section(
        { type: 'canvas', text: 'a canvas' },
        { type: 'hologram', fallback: ' seen' },
        { type: 'text' },
        { type: 'link', url: 7 },
        'nonsense',
        null,
        words(' ok', { bold: 'yes' }),
      ),
      { type: 'rich_text_future', elements: [words('!')] },
      { type: 'rich_text_list', style: 'bullet', elements: 'none' },
      42,
    )
    expect(toPlain(fromRichText(blocks, ''))).toBe('a canvas seen ok\n!')
    for (const odd of [
      undefined,
      null,
      7,
      'x',
      {},
      [null],
      [{ type: 'rich_text' }],
      [{ type: 'section', text: { type: 'mrkdwn', text: 'x' } }],
    ])
      expect(toPlain(fromRichText(odd, 'said *so*'))).toBe('said so')
    fc.assert(
      fc.property(fc.array(fc.object()), fc.array(fc.object()), fc.string(), (parts, elements, text) => {
        const blocks = message(...parts, section(...elements), { type: 'rich_text_list', ...parts[0], elements })
        expect(textShape.safeParse(fromRichText(blocks, text)).success).toBe(true)
      }),
    )
  })
})

describe('what an agent reads of a customer’s words in Slack', () => {
  test('comes back the same: every tree that Slack can show, and the same words of every other', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const shown = expressible(calm(text))
        const block = toRichText(text, Number.POSITIVE_INFINITY)
        expect(fromRichText(block.elements.length > 0 ? [block] : [], '')).toEqual(shown)
        expect(toPlain(shown)).toBe(toPlain(normal(calm(text))))
        expect(expressible(shown)).toEqual(shown)
      }),
      { numRuns: 400 },
    )
  })

  test('is the normal form itself where no mention, phone number, block in a quote or odd numbering is in it', () => {
    const list = bullets(item(p(t('a')), bullets(item(p(t('in'))))), item(p({ type: 'strong', children: [t('b')] })))
    const text = root(
      p(t('  x'), { type: 'break' }, { type: 'break' }),
      list,
      { type: 'blockquote', children: [p(t('q'))] },
      { type: 'code', value: ' c\n' },
    )
    expect(expressible(text)).toEqual(text)
    expect(fromRichText([toRichText(text)], '')).toEqual(text)
  })

  test('gives back plain words exactly, blanks and blank lines too', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (lines) => {
        const said = lines.join('\n')
        fc.pre(said !== '')
        expect(toPlain(fromRichText([toRichText(plainText(said))], ''))).toBe(calmWords(said))
      }),
      { numRuns: 200 },
    )
  })

  test('is always accepted by Block Kit, light enough in pieces of 3,500, and of text and links only', () => {
    const big = fc
      .array(someText, { minLength: 1, maxLength: 30 })
      .map((texts) => root(...texts.flatMap((text) => text.children)))
    fc.assert(
      fc.property(big, (text) => {
        for (const piece of split(text, 3500)) {
          const block = toRichText(piece)
          expect(faultsIn([block])).toEqual([])
          expect(bytes(block)).toBeLessThan(12_000)
          expect(
            kinds(block).filter(
              (kind) => !/^(?:rich_text(?:_section|_list|_quote|_preformatted)?|text|link)$/.test(kind),
            ),
          ).toEqual([])
          expect(JSON.stringify(block)).not.toContain('"text":""')
        }
      }),
      { numRuns: 60 },
    )
  })

  test('loses its styles, never its words, where they would make the message too heavy', () => {
    const patches: Inline[] = Array.from({ length: 1000 }, (_, index) => ({
      type: index % 2 ? 'strong' : 'emphasis',
      children: [t('ab ')],
    }))
    const text = root(p(...patches))
    const block = toRichText(text)
    expect(bytes(block)).toBeLessThan(12_000)
    expect(kinds(block)).toEqual(['rich_text', 'rich_text_section', 'text'])
    expect(toPlain(fromRichText([block], ''))).toBe(toPlain(text))
    const japanese = toRichText(plainText('漢'.repeat(3500)))
    expect(bytes(japanese)).toBeLessThan(12_000)
    expect(bytes(toRichText(plainText('"\n'.repeat(1750))))).toBeLessThan(12_000)
  })

  test('counts as written where Slack would begin at one again', () => {
    const text = root(
      { type: 'list', ordered: true, children: [item(p(t('a')), bullets(item(p(t('in'))))), item(p(t('b')))] },
      p(t('-')),
      { type: 'list', ordered: true, start: 3, children: [item(p(t('c')))] },
    )
    expect(kinds(toRichText(text))).not.toContain('rich_text_list')
    expect(toPlain(fromRichText([toRichText(text)], ''))).toBe('1. a\n   • in\n2. b\n-\n3. c')
  })

  test('shows colleagues by name, and a phone number as words', () => {
    const text = root(
      p({ type: 'mention', id: 'U0BO', name: 'Bo' }, t(' call '), {
        type: 'link',
        url: 'tel:+4670',
        children: [t('us')],
      }),
    )
    expect(toRichText(text)).toEqual({ type: 'rich_text', elements: [section(words('@Bo call us (tel:+4670)'))] })
  })

  test('wakes nobody: mischief stays words in blocks and in the fallback', () => {
    for (const said of mischief) {
      const text = calm(plainText(said))
      const block = toRichText(text)
      expect(kinds(block)).toEqual(['rich_text', 'rich_text_section', 'text'])
      expect(toPlain(fromRichText([block], ''))).toBe(calmWords(said))
      expect(fallback(text)).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
      // Read as Slack reads `text`, the fallback shows the words and no mention (styles of mrkdwn are harmless there).
      expect(JSON.stringify(fromRichText(undefined, fallback(text)))).not.toMatch(/"type":"(?:mention|link)"/)
    }
  })
})

describe('the fallback', () => {
  test('escapes three characters and is at most 4,000 long, without half an escape', () => {
    expect(fallback(plainText('a < b && c > d'))).toBe('a &lt; b &amp;&amp; c &gt; d')
    for (const said of ['&'.repeat(5000), `${'x'.repeat(3997)}&&&`, '👩‍👩‍👧‍👦'.repeat(1000)]) {
      const text = fallback(plainText(said))
      expect(text.length).toBeLessThanOrEqual(4000)
      expect(text.length).toBeGreaterThan(3000)
      expect(text).toMatch(/(?:^|[^&\w]|;|x|\u200D?.)…$/u)
      expect(text).not.toMatch(/&(?!amp;)/)
      expect(text.isWellFormed()).toBe(true)
    }
    expect(fallback(plainText('x'.repeat(4000)))).toBe('x'.repeat(4000))
  })
})
