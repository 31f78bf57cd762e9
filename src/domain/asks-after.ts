import { latinDigits } from './text/digits.ts'
import { keyOf } from './ticket/key.ts'

/**
 * How a question after a ticket begins, in the languages of the desks; small letters. One that bears a question mark
 * needs none of these.
 */
const beginnings = wordsIn(`
  how, how's, what, what's, where, where's, when, status, any, is
  как, что, когда, где, каков, какой, статус, есть
  hur, vad, när, status, finns, är
  cum, ce, când, cand, unde, care, stadiul, starea, status
  چطور, چگونه, وضعیت, کی, چه, چی, آیا
`)

/** What may stand before it and says nothing: a greeting, a word to begin with. */
const openers = wordsIn(`
  hi, hello, hey
  а, ну, привет, здравствуйте, подскажите, скажите, пожалуйста
  hej, hejsan
  salut, bună
  سلام, لطفا, لطفاً
`)

/** More words than this tell something, they do not ask how it is going. */
const MOST_WORDS = 9

/**
 * The key of the ticket somebody asks after: words that are nothing but its key, or a short question with one in it
 * (desks.md §2: asking how SPSUP-1503 is going works wherever one can write). `prefixes`: of the desks there are.
 */
export function asksAfter(text: string, prefixes: readonly string[]): string | undefined {
  const keys = [
    ...latinDigits(text).matchAll(/(?<![\p{L}\p{N}-])([a-z][a-z0-9]{1,9})-\d{1,12}(?![\p{L}\p{N}-])/giu),
  ].filter(([, prefix]) => prefixes.includes((prefix ?? '').toUpperCase()))
  const [found, another] = keys
  if (!found || another) return undefined
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []
  if (words.length > MOST_WORDS || text.trim().includes('\n')) return undefined
  const first = words.find((word) => !openers.has(word)) ?? ''
  const asks = words.length === 1 || /[?؟]/.test(text) || beginnings.has(first.replace('’', "'"))
  return asks ? keyOf(found[0]) : undefined
}

function wordsIn(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/[,\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  )
}
