import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanString, parseClean } from '../../src/adapter.ts'

/** Texts of any UTF-16 units, halves of pairs and NUL among them. */
const texts = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))
const spiked = fc.tuple(texts, fc.constantFrom('', '\0', '\ud83d', '\ude00', '\ud83d\ude00', '\\u0000'), texts)
const instead = fc.constantFrom<'' | '\uFFFD'>('', '\uFFFD')

it('whatever JSON says, parsed clean it says the same but for what PostgreSQL refuses', () => {
  fc.assert(
    fc.property(spiked, instead, fc.boolean(), (parts, nul, escaped) => {
      const text = parts.join('')
      const written = JSON.stringify({ text, in: [text] })
      // Telegram writes everything beyond ASCII as escapes.
      const json = escaped
        ? written.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        : written
      const clean = cleanString(text, nul)
      expect(parseClean(json, nul)).toEqual({ text: clean, in: [clean] })
      expect(clean.isWellFormed() && !clean.includes('\0')).toBe(true)
    }),
    { numRuns: 500 },
  )
})
