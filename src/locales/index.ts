import { toPlain } from '../domain/text/plain.ts'
import { plainText, type Text } from '../domain/text/text.ts'
import { marked } from './bundles.ts'
import { type Fact, isRightToLeft } from './facts.ts'
import { fill } from './fill.ts'
import { type FactsOf, isKey, type Key, sentences } from './keys.ts'
import { parseSentence } from './markdown.ts'

export { languages } from './bundles.ts'
export { isRightToLeft, namedHour, written } from './facts.ts'
export { type FactsOf, isKey, type Key } from './keys.ts'

/** What follows `start` in the keys that begin so: the sentences a file may name. */
export function keysLike(start: string): string[] {
  return Object.keys(sentences).flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []))
}

/**
 * The only way to a sentence (design.md §8). `language` is BCP 47; a missing translation falls back to English.
 * Facts appear as they are, whatever they contain, and are never read as markup.
 */
export function phrase<K extends Key>(key: K, facts: FactsOf<K>, language: string): Text {
  return phraseKept(key, facts, language)
}

/** The same as plain words, for what can show nothing else: a button, a modal's title, a field's error. */
export function words<K extends Key>(key: K, facts: FactsOf<K>, language: string): string {
  return wordsKept(key, facts, language)
}

/**
 * A sentence out of the store, whose key and facts the compiler cannot see: an unknown key is shown as itself, a
 * missing fact as an ellipsis, so that an old row never blocks its lane.
 */
export function phraseKept(key: string, facts: Readonly<Record<string, Fact>>, language: string): Text {
  const sentence = marked(key, completed(key, facts), language)
  if (!sentence) return plainText(key)
  const { markdown, written } = sentence
  return fill(treeOf(markdown), written, isRightToLeft(sentence.language))
}

/** A sentence as plain words that are read and never pressed: a form's hint, what is wrong with an answer. */
export function line<K extends Key>(key: K, facts: FactsOf<K>, language: string): string {
  return lineKept(key, facts, language)
}

/** The same out of the store. Names, keys and code in it keep their own direction. */
export function lineKept(key: string, facts: Readonly<Record<string, Fact>>, language: string): string {
  return toPlain(phraseKept(key, facts, language))
}

/** The same as plain words, with no mark that nobody typed: they may end in a button. */
export function wordsKept(key: string, facts: Readonly<Record<string, Fact>>, language: string): string {
  const sentence = marked(key, completed(key, facts), language)
  return sentence ? toPlain(fill(treeOf(sentence.markdown), sentence.written, false)) : key
}

function completed(key: string, facts: Readonly<Record<string, Fact>>): Readonly<Record<string, Fact>> {
  if (!isKey(key)) return facts
  return Object.fromEntries(
    sentences[key].map((name) => [name, Object.hasOwn(facts, name) ? (facts[name] ?? '…') : '…']),
  )
}

/** Sentences before their facts: as many as there are sentences, plural forms and languages. */
const trees = new Map<string, Text>()

function treeOf(markdown: string): Text {
  const known = trees.get(markdown)
  if (known) return known
  const tree = parseSentence(markdown)
  trees.set(markdown, tree)
  return tree
}
