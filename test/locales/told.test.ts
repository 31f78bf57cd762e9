import { describe, expect, test } from 'vitest'
import { marked } from '../../src/locales/bundles.ts'
import { byNumber, type Select, selectsIn } from '../../src/locales/forms.ts'
import { messagesOf } from './languages.ts'
import { isKey, type Key, languages, sentences, wordsKept } from './sentences.ts'

/** Where a number is said in words, or not at all, because its own variant is for that number alone. */
const saidInWords: Partial<Record<Key, readonly number[]>> = {
  'earlier-brought': [1],
  'earlier-brought-told': [1],
  undelivered: [1],
  'deliveries-retried': [1],
  'digest-head': [1],
  'digest-more': [1],
  'why-earlier': [1],
  'report-more': [1],
  'list-tagged': [0, 1],
  'company-head': [1],
  'organisations-head': [1],
  'organisation-people': [0, 1],
  'organisation-revoked': [0, 1],
  'operator-import-dry': [1],
  'operator-import-done': [1],
  'import-cells': [1],
  'operator-replayed': [0, 1],
}

const keys = Object.keys(sentences).filter(isKey)
const numbers = [0, 1, 2, 5, 21, 100]
const choices = new Map(keys.map((key) => [key, choicesOf(key)]))

describe.each(languages.map((language) => [language]))('%s', (language) => {
  const digits = new Intl.NumberFormat(language)

  test.each(numbers)('with %d of everything, every fact is said, in digits of the language', (count) => {
    for (const key of keys) {
      const numbered = sentences[key].filter((name) => choices.get(key)?.numbers.has(name))
      if (numbered.length === 0) continue
      const facts = { ...textFacts(key), ...Object.fromEntries(numbered.map((name) => [name, count])) }
      const said = wordsKept(key, facts, language)
      for (const name of sentences[key]) {
        if (numbered.includes(name) && saidInWords[key]?.includes(count)) continue
        expect(said, key).toContain(numbered.includes(name) ? digits.format(count) : `<${name}>`)
      }
    }
  })

  test('every fact that English says is said, whatever word chooses the variant', () => {
    for (const key of keys) {
      for (const facts of worded(key)) expect(saidOf(key, facts, language), key).toEqual(saidOf(key, facts, 'en'))
    }
  })

  test('no sentence stands in for another language’s', () => {
    for (const key of keys) expect(marked(key, textFacts(key), language)?.language, key).toBe(language)
  })
})

test('the list of what is said in words names only what some language says so', () => {
  for (const key of keys) {
    const facts = (count: number) => ({
      ...textFacts(key),
      ...Object.fromEntries([...(choices.get(key)?.numbers ?? [])].map((name) => [name, count])),
    })
    const needless = saidInWords[key]?.filter((count) =>
      languages.every((language) =>
        wordsKept(key, facts(count), language).includes(new Intl.NumberFormat(language).format(count)),
      ),
    )
    expect(needless ?? [], key).toEqual([])
  }
})

/** What a sentence chooses its words by, in any language: names of numbers, and words by the name of their fact. */
function choicesOf(key: Key): { numbers: Set<string>; words: Map<string, Set<string>> } {
  const selects = languages.flatMap((language) => selectsIn(messagesOf(language).get(key) ?? null))
  const names = new Map<string, Set<string>>()
  for (const select of selects.filter((one) => !byNumber(one))) {
    const known = names.get(nameIn(select)) ?? new Set(['another'])
    for (const { key: variant } of select.variants) if (variant.type === 'str') known.add(variant.value)
    names.set(nameIn(select), known)
  }
  return { numbers: new Set(selects.filter(byNumber).map(nameIn)), words: names }
}

function nameIn({ selector }: Select): string {
  const named = selector.type === 'func' ? selector.args[0] : selector
  if (!named || !('name' in named)) throw new Error('a choice by what is no fact')
  return named.name
}

function textFacts(key: Key): Record<string, string> {
  return Object.fromEntries(sentences[key].map((name) => [name, `<${name}>`]))
}

/** The facts of a sentence with each word that some language knows a variant for, one after the other. */
function worded(key: Key): Record<string, string>[] {
  const chosen = [...(choices.get(key)?.words ?? [])]
  if (chosen.length === 0) return [textFacts(key)]
  return chosen.flatMap(([name, words]) => [...words].map((word) => ({ ...textFacts(key), [name]: word })))
}

/** The names of the facts that the sentence says. */
function saidOf(key: Key, facts: Record<string, string>, language: string): string[] {
  const said = wordsKept(key, facts, language)
  return sentences[key].filter((name) => facts[name] === `<${name}>` && said.includes(`<${name}>`))
}
