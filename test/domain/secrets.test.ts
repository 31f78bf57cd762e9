import fc from 'fast-check'
import { expect, test } from 'vitest'
import { secretIn } from '../../src/domain/secrets.ts'
import { plainText } from '../../src/domain/text/text.ts'

const found = (words: string) => secretIn(plainText(words))
// Put together here, so that no scanner takes this file for a leak.
const keys = [
  `AKIA${'IOSFODNN7EXAMPLE'}`,
  `xoxb-${'123456789012-abcdefABCDEF'}`,
  `ghp_${'a1B2'.repeat(9)}`,
  `sk_live_${'4eC39HqLyjWDarjt'}`,
  `12345678:${'Ab3_-'.repeat(7)}`,
  `-----BEGIN RSA ${'PRIVATE'} KEY-----`,
]

test.each(keys)('a key is seen: %#', (key) => {
  expect(found(key)).toBe('key')
  expect(found(`Use ${key}, please`)).toBe('key')
})

test.each(['4111 1111 1111 1111', '5555-5555-5555-4444', '378282246310005', 'My card: 6011111111111117.'])(
  'a card is seen: %s',
  (words) => expect(found(words)).toBe('card'),
)

test.each([
  '4111 1111 1111 1112',
  'order 1234567890123456',
  'call +46 70 123 45 67',
  'DEMO-17 at 2026-11-23 10:15',
  'IBAN SE45 5000 0000 0583 9825 7466',
  'https://example.com/tickets/41111111111111112222',
  'a masked sk-… or ghp_… is fine',
])('this is none: %s', (words) => expect(found(words)).toBeUndefined())

test('any card with a right check digit is seen in any grouping, and with any other digit it is not', () => {
  const digit = fc.integer({ min: 0, max: 9 })
  fc.assert(
    fc.property(fc.array(digit, { minLength: 14, maxLength: 14 }), fc.constantFrom('', ' ', '-'), (rest, gap) => {
      const body = [4, ...rest]
      const sum = body.reduce((total, value, place) => {
        const doubled = place % 2 === 0 ? value * 2 : value
        return total + (doubled > 9 ? doubled - 9 : doubled)
      }, 0)
      const grouped = (last: number) => [...body, last].join('').replace(/(.{4})(?=.)/g, `$1${gap}`)
      const check = (10 - (sum % 10)) % 10
      expect(found(`pay with ${grouped(check)} now`)).toBe('card')
      expect(found(`pay with ${grouped((check + 1) % 10)} now`)).toBeUndefined()
    }),
  )
})
