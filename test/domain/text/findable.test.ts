import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findable } from '../../../src/domain/text/findable.ts'

it.each([
  ['Facturile lipsesc în aplicație', 'facturile lipsesc in aplicatie'],
  ['aplicaţie', 'aplicatie'],
  ['Översättning på svenska', 'oversattning pa svenska'],
  ['Ещё чёрный экран', 'еще черный экран'],
  ['Мой йод', 'мой йод'],
  ['كتاب‌هاي ۱۴۰۵', 'کتاب های 1405'],
  ['مُدیریت', 'مدیریت'],
  ['SPSUP-1503: e-mail!', 'spsup 1503 e mail'],
  ['ﬁle ２０２６', 'file 2026'],
])('%s is found as %s', (written, found) => {
  expect(findable(written)).toBe(found)
})

it('is what it already is the second time, whatever was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(findable(findable(text))).toBe(findable(text))
    }),
  )
})
