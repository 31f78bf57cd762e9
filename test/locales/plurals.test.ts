import { describe, expect, test } from 'vitest'
import { byNumber, categoriesOf, formsOf, selectsIn } from '../../src/locales/forms.ts'
import { messagesOf } from './languages.ts'
import { languages } from './sentences.ts'

/** Sentences that choose their words by a number, with the forms each has. */
function formsIn(language: string): [string, string[]][] {
  return [...messagesOf(language)].flatMap(([key, value]) =>
    selectsIn(value)
      .filter(byNumber)
      .map((select): [string, string[]] => [key, categoriesOf(select)]),
  )
}

describe.each(languages.map((language) => [language]))('%s', (language) => {
  test('what chooses by a number has each form of the language, and none of another', () => {
    const wrong = formsIn(language).filter(([, forms]) => forms.join() !== formsOf(language).join())
    expect(wrong).toEqual([])
  })
})

test.each([
  ['en', 'one other'],
  ['sv', 'one other'],
  ['fa', 'one other'],
  ['ro', 'few one other'],
  ['ru', 'few many one other'],
])('the forms of %s are %s', (language, forms) => expect(formsOf(language).join(' ')).toBe(forms))
