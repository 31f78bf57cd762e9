import fc from 'fast-check'
import type { MessageEntity } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { fromEntities } from '../../../../adapters/telegram/text/from-entities.ts'
import { toEntities } from '../../../../adapters/telegram/text/to-entities.ts'
import { calm, calmWords } from '../../../../src/domain/text/calm.ts'
import { normal } from '../../../../src/domain/text/normal.ts'
import { toPlain } from '../../../../src/domain/text/plain.ts'
import { type Block, type Inline, plainText, type Text } from '../../../../src/domain/text/text.ts'
import { leaves, mischief, someText, someWords } from '../../../domain/text/people-write.ts'

const root = (...children: Block[]): Text => ({ type: 'root', children })
const p = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const t = (value: string): Inline => ({ type: 'text', value })
const strong = (...children: Inline[]): Inline => ({ type: 'strong', children })
const item = (...children: Block[]) => ({ type: 'listItem' as const, children })
const cara = { id: 7001, is_bot: false, first_name: 'Cara' }

/** The entity over the given words. */
function over(text: string, words: string, entity: { type: string; [more: string]: unknown }): MessageEntity {
  // Kinds that do not exist yet are sent too.
  return { offset: text.indexOf(words), length: words.length, ...entity } as MessageEntity
}

/** What Telegram's server would turn into a link by itself (tdlib, MessageEntity.cpp). */
function alive({ text, entities }: { text: string; entities: MessageEntity[] }): string[] {
  const kept = entities.filter((entity) => ['code', 'pre', 'text_link'].includes(entity.type))
  const dark = kept.reduce(
    (words, { offset, length }) => words.slice(0, offset) + ' '.repeat(length) + words.slice(offset + length),
    text,
  )
  const patterns = [
    /(?<![\p{L}\p{N}_])@[A-Za-z0-9_]{2,32}(?![\p{L}\p{N}_])/gu,
    /(?<![\p{L}\p{N}_/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/gu,
    /(?:tg|ton):\/\/[a-z0-9_-]+/gi,
  ]
  return patterns.flatMap((pattern) => dark.match(pattern) ?? [])
}

const unjoined = (words: string) => words.replaceAll('\u2060', '').normalize('NFC')

describe('what Cara wrote in Telegram', () => {
  test('wears its styles; spoilers, underlines, tags and commands are words', () => {
    const text = 'a bold 🙂 it gone code under secret #tag $USD /cmd @user 1:00'
    const entities = [
      over(text, 'bold 🙂', { type: 'bold' }),
      over(text, 'it', { type: 'italic' }),
      over(text, 'gone', { type: 'strikethrough' }),
      over(text, 'code', { type: 'code' }),
      over(text, 'under', { type: 'underline' }),
      over(text, 'secret', { type: 'spoiler' }),
      over(text, '#tag', { type: 'hashtag' }),
      over(text, '$USD', { type: 'cashtag' }),
      over(text, '/cmd', { type: 'bot_command' }),
      over(text, '@user', { type: 'mention' }),
      over(text, '1:00', { type: 'date_time', unix_time: 0, date_time_format: 't' }),
      over(text, '🙂', { type: 'custom_emoji', custom_emoji_id: '1' }),
      over(text, 'a', { type: 'hologram' }),
    ]
    expect(fromEntities(text, entities)).toEqual(
      root(
        p(
          t('a '),
          strong(t('bold 🙂')),
          t(' '),
          { type: 'emphasis', children: [t('it')] },
          t(' '),
          { type: 'delete', children: [t('gone')] },
          t(' '),
          { type: 'inlineCode', value: 'code' },
          t(' under secret #tag $USD /cmd @user 1:00'),
        ),
      ),
    )
  })

  test('links: hidden, plain, mail, phone; one into Telegram itself is words', () => {
    const text = 'here x.example https://y.example a@b.example +46 70-12 tg'
    const entities = [
      over(text, 'here', { type: 'text_link', url: 'https://h.example/' }),
      over(text, 'x.example', { type: 'url' }),
      over(text, 'https://y.example', { type: 'url' }),
      over(text, 'a@b.example', { type: 'email' }),
      over(text, '+46 70-12', { type: 'phone_number' }),
      over(text, 'tg', { type: 'text_link', url: 'tg://user?id=1' }),
    ]
    const link = (url: string, label: string): Inline => ({ type: 'link', url, children: [t(label)] })
    expect(fromEntities(text, entities)).toEqual(
      root(
        p(
          link('https://h.example/', 'here'),
          t(' '),
          link('http://x.example', 'x.example'),
          t(' '),
          link('https://y.example', 'https://y.example'),
          t(' '),
          link('mailto:a@b.example', 'a@b.example'),
          t(' '),
          link('tel:+467012', '+46 70-12'),
          t(' tg'),
        ),
      ),
    )
  })

  test('a person without a user name is a mention, once, however styled', () => {
    const text = 'ask Cara Lind now'
    const entities = [
      over(text, 'Cara Lind', { type: 'text_mention', user: cara }),
      over(text, 'Lind now', { type: 'bold' }),
    ]
    expect(fromEntities(text, entities)).toEqual(
      root(p(t('ask '), { type: 'mention', id: '7001', name: 'Cara Lind' }, strong(t(' now')))),
    )
  })

  test('quotes and code are blocks; line ends around them keep them apart', () => {
    const text = 'look\nquote\nme\n  x = 1\n\ny\n\nend'
    const entities = [
      over(text, 'quote\nme', { type: 'expandable_blockquote' }),
      over(text, '  x = 1\n\ny', { type: 'pre', language: 'py' }),
    ]
    expect(fromEntities(text, entities)).toEqual(
      root(
        p(t('look')),
        { type: 'blockquote', children: [p(t('quote'), { type: 'break' }, t('me'))] },
        { type: 'code', value: '  x = 1\n\ny' },
        p({ type: 'break' }, t('end')),
      ),
    )
  })

  test('entities out of bounds, crossing, doubled or cutting an emoji in two lose nothing', () => {
    const text = 'ab🙂cd'
    const odd: MessageEntity[] = [
      { type: 'bold', offset: -1, length: 3 },
      { type: 'bold', offset: 4, length: 99 },
      { type: 'italic', offset: 1.5, length: 1 },
      { type: 'code', offset: 2, length: 0 },
      { type: 'bold', offset: Number.NaN, length: 1 },
    ]
    expect(fromEntities(text, odd)).toEqual(plainText(text))
    expect(fromEntities(text, [{ type: 'bold', offset: 3, length: 2 }])).toEqual(
      root(p(t('ab'), strong(t('🙂c')), t('d'))),
    )
    expect(
      fromEntities(text, [
        { type: 'bold', offset: 0, length: 4 },
        { type: 'italic', offset: 2, length: 4 },
      ]),
    ).toEqual(
      root(p(strong(t('ab'), { type: 'emphasis', children: [t('🙂')] }), { type: 'emphasis', children: [t('cd')] })),
    )
    const kind = fc.constantFrom<'bold' | 'italic' | 'code' | 'pre' | 'blockquote' | 'url' | 'spoiler'>(
      'bold',
      'italic',
      'code',
      'pre',
      'blockquote',
      'url',
      'spoiler',
    )
    const entity = fc.record({
      type: kind,
      offset: fc.integer({ min: -2, max: 30 }),
      length: fc.integer({ min: -2, max: 30 }),
    })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(entity), (said, entities) => {
        const words = (text: string) => text.replace(/\s/g, '')
        expect(words(leaves(fromEntities(said, entities)))).toBe(words(calmWords(said)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('what Cara reads of an agent’s words', () => {
  test('is text and entities that Telegram takes: in bounds, no blank edges, nested, a hundred at most', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const { text: words, entities } = toEntities(text)
        expect(entities.length).toBeLessThanOrEqual(100)
        for (const { type, offset, length } of entities) {
          expect(length).toBeGreaterThan(0)
          expect(offset >= 0 && offset + length <= words.length).toBe(true)
          const covered = words.slice(offset, offset + length)
          expect(covered.isWellFormed()).toBe(true)
          if (['bold', 'italic', 'strikethrough', 'text_link'].includes(type)) expect(covered).toBe(covered.trim())
        }
        for (const [index, a] of entities.entries()) {
          for (const b of entities.slice(index + 1)) {
            const apart = b.offset >= a.offset + a.length
            const inside = b.offset >= a.offset && b.offset + b.length <= a.offset + a.length
            expect(apart || inside).toBe(true)
            // pre and code hold nothing; links and quotes do not hold their like.
            if (inside && !apart) expect(a.type === 'pre' || a.type === 'code' || a.type === b.type).toBe(false)
            if (inside && !apart && b.type === 'code') expect(a.type).toBe('blockquote')
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  test('comes back with the same words, and the second time the same in all', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const sent = toEntities(text)
        const back = fromEntities(sent.text, sent.entities)
        expect(toEntities(back).text).toBe(sent.text)
        expect(fromEntities(toEntities(back).text, toEntities(back).entities)).toEqual(back)
        const letters = (words: string) => unjoined(words).replace(/[\s\d.•>]/g, '')
        // Of links that are entities, the target is not among the words.
        const said = letters(leaves(normal(calm(text))))
        const shown = letters(sent.text.replace(/ \((?:mailto|tel):[^)]*\)/g, ''))
        expect(shown).toBe(said)
      }),
      { numRuns: 400 },
    )
  })

  test('is the normal form itself for what Telegram can show', () => {
    // Styles over solid words, links to the web, code, quotes of lines: no lists, mentions, blanks at the edge of a style.
    const solid = someWords.map((words) => `x${words}x`.replaceAll(/\s/g, ' ').normalize('NFC'))
    const style = fc.constantFrom('strong' as const, 'emphasis' as const, 'delete' as const)
    const inline: fc.Arbitrary<Inline> = fc.oneof(
      solid.map(t),
      fc.tuple(style, solid).map(([type, words]): Inline => ({ type, children: [t(words)] })),
      fc.tuple(style, solid, solid).map(
        ([type, one, two]): Inline => ({
          type: 'link',
          url: 'https://x.example/',
          children: [{ type, children: [t(one)] }, t(two)],
        }),
      ),
      solid.map((value): Inline => ({ type: 'inlineCode', value })),
      fc.constant<Inline>({ type: 'break' }),
    )
    const paragraph = fc.array(inline, { minLength: 1, maxLength: 6 }).map((children) => p(t('x'), ...children, t('x')))
    const block: fc.Arbitrary<Block> = fc.oneof(
      paragraph,
      paragraph.map((child): Block => ({ type: 'blockquote', children: [child] })),
      solid.map((value): Block => ({ type: 'code', value: `  ${value}\n\n${value}` })),
    )
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const sent = toEntities(root(...blocks))
        expect(fromEntities(sent.text, sent.entities)).toEqual(calm(root(...blocks)))
      }),
      { numRuns: 300 },
    )
  })

  test('keeps plain words exactly, blanks and blank lines too', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
        const sent = toEntities(plainText(lines.join('\n')))
        expect(unjoined(sent.text)).toBe(unjoined(calmWords(lines.join('\n'))))
        expect(sent.entities).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('lists are lines, code and quotes blocks, people names', () => {
    const list: Block = {
      type: 'list',
      ordered: true,
      start: 2,
      children: [
        item(p(t('two')), { type: 'list', ordered: false, children: [item(p(strong(t('in'))))] }),
        item(p(t('three'))),
      ],
    }
    const { text, entities } = toEntities(
      root(
        p({ type: 'mention', id: 'U0BO', name: 'Bo' }, t(' says')),
        list,
        { type: 'code', value: '@x /y' },
        { type: 'blockquote', children: [p(t('q')), list] },
      ),
    )
    expect(text).toBe('@\u2060Bo says\n2. two\n   • in\n3. three\n@x /y\nq\n2. two\n   • in\n3. three')
    expect(entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)])).toEqual([
      ['bold', 'in'],
      ['pre', '@x /y'],
      ['blockquote', 'q\n2. two\n   • in\n3. three'],
      ['bold', 'in'],
    ])
    expect(entities.map((entity) => entity.offset)).toEqual([22, 34, 40, 54])
  })

  test('mail and phone links are words that Telegram finds by itself', () => {
    const link = (url: string, label: string): Inline => ({ type: 'link', url, children: [t(label)] })
    expect(
      toEntities(
        root(
          p(
            link('mailto:a@b.example', 'a@b.example'),
            t(' '),
            link('tel:+467012', '+46 70-12'),
            t(' '),
            link('tel:+467012', 'us'),
          ),
        ),
      ),
    ).toEqual({ text: 'a@b.example +46 70-12 us (tel:+467012)', entities: [] })
  })

  test('with more than a hundred entities first styles go, then code, then links become words', () => {
    const many = (inline: Inline): Inline[] => Array.from({ length: 101 }, () => [inline, t(' ')]).flat()
    const web: Inline = { type: 'link', url: 'https://x.example/', children: [t('here')] }
    const styled = toEntities(root(p(...many(strong(t('b'))), web)))
    expect(styled.entities.map((entity) => entity.type)).toEqual(['text_link'])
    const coded = toEntities(root(p(...many({ type: 'inlineCode', value: 'c' }), web), { type: 'code', value: 'x' }))
    expect(coded.entities.map((entity) => entity.type)).toEqual(['text_link'])
    const linked = toEntities(root(p(...many(web))))
    expect(linked).toEqual({ text: 'here (https://x.example/) '.repeat(101), entities: [] })
  })

  test('wakes nobody: mischief stays dead words', () => {
    for (const said of mischief) {
      const sent = toEntities(calm(plainText(said)))
      expect(sent.entities).toEqual([])
      expect(alive(sent)).toEqual([])
      expect(unjoined(sent.text)).toBe(calmWords(said))
      expect(toPlain(fromEntities(sent.text, sent.entities))).toBe(calmWords(said))
    }
    const pieced = root(p(t('@'), strong(t('ada_x')), t(' '), strong(t('/')), t('start')))
    const sent = toEntities(pieced)
    expect(alive(sent)).toEqual([])
    expect(fromEntities(sent.text, sent.entities)).toEqual(pieced)
  })

  test('no name or command comes alive in any words', () => {
    const sign = fc.constantFrom('@', '/', 'tg://', 'ada', 'X_1', ' ', '\n', '(', 'é', '-', '<', '😀', ':')
    fc.assert(
      fc.property(fc.string({ unit: sign }), (said) => {
        expect(alive(toEntities(plainText(said)))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('addresses and paths can still be copied', () => {
    for (const words of [
      'write to ada.lind@example.com',
      'https://x.example/@ada/-/start?u=@bo',
      'medium.com/@ada',
      'och/eller 1/2 /usr/bin/node',
      'a @ b / c',
    ])
      expect(toEntities(plainText(words)).text).toBe(words)
    expect(toEntities(root(p({ type: 'inlineCode', value: '/start @ada' })))).toEqual({
      text: '/start @ada',
      entities: [{ type: 'code', offset: 0, length: 11 }],
    })
  })

  test('a decomposed å keeps its ring, which Telegram deletes', () => {
    expect(toEntities(plainText('A\u030Are e\u0301')).text).toBe('Åre e\u0301')
  })
})
