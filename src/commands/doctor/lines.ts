import { isKey, words, wordsKept } from '../../locales/index.ts'
import type { Finding } from './finding.ts'

const marks = { well: '✓', wrong: '✗', open: '–' } as const

/** A finding as the operator reads it, in English: what is, and indented below it how to repair it. */
export function linesOf(finding: Finding): string[] {
  const { says, state, facts, fix } = finding
  const repair = `doctor-${says}-repair`
  const below = [
    ...(isKey(repair) ? [wordsKept(repair, facts, 'en')] : []),
    ...(fix ? [words('doctor-or-fix', {}, 'en')] : []),
  ]
  return [`${marks[state]} ${sayFault(finding)}`, ...(below.length > 0 ? [`    ${below.join(' ')}`] : [])]
}

/** The same for a log, whose last line says what ended the program. */
export function onOneLine(finding: Finding): string {
  return linesOf(finding)
    .map((line) => line.trim())
    .join(' ')
}

/** The finding's own sentence. */
export function sayFault({ says, facts }: Finding): string {
  return wordsKept(`doctor-${says}`, facts, 'en')
}
