import { folded, withoutGreeting } from './noise.ts'
import { latinDigits } from './text/digits.ts'
import { keyOf } from './ticket/key.ts'

/**
 * How a question after a ticket begins, in the languages of the desks. One that bears a question mark needs none of
 * these.
 */
const beginnings = wordsIn(`
  how, how's, what, what's, where, where's, when, status, any, is
  как, что, когда, где, каков, какой, статус, есть
  hur, vad, när, nar, status, finns, är
  cum, ce, când, cand, unde, care, stadiul, starea, status
  چطور, چگونه, وضعیت, کی, چه, چی, آیا
`)

/** What may stand before it, besides a greeting, and says nothing. */
const openers = wordsIn(`
  please, so, and
  а, ну, и, подскажите, скажите, пожалуйста
  snälla, snalla
  te, vă, va, rog
  لطفا, لطفاً
`)

/** More words than this, without what they begin with, tell something; they do not ask how it is going. */
const MOST_WORDS = 9

/**
 * The key of the ticket somebody asks after: words that are nothing but its key, or a short question with one in it
 * (desks.md §2: asking how SPSUP-1503 is going works wherever one can write). `prefixes`: of the desks there are.
 */
export function asksAfter(text: string, prefixes: readonly string[]): string | undefined {
  const plain = latinDigits(text)
  const keys = [...plain.matchAll(/(?<![\p{L}\p{N}-])([a-z][a-z0-9]{1,9})-\d{1,12}(?![\p{L}\p{N}-])/giu)].filter(
    ([, prefix]) => prefixes.includes((prefix ?? '').toUpperCase()),
  )
  const [found, another] = keys
  if (!found || another) return undefined
  const [said = [], more] = plain.split('\n').map(saying).filter(isSomething)
  if (more || said.length > MOST_WORDS) return undefined
  const first = written(said[0] ?? '')
  const asks =
    said.length === 1 || /[?؟]/.test(text) || [first, first.split('-')[0] ?? ''].some((word) => beginnings.has(word))
  return asks ? keyOf(found[0]) : undefined
}

/** A line's words, without what it is only polite to begin with. */
function saying(line: string): readonly string[] {
  const words = withoutGreeting(line.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [])
  const first = words.findIndex((word) => !openers.has(written(word)))
  return first < 0 ? [] : words.slice(first)
}

/** As it is listed. Marks stay: „är“ asks in Swedish, and „ar“ tells in Romanian. */
function written(word: string): string {
  return folded(word).replace('’', "'")
}

function isSomething(words: readonly string[]): boolean {
  return words.length > 0
}

function wordsIn(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/[,\n]/)
      .map((word) => written(word.trim()))
      .filter((word) => word !== ''),
  )
}
