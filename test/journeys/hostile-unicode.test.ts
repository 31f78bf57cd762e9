import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fallback, fromRichText, toRichText } from '../../adapters/slack/text/index.ts'
import { fromEntities, toEntities } from '../../adapters/telegram/text/index.ts'
import { firstLine } from '../../src/domain/text/first-line.ts'
import { plainText } from '../../src/domain/text/text.ts'
import { readable } from '../support/hostile-strings.ts'

/** reliability.md SEC4, the property: whatever anybody types crosses as what it is, and is dead over there. */
const signs = [
  '<',
  '>',
  '&',
  '@',
  '!',
  '#',
  '|',
  '*',
  '_',
  '~',
  '`',
  '\\',
  '(',
  ')',
  '[',
  ']',
  '/',
  ':',
  '=',
  '\n',
  ' ',
]
const baits = [
  '<!channel>',
  '<@U0ADA>',
  '@channel',
  'tg://user?id=1',
  'javascript:',
  'http://a.example',
  '@tom',
  '/start',
]
const odd = [
  '\0',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u200b',
  '\u200d',
  '\u0301',
  '\u2028',
  '\r',
  '\u{e0041}',
]
const words = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...signs, ...baits, ...odd)), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''))

const runs = { numRuns: 1500, seed: 20_261_123 }

it('typed in Telegram, read in Slack', () => {
  fc.assert(
    fc.property(words, (typed) => {
      const text = fromEntities(typed)
      const shown = textIn(toRichText(text))
      expect(readable(shown)).toBe(readable(typed))
      expect(kindsIn(toRichText(text)).filter((kind) => !/^rich_text(_section)?$|^text$/.test(kind))).toEqual([])
      expect(fallback(text)).not.toMatch(/[<>]/)
      expect(shown).not.toMatch(/[\0\u202a-\u202e\u2066-\u2069]/)
      expect(shown.isWellFormed()).toBe(true)
    }),
    runs,
  )
})

it('typed in Slack, read in Telegram', () => {
  fc.assert(
    fc.property(words, (typed) => {
      const section = { type: 'rich_text_section', elements: [{ type: 'text', text: typed }] }
      const { text, entities } = toEntities(fromRichText([{ type: 'rich_text', elements: [section] }], ''))
      expect(readable(text)).toBe(readable(typed))
      expect(entities).toEqual([])
      expect(text).not.toMatch(/[\0\u202a-\u202e\u2066-\u2069]/)
      // Telegram would make these live by itself.
      expect(text).not.toMatch(/(?<![A-Za-z0-9_./?=&-])@[A-Za-z]\w{3}/)
      expect(text).not.toMatch(/tg:\/\/\w/i)
    }),
    runs,
  )
})

it('without blocks Slack’s own text is read, and no mark in it comes alive over there', () => {
  fc.assert(
    fc.property(words, (typed) => {
      const { entities, text } = toEntities(fromRichText([], typed))
      const links = entities.flatMap((entity) => (entity.type === 'text_link' ? [entity.url] : []))
      expect(links.filter((url) => !/^https?:\/\//i.test(url))).toEqual([])
      expect(entities.filter(({ type }) => type === 'mention' || type === 'text_mention')).toEqual([])
      for (const { offset, length } of entities) expect(offset + length).toBeLessThanOrEqual(text.length)
    }),
    runs,
  )
})

it('a subject of one endless character is still a subject', () => {
  const subject = firstLine(plainText(`Z${'\u0351'.repeat(400)}`), 100)
  expect(subject).toMatch(/^Z.*…$/u)
  expect(subject.length).toBeLessThanOrEqual(100)
})

function kindsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'type' in value && typeof value.type === 'string' ? [value.type] : []
  return [...own, ...Object.values(value).flatMap(kindsIn)]
}

/** The words of all elements, in order. */
function textIn(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  const own = 'text' in value && typeof value.text === 'string' ? value.text : ''
  return own + Object.values(value).map(textIn).join('')
}
