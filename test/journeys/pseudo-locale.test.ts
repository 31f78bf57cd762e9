import { expect, it } from 'vitest'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { isKey, wordsKept } from '../../src/locales/index.ts'
import { sentences } from '../../src/locales/keys.ts'
import { startTestDesk } from '../support/desk.ts'
import { overhear } from '../support/overheard.ts'
import { inPseudo, learnPseudo, PSEUDO } from '../support/pseudo.ts'
import { names, pseudoWalk, said } from '../support/pseudo-walk.ts'
import { type Shown, shownIn } from '../support/shown-words.ts'

/*
 * A language of strange letters: whatever is shown in plain English ones is a sentence that stands outside locales/, or
 * one that is said in another language than its reader's.
 */

/** What is no sentence: names, keys, what people are to type or copy, zones, units, and ids the desk file has no label for. */
const known = new RegExp(
  [
    ...names.map((name) => `\\b${name}\\b`),
    ...said,
    'DEMO-\\d+',
    'https?:\\S+',
    '\\S+@\\S+',
    '/(ticket|desk)\\b',
    `(${PSEUDO} \\()?English \\(Pseudo-Accents\\)`,
    'Europe/Stockholm',
    // Of `Intl`, which knows no language of strange letters.
    '\\b\\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec) \\d{4}\\b',
    'Central European (Summer |Standard )?Time',
    '20\\d\\d-Q\\d',
    '\\b\\d+(\\.\\d+)?\\s?(hr|min|byte|bytes|kB|MB)\\b',
    '\\b(basic|gold|office|always)\\b',
    '--(week|month)\\b',
    // Domains and files by their names.
    '[\\w.-]*\\.(example|gr|txt|webp)\\b',
    '@kim\\b',
    'C0TRIAGE',
  ].join('|'),
  'g',
)

/** Sentences without facts, those for whoever runs the desk left out. */
const plain = Object.keys(sentences).filter(
  (key) => isKey(key) && sentences[key].length === 0 && !/^(operator|doctor|demo|simulate|import|check)-/.test(key),
)

const english = ({ text }: Shown) => /[A-Za-z]{2,}/.test(text.replaceAll(known, ''))

it('everything that is shown, on either platform, is a sentence of locales/, a label of the desk, or people’s own words', async () => {
  learnPseudo()
  const desk = await startTestDesk({
    desk: (demo) =>
      inPseudo({
        ...demo,
        organisations: { required: false, seeAll: true, write: true, share: true },
        types: demo.types.map((type) =>
          type.id === 'bug' ? { ...type, hints: { subject: { minWords: 2, say: { key: 'vague-subject' } } } } : type,
        ) as [Desk['types'][0], ...Desk['types']], // as many as before
      }),
  })
  const wire = overhear(desk)
  try {
    await pseudoWalk(desk)
    const shown = shownIn(wire.all(), Number(new URL(desk.playground.url).port))
    const odd = new Map(shown.filter(english).map(({ text, where }) => [text, where]))
    expect([...odd].map(([text, where]) => `${where}: ${text}`)).toEqual([])
    // It was a long walk: of the sentences for people that need no facts, so many were seen as they are.
    const all = shown.map(({ text }) => text).join('\n')
    const seen = plain.filter((key) => all.includes(wordsKept(key, {}, PSEUDO)))
    expect(seen.length).toBeGreaterThan(120)
  } finally {
    wire.stop()
    await desk.stop()
  }
}, 180_000)
