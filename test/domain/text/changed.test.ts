import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changed } from '../../../src/domain/text/changed.ts'

test.each([
  ['It is the left one', 'It is the right one', 'left', 'right'],
  ['I need 4 chairs', 'I need 14 chairs', '4', '14'],
  ['please', 'yes please', '–', 'yes'],
  ['no, no', 'no', 'no,', '–'],
  ['a  b', 'a b', '–', '–'],
])('%s → %s', (before, after, was, is) => {
  expect(changed(before, after)).toEqual({ before: was, after: is })
})

test('no more words are shown than were changed, and nothing shown is long', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 })
  fc.assert(
    fc.property(words, words, words, words, (top, was, is, bottom) => {
      const shown = changed([...top, ...was, ...bottom].join(' '), [...top, ...is, ...bottom].join(' '))
      const count = (text: string) => (text === '–' ? 0 : text.split(' ').length)
      expect(count(shown.before)).toBeLessThanOrEqual(was.length)
      expect(count(shown.after)).toBeLessThanOrEqual(is.length)
    }),
  )
  expect(changed('x'.repeat(9000), 'y '.repeat(9000)).after.length).toBeLessThanOrEqual(301)
})
