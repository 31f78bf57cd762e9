import { expect, test } from 'vitest'
import { sourceOf } from './languages.ts'
import { languages } from './sentences.ts'

/**
 * What each sentence says, in every plural and variant, line by line: without the facts, the names of things elsewhere
 * (*in stars*) and the words people type (in code), which are the same everywhere. Lines without a letter say nothing.
 */
function linesOf(language: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  let id = ''
  for (const line of sourceOf(language)
    .split('\n')
    .filter((one) => !one.startsWith('#'))) {
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

/** What is called so in every language. */
const NAMES = /(?<!\p{L})(Slack Connect|Slack|Telegram|PostgreSQL|DEMO-17|DEMO-1|CSV)(?!\p{L})/gu

/** Read in a terminal by whoever runs the desk, between the names of variables, commands and columns. */
const TECHNICAL = /^(operator-|doctor-|import-|simulate-|check-|demo-)/

/** Written with these letters, and outside of technical matters with no others. */
function onlyIn(own: RegExp, foreign: RegExp) {
  return (line: string, _english: readonly string[], id: string): boolean => {
    const said = line.replaceAll(NAMES, '')
    return !/\p{L}/u.test(said) || (own.test(said) && (TECHNICAL.test(id) || !foreign.test(said)))
  }
}

/** By what a line is known to be in a language; `english`: how the same sentence reads there. */
const marksOf: Readonly<Record<string, (line: string, english: readonly string[], id: string) => boolean>> = {
  en: (line) => !/\p{Script=Cyrillic}|\p{Script=Arabic}/u.test(line),
  // No Arabic ي and ك, and none of the comma, semicolon and question mark of Latin.
  fa: onlyIn(/\p{Script=Arabic}/u, /\p{Script=Latin}|\p{Script=Cyrillic}|[يك,;?]/u),
  ru: onlyIn(/[а-яё]/i, /\p{Script=Latin}|\p{Script=Arabic}/u),
  // A Romanian ticket *are* what an English one *has*; and ş and ţ with a cedilla are Turkish letters.
  ro: (line, english) =>
    !ENGLISH.test(line.replaceAll(/(?<!\p{L})are(?!\p{L})/giu, '')) &&
    !/[şţ]/i.test(line) &&
    (SAME_IN_ROMANIAN.has(line) || !english.includes(line)),
  sv: (line, english) => !ENGLISH.test(line) && (SAME_IN_SWEDISH.has(line) || !english.includes(line)),
}

test.each(languages.map((language) => [language]))(
  'what people read in %s is in that language throughout',
  (language) => {
    const isOfIt = marksOf[language] ?? (() => false)
    const english = linesOf('en')
    const foreign = [...linesOf(language)].flatMap(([id, lines]) =>
      lines.filter((line) => !isOfIt(line, english.get(id) ?? [], id)).map((line) => `${id}: ${line}`),
    )
    expect(foreign).toEqual([])
  },
)
