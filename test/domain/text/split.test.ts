import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstLine } from '../../../src/domain/text/first-line.ts'
import { normal } from '../../../src/domain/text/normal.ts'
import { toPlain } from '../../../src/domain/text/plain.ts'
import { split } from '../../../src/domain/text/split.ts'
import { type Block, type Inline, plainText, type Text, textShape } from '../../../src/domain/text/text.ts'
import { workMs } from '../../support/own-time.ts'
import { leaves, someText } from './people-write.ts'

const root = (...children: Block[]): Text => ({ type: 'root', children })
const p = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const t = (value: string): Inline => ({ type: 'text', value })
const item = (...children: Block[]) => ({ type: 'listItem' as const, children })
const plains = (text: Text, limit: number) => split(text, limit).map(toPlain)

describe('a text too long for one message', () => {
  test('no piece is too long, and no word is lost, whatever was written', () => {
    // Marks of lists and quotes may be said again or turned into words; blanks at a cut may go.
    const letters = (words: string) => words.replace(/[\s\d.•>]/g, '')
    fc.assert(
      fc.property(someText, fc.integer({ min: 64, max: 200 }), (text, limit) => {
        const pieces = split(text, limit)
        for (const piece of pieces) {
          expect(toPlain(piece).length).toBeLessThanOrEqual(limit)
          expect(textShape.parse(piece)).toEqual(piece)
        }
        expect(letters(pieces.map(toPlain).join(''))).toBe(letters(toPlain(normal(text))))
      }),
      { numRuns: 400 },
    )
  })

  test('of words alone gives back every unit: pieces and the line ends between them', () => {
    const words = fc.string({
      unit: fc.constantFrom('a', 'å', '👩‍👩‍👧', '.', ' ', 'e\u0301', '日'),
      minLength: 1,
      maxLength: 300,
    })
    fc.assert(
      fc.property(words, (written) => {
        const pieces = split(plainText(written), 64)
        const kept = pieces.map(leaves).join('')
        expect(kept.replace(/ /g, '')).toBe(written.replace(/ /g, ''))
        // A piece of nothing but blanks is left out: the last one, or one within very many blanks.
        if (!/ {16}/.test(written)) expect(kept.trimEnd()).toBe(written.trimEnd())
        for (const piece of pieces) expect(leaves(piece).isWellFormed()).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('a short one is one piece, an empty one too', () => {
    expect(split(plainText('hello'), 64)).toEqual([plainText('hello')])
    expect(split(plainText(''), 64)).toEqual([plainText('')])
  })

  test('is cut between blocks, else lines, sentences, words, graphemes', () => {
    const line = 'x'.repeat(40)
    expect(plains(root(p(t(line)), { type: 'code', value: line }), 64)).toEqual([line, line])
    expect(plains(plainText(`${line}\n${line}`), 64)).toEqual([line, line])
    expect(plains(plainText(`${'a '.repeat(20)}End. ${'b '.repeat(20)}`), 64)).toEqual([
      `${'a '.repeat(20)}End. `,
      'b '.repeat(20),
    ])
    expect(plains(plainText('word '.repeat(20)), 64)).toEqual(['word '.repeat(12), 'word '.repeat(8)])
    const family = '👩‍👩‍👧‍👦'
    expect(plains(plainText(family.repeat(12)), 64)).toEqual([family.repeat(5), family.repeat(5), family.repeat(2)])
  })

  test('one grapheme longer than a piece is still cut between code points', () => {
    const endless = `👩${'\u200D👩'.repeat(60)}`
    const pieces = plains(plainText(endless), 64)
    expect(pieces.join('')).toBe(endless)
    for (const piece of pieces) expect(piece.isWellFormed()).toBe(true)
  })

  test('bold stays bold in both halves', () => {
    const [one, two] = split(root(p({ type: 'strong', children: [t('word '.repeat(20))] })), 64)
    expect(one).toEqual(root(p({ type: 'strong', children: [t('word '.repeat(12))] })))
    expect(two).toEqual(root(p({ type: 'strong', children: [t('word '.repeat(8))] })))
  })

  test('code stays code, a quote a quote', () => {
    const lines = Array.from({ length: 10 }, (_, index) => `line number ${index}`).join('\n')
    for (const piece of split(root({ type: 'code', value: lines }), 64))
      expect(piece.children.map((block) => block.type)).toEqual(['code'])
    const quote: Block = { type: 'blockquote', children: [p(t(lines))] }
    const pieces = split(root(quote), 64)
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.map(toPlain).join('\n')).toBe(toPlain(root(quote)))
  })

  test('a numbered list goes on counting, also past an item longer than a piece', () => {
    const list: Block = {
      type: 'list',
      ordered: true,
      children: Array.from({ length: 12 }, (_, index) => item(p(t(`step ${'abcdefghijkl'[index]} of many`)))),
    }
    expect(plains(root(list), 64).join('\n')).toBe(toPlain(root(list)))
    const long: Block = {
      type: 'list',
      ordered: true,
      children: [item(p(t('one'))), item(p(t('word '.repeat(20)))), item(p(t('three')))],
    }
    const pieces = plains(root(long), 64)
    expect(pieces[0]).toBe('1. one')
    expect(pieces[1]).toMatch(/^2\. word/)
    expect(pieces.at(-1)).toMatch(/\n3\. three$/)
  })

  test('a link stays whole, one longer than a piece becomes words', () => {
    const url = 'https://example.com/a/path'
    const text = root(p(t('x'.repeat(50)), { type: 'link', url, children: [t('a label of words')] }))
    expect(split(text, 64)[1]).toEqual(root(p({ type: 'link', url, children: [t('a label of words')] })))
    const far = `https://example.com/${'a'.repeat(100)}`
    expect(plains(root(p({ type: 'link', url: far, children: [t('far')] })), 64).join('')).toBe(`far (${far})`)
  })

  test('a line of a hundred thousand units takes less than two seconds', () => {
    const took = workMs(() => {
      const pieces = split(plainText('word '.repeat(20_000)), 3500)
      expect(pieces.map(toPlain).join('')).toBe('word '.repeat(20_000))
    })
    expect(took).toBeLessThan(2000)
  })

  test('a limit too small for marks is a mistake of the caller', () => {
    expect(() => split(plainText('x'), 10)).toThrow(RangeError)
  })
})

describe('the first line, for a subject', () => {
  test('is the first that says something, without marks', () => {
    expect(firstLine(plainText('\n  \n  printer \t is on fire \nhelp'), 80)).toBe('printer is on fire')
    expect(
      firstLine(
        root({ type: 'blockquote', children: [{ type: 'list', ordered: true, children: [item(p(t('first')))] }] }),
        80,
      ),
    ).toBe('first')
    expect(firstLine(root({ type: 'code', value: '\n\nError: x\n' }), 80)).toBe('Error: x')
    expect(firstLine(root(p({ type: 'mention', id: 'U0BO', name: 'Bo' }, t(' look'))), 80)).toBe('@Bo look')
    expect(firstLine(plainText(''), 80)).toBe('')
  })

  test('ends with an ellipsis where it is too long, and cuts no emoji', () => {
    expect(firstLine(plainText('one two three'), 8)).toBe('one two…')
    expect(firstLine(plainText('ab👩‍👩‍👧‍👦cd'), 8)).toBe('ab…')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (words, max) => {
        const line = firstLine(plainText(words), max)
        expect(line.length).toBeLessThanOrEqual(max)
        expect(line.isWellFormed()).toBe(words.isWellFormed() || line.isWellFormed())
      }),
    )
  })
})
