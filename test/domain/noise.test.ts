import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNoise } from '../../src/domain/noise.ts'
import { plainText, type Text } from '../../src/domain/text/text.ts'

const noisy = (words: string) => isNoise(plainText(words))

describe('a greeting, thanks or an "ok" alone', () => {
  it.each(
    [
      'hi|Hello!|HELLO|thanks!|ok 👍|👍|🙏🏽🙏🏽|❤️|👨‍👩‍👧|🇸🇪|Hi there :)|Thank you very much!!!',
      'Good morning,\nthanks|ok, thanks|Привет!|Спасибо большое|Добрый день|Hej hej|Tack så mycket!',
      'Thanks for your help!|Thank you very much for your help|Спасибо за помощь!|Stort tack för hjälpen|Mulțumesc pentru ajutor',
      'با تشکر|Mulţumesc|Bună ziua|Mersi mult 🙂|سلام|ممنون|خیلی ممنون 🌹|  ok  |ok...|1️⃣',
    ].flatMap((line) => line.split('|')),
  )('«%s»', (words) => expect(noisy(words)).toBe(true))

  it('in bold it is still that', () => {
    const text: Text = {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: 'Thanks' }] }] }],
    }
    expect(isNoise(text)).toBe(true)
  })
})

describe('what must be heard', () => {
  it.each(
    [
      'hi?|ok?|Привет?|سلام؟|❓|thanks but it still fails|printer|hello printer|help|no|hi hi hi hi hi hi hi hi|thanks for your help but it fails',
      'thank you very much indeed|42|ok 42|   |...|:-)|not ok|не понял|stop',
    ].flatMap((line) => line.split('|')),
  )('«%s»', (words) => expect(noisy(words)).toBe(false))

  it.each([
    ['a mention', { type: 'mention', id: 'U0BO', name: 'Bo' }],
    ['a link', { type: 'link', url: 'https://example.com', children: [{ type: 'text', value: 'hi' }] }],
    ['code', { type: 'inlineCode', value: 'ok' }],
  ] as const)('%s beside it', (_what, inline) => {
    const children = [{ type: 'text' as const, value: 'hi ' }, structuredClone(inline)]
    // A literal of the table above, widened: the tree's arrays are not read-only.
    expect(isNoise({ type: 'root', children: [{ type: 'paragraph', children }] } as Text)).toBe(false)
  })

  it('a quote', () => {
    const quoted: Text = { type: 'root', children: [{ type: 'blockquote', children: plainText('ok').children }] }
    expect(isNoise(quoted)).toBe(false)
  })
})

it('nothing at all', () => expect(noisy('')).toBe(false))

describe('laws', () => {
  const polite = fc.constantFrom('hi', 'thanks', 'ok', 'привет', 'спасибо', 'tack', 'mersi', 'سلام')
  const emoji = fc.constantFrom('👍', '🙏', '😀', '🎉')

  it('up to seven polite words with any emoji and marks are noise', () => {
    fc.assert(
      fc.property(
        fc.array(polite, { minLength: 1, maxLength: 7 }),
        emoji,
        fc.constantFrom('', '!', '...', ','),
        (words, smile, mark) => noisy(`${words.join(`${mark} `)} ${smile}`),
      ),
    )
  })

  it('a question mark anywhere, or an eighth word, is heard', () => {
    fc.assert(
      fc.property(fc.array(polite, { minLength: 1, maxLength: 10 }), fc.nat(10), (words, at) => {
        const asked = [...words.slice(0, at), '?', ...words.slice(at)].join(' ')
        return !noisy(asked) && noisy(words.join(' ')) === words.length <= 7
      }),
    )
  })

  it('any other word is heard, whatever stands beside it, and nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(polite, { maxLength: 3 }), (strange, words) => {
        noisy(strange)
        return !noisy([...words, 'printer'].join(' '))
      }),
    )
  })
})
