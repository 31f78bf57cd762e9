import { describe, expect, test } from 'vitest'
import { messagesOf, sourceOf, spoken } from './languages.ts'
import { isKey, type Key, languages, sentences, wordsKept } from './sentences.ts'

type Node = unknown

/** Message ids of a file with the variables each uses, its own and those of messages it refers to. */
function usedIn(language: string): Map<string, string[]> {
  const messages: Map<string, Node> = messagesOf(language)
  const variables = (node: Node): string[] => {
    if (Array.isArray(node)) return node.flatMap(variables)
    if (typeof node !== 'object' || node === null) return []
    if ('type' in node && 'name' in node && node.type === 'var') return [String(node.name)]
    if ('type' in node && 'name' in node && node.type === 'mesg') return variables(messages.get(String(node.name)))
    return Object.values(node).flatMap(variables)
  }
  return new Map([...messages].map(([id, value]) => [id, [...new Set(variables(value))].toSorted()]))
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
    const source = sourceOf(language)
    const begun = [...source.matchAll(/^([a-z][\w-]*) *=/gm)].map(([, id]) => id)
    expect(begun).toEqual([...used.keys()])
    expect(new Set(begun).size).toBe(begun.length)
  })

  test('uses exactly the facts each sentence is given', () => {
    for (const [id, variables] of used) expect(variables, id).toEqual(isKey(id) ? inOrder(sentences[id]) : [])
  })

  test('holds none of the characters that mark a fact', () => {
    const source = sourceOf(language)
    expect(source).not.toMatch(/[\uE000-\uF8FF]/)
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

test('the product speaks these languages, and a file that is not there is missed', () => {
  expect(languages.toSorted()).toEqual([...spoken])
})
