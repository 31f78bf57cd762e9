import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calm, calmWords } from '../../../src/domain/text/calm.ts'
import { normal } from '../../../src/domain/text/normal.ts'
import { toPlain } from '../../../src/domain/text/plain.ts'
import { fingerprint, sameText } from '../../../src/domain/text/same.ts'
import { type Block, type Inline, plainText, type Text, textShape } from '../../../src/domain/text/text.ts'
import { leaves, mischief, someText } from './people-write.ts'

const root = (...children: Block[]): Text => ({ type: 'root', children })
const p = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const t = (value: string): Inline => ({ type: 'text', value })
const link = (url: string, ...children: Inline[]): Inline => ({ type: 'link', url, children })
const item = (...children: Block[]) => ({ type: 'listItem' as const, children })

describe('calm words', () => {
  test('Cara sends NUL, lone surrogates, escape codes and bidi overrides: only her letters are kept', () => {
    expect(calmWords('a\u0000b\u001B[31mc\u0085d')).toBe('ab[31mc\nd')
    expect(calmWords('\u202Egnp.exe\u202C \u2066x\u2069')).toBe('gnp.exe x')
    expect(calmWords('\uD800')).toBe('\uFFFD')
    expect(calmWords('one\r\ntwo\rthree\u2028four\ttab')).toBe('one\ntwo\nthree\nfour\ttab')
  })

  test('marks that Hebrew and Arabic need, joiners of emoji and combining marks stay', () => {
    for (const words of ['\u200Fשלום\u200E', '👩‍👩‍👧‍👦', 'e\u0301', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'نص\u200Cعربي'])
      expect(calmWords(words)).toBe(words)
  })

  test('saying it twice changes nothing, for any string of UTF-16', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (words) => {
          const once = calmWords(words)
          expect(calmWords(once)).toBe(once)
          expect(once.isWellFormed()).toBe(true)
          expect(once).not.toMatch(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/u)
        },
      ),
    )
  })
})

describe('calm texts', () => {
  test('a link to anything but the web, mail or a phone becomes its label', () => {
    for (const url of [
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      'java\nscript:x',
      ' data:text/html,x',
      'tg://user?id=1',
      'slack://x',
      'http://',
      'nonsense',
      'file:///etc/passwd',
    ]) {
      expect(calm(root(p(t('see '), link(url, t('this')))))).toEqual(root(p(t('see this'))))
    }
    for (const url of ['https://x.example/a', 'HTTP://x.example', 'mailto:a@b.example', 'tel:+4670']) {
      expect(calm(root(p(link(url, t('this')))))).toEqual(root(p(link(url, t('this')))))
    }
  })

  test('a link without a label shows where it leads', () => {
    expect(calm(root(p(link('https://x.example'))))).toEqual(root(p(link('https://x.example', t('https://x.example')))))
    expect(calm(root(p(link('javascript:x'))))).toEqual(root(p(t('javascript:x'))))
  })

  test('neighbours are merged, nothing empty stays, a style lies within a line', () => {
    const strong: Inline = { type: 'strong', children: [t('a\nb'), t(''), { type: 'emphasis', children: [] }] }
    expect(
      calm(root(p(), { type: 'code', value: '' }, p(t('x'), t('y'), strong), { type: 'blockquote', children: [p()] })),
    ).toEqual(
      root(
        p(t('xy'), { type: 'strong', children: [t('a')] }, { type: 'break' }, { type: 'strong', children: [t('b')] }),
      ),
    )
  })

  test('a thousand quotes within one another become shallow and keep the words', () => {
    let block: Block = p(t('deep'))
    for (let depth = 0; depth < 1000; depth++) block = { type: 'blockquote', children: [block] }
    const shallow = calm(root(block))
    expect(JSON.stringify(shallow).match(/blockquote/g)).toHaveLength(6)
    expect(leaves(shallow)).toContain('deep')
    expect(toPlain(shallow)).toBe(`${'> '.repeat(1000)}deep`)
  })

  test('calm is calm: the same twice, still a text, no control, every word there', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const once = calm(text)
        expect(calm(once)).toEqual(once)
        expect(textShape.parse(once)).toEqual(once)
        expect(toPlain(normal(text))).toBe(toPlain(normal(normal(text))))
      }),
      { numRuns: 300 },
    )
  })

  test('no mischief is lost: it stays words', () => {
    expect(mischief).toHaveLength(40)
    for (const words of mischief) expect(toPlain(calm(plainText(words)))).toBe(calmWords(words))
  })
})

