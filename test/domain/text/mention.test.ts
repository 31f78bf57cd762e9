import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutMention } from '../../../src/domain/text/mention.ts'
import { toPlain } from '../../../src/domain/text/plain.ts'
import { type Inline, plainText, type Text } from '../../../src/domain/text/text.ts'

const us: Inline = { type: 'mention', id: 'U0DESK' }
const said = (...children: Inline[]): Text => ({ type: 'root', children: [{ type: 'paragraph', children }] })
const words = (value: string): Inline => ({ type: 'text', value })
const rest = (text: Text) => {
  const found = withoutMention(text, 'U0DESK')
  return found && toPlain(found)
}

test.each([
  ['at the beginning', said(us, words(' the printer burns')), 'the printer burns'],
  ['with a comma or a colon', said(us, words(': the printer burns')), 'the printer burns'],
  ['on a line of its own', said(us, { type: 'break' }, words('the printer burns')), 'the printer burns'],
  ['at the end', said(words('the printer burns '), us), 'the printer burns '],
  ['in bold', said({ type: 'strong', children: [us, words(' fire')] }), ' fire'],
  ['twice', said(us, words(' and '), us, words(' fire')), 'and  fire'],
  ['alone', said(us), ''],
])('our name %s goes, the words stay', (_where, text, expected) => expect(rest(text)?.trim()).toBe(expected.trim()))

test('others stay named, and where we are not named there is nothing to take out', () => {
  const text = said(us, words(' ask '), { type: 'mention', id: 'U0KIM', name: 'Kim' })
  expect(rest(text)).toBe('ask @Kim')
  expect(withoutMention(plainText('@Deskhand hello'), 'U0DESK')).toBeUndefined()
  expect(withoutMention(said({ type: 'mention', id: 'U0KIM' }), 'U0DESK')).toBeUndefined()
})

test('no word is lost, wherever our name stands', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 }), fc.nat(), (all, where) => {
      const at = where % (all.length + 1)
      const inlines = all.map((word) => words(`${word} `))
      const found = rest(said(...inlines.slice(0, at), us, ...inlines.slice(at)))
      return found?.trim().split(/\s+/).join() === all.join()
    }),
  )
})
