import { readFileSync } from 'node:fs'
import { FluentResource } from '@fluent/bundle'
import { describe, expect, test } from 'vitest'
import { isKey, type Key, languages, sentences, wordsKept } from './sentences.ts'

type Node = unknown

/** Message ids of a file with the variables each uses, its own and those of messages it refers to. */
function usedIn(language: string): Map<string, string[]> {
  const source = readFileSync(new URL(`../../src/locales/${language}.ftl`, import.meta.url), 'utf8')
  const messages = new Map(new FluentResource(source).body.map((message) => [message.id, message.value as Node]))
  const variables = (node: Node): string[] => {
    if (Array.isArray(node)) return node.flatMap(variables)
    if (typeof node !== 'object' || node === null) return []
    if ('type' in node && 'name' in node && node.type === 'var') return [String(node.name)]
    if ('type' in node && 'name' in node && node.type === 'mesg') return variables(messages.get(String(node.name)))
    return Object.values(node).flatMap(variables)
  }
  return new Map([...messages].map(([id, value]) => [id, [...new Set(variables(value))].toSorted()]))
}

/**
 * What each sentence says, in every plural and variant, line by line: without the facts, the names of things elsewhere
 * (*in stars*) and the words people type (in code), which are the same everywhere. Lines without a letter say nothing.
 */
function linesOf(language: string): Map<string, string[]> {
  const source = readFileSync(new URL(`../../src/locales/${language}.ftl`, import.meta.url), 'utf8')
  const found = new Map<string, string[]>()
  let id = ''
  for (const line of source.split('\n').filter((one) => !one.startsWith('#'))) {
    const [, begun, rest] = /^([a-z][\w-]*) *=(.*)$/.exec(line) ?? []
    id = begun ?? id
    const said = (rest ?? line)
      .replace(/^\s*\*?\[[\w-]+\]/, '')
      .replaceAll(/`[^`]*`|(?<!\*)\*(?!\*)[^*]+\*|\{[^{}]*(?:\}|->)/g, '')
      .trim()
    if (/\p{L}/u.test(said)) found.set(id, [...(found.get(id) ?? []), said])
  }
  return found
}

/** Words that English is full of and Swedish does not have. */
const ENGLISH =
  /(?<![\p{L}-])(the|this|that|these|you|your|and|or|not|of|with|from|it|its|they|their|them|is|are|was|has|have|can|may|what|which|who|where|when|here|there|at|as)(?![\p{L}-])/iu

/** What is said with the same words in Swedish as in English. */
const SAME_IN_SWEDISH = new Set(['Organisation', 'Status', 'Status:'])

/** What is said with the same words in Romanian as in English. */
const SAME_IN_ROMANIAN = new Set(['Plan'])

/** By what a line is known to be in a language; `english`: how the same sentence reads there. */
const marksOf: Readonly<Record<string, (line: string, english: readonly string[]) => boolean>> = {
  ru: (line) => /[а-я]/i.test(line),
  // A Romanian ticket *are* what an English one *has*; and ş and ţ with a cedilla are Turkish letters.
  ro: (line, english) =>
    !ENGLISH.test(line.replaceAll(/(?<!\p{L})are(?!\p{L})/giu, '')) &&
    !/[şţ]/i.test(line) &&
    (SAME_IN_ROMANIAN.has(line) || !english.includes(line)),
  sv: (line, english) => !ENGLISH.test(line) && (SAME_IN_SWEDISH.has(line) || !english.includes(line)),
}

const inOrder = (names: readonly string[]) => names.toSorted()

const facts: Record<string, number> = { max: 2, count: 3, step: 1, total: 5 }
const examples = (key: Key) => Object.fromEntries(sentences[key].map((name) => [name, facts[name] ?? 'x']))

describe.each(languages.map((language) => [language]))('%s', (language) => {
  const used = usedIn(language)

  test('has every sentence of the list and no other', () => {
    expect([...used.keys()].toSorted()).toEqual(Object.keys(sentences).toSorted())
  })

  test('no sentence is written twice, and none was skipped as unreadable', () => {
    const source = readFileSync(new URL(`../../src/locales/${language}.ftl`, import.meta.url), 'utf8')
    const begun = [...source.matchAll(/^([a-z][\w-]*) *=/gm)].map(([, id]) => id)
    expect(begun).toEqual([...used.keys()])
    expect(new Set(begun).size).toBe(begun.length)
  })

  test('uses exactly the facts each sentence is given', () => {
    for (const [id, variables] of used) expect(variables, id).toEqual(isKey(id) ? inOrder(sentences[id]) : [])
  })

  test('holds none of the characters that mark a fact', () => {
    const source = readFileSync(new URL(`../../src/locales/${language}.ftl`, import.meta.url), 'utf8')
    expect(source).not.toMatch(/[\uE000-\uF8FF]/)
  })

  test('what people read is in that language throughout', () => {
    const isOfIt = marksOf[language]
    if (!isOfIt) return
    const english = linesOf('en')
    const foreign = [...linesOf(language)].flatMap(([id, lines]) =>
      lines.filter((line) => !isOfIt(line, english.get(id) ?? [])).map((line) => `${id}: ${line}`),
    )
    expect(foreign).toEqual([])
  })

  // platforms.md §A2: modal title, submit and close 24 characters, button text 75; §B2: command descriptions 3 to 256.
  test.each(
    Object.keys(sentences)
      .filter(isKey)
      .filter((key) => /^(form-(?!raised)|button-|command-(?!unknown)|card-|turn-)/.test(key))
      .map((key) => [key]),
  )('%s fits where it is shown', (key) => {
    const said = wordsKept(key, examples(key), language)
    const most = key.startsWith('form-') ? 24 : key.startsWith('command-') ? 256 : 75
    expect(said.length).toBeGreaterThanOrEqual(key.startsWith('command-') ? 3 : 1)
    expect(said.length).toBeLessThanOrEqual(most)
    expect(said).not.toContain('\n')
  })
})

test('English and Russian are there', () => {
  expect(languages).toEqual(expect.arrayContaining(['en', 'ru']))
})