describe('the normal form', () => {
  test('of paragraphs in a row is one, and lists go on counting', () => {
    const list = (start: number | undefined, ...words: string[]): Block => ({
      type: 'list',
      ordered: true,
      start,
      children: words.map((each) => item(p(t(each)))),
    })
    expect(normal(root(p(t('a')), p(t('b'))))).toEqual(root(p(t('a'), { type: 'break' }, t('b'))))
    expect(normal(root(list(undefined, 'a', 'b'), list(3, 'c')))).toEqual(normal(root(list(1, 'a', 'b', 'c'))))
    expect(normal(root(list(undefined, 'a'), list(undefined, 'b'))).children).toHaveLength(2)
  })

  test('of a list item with code in it is lines; what follows an inner list goes on in its last item', () => {
    const inner: Block = { type: 'list', ordered: false, children: [item(p(t('in')))] }
    const list: Block = {
      type: 'list',
      ordered: false,
      children: [item(p(t('a')), { type: 'code', value: 'x\ny' }, inner, p(t('after')))],
    }
    expect(toPlain(normal(root(list)))).toBe('• a\n  x\n  y\n  • in\n    after')
  })

  test('loses no letter', () => {
    const letters = (words: string) => words.replace(/[\s\d.•>]/g, '')
    fc.assert(
      fc.property(someText, (text) => {
        expect(letters(toPlain(normal(text)))).toBe(letters(toPlain(text)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('plain text', () => {
  test('reads as the message looks', () => {
    const text = root(
      p(t('Hi '), { type: 'mention', id: 'U0BO', name: 'Bo' }, t(' and '), { type: 'mention', id: 'U0ADA' }),
      {
        type: 'list',
        ordered: true,
        start: 9,
        children: [
          item(p(t('nine'))),
          item(p(t('ten')), { type: 'list', ordered: false, children: [item(p(t('in')))] }),
        ],
      },
      { type: 'blockquote', children: [p(t('one'), { type: 'break' }, t('two'))] },
      { type: 'code', value: 'a\n  b' },
      p(link('https://x.example/', t('x.example')), t(' '), link('https://x.example/', t('here'))),
    )
    expect(toPlain(text)).toBe(
      'Hi @Bo and @U0ADA\n9. nine\n10. ten\n    • in\n> one\n> two\na\n  b\nx.example here (https://x.example/)',
    )
  })

  test('gives back plain words exactly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        expect(toPlain(plainText(words))).toBe(words)
      }),
    )
    expect(toPlain(plainText('  a\n\n\n b '))).toBe('  a\n\n\n b ')
  })
})

describe('the same text', () => {
  test('is the same in another tree, and another with one word more', () => {
    const one = root(p({ type: 'strong', children: [t('a')] }, { type: 'strong', children: [t('b\nc')] }))
    const other = root(p({ type: 'strong', children: [t('ab'), { type: 'break' }, t('c')] }))
    expect(sameText(one, other)).toBe(true)
    expect(sameText(one, root(p(t('ab\nc'))))).toBe(false)
    expect(sameText(plainText('a'), plainText('a '))).toBe(false)
  })

  test('does not depend on the name Slack tells with a mention', () => {
    expect(fingerprint(root(p({ type: 'mention', id: 'U0BO', name: 'Bo' })))).toBe(
      fingerprint(root(p({ type: 'mention', id: 'U0BO' }))),
    )
    expect(fingerprint(root(p({ type: 'mention', id: 'U0BO' })))).not.toBe(
      fingerprint(root(p({ type: 'mention', id: 'U0ADA' }))),
    )
  })
})
