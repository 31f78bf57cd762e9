import { codePointStart, graphemeStart } from './grapheme.ts'
import { joined, mentionWords, type Run } from './runs.ts'
import { byLink, plainOf, spoken } from './spoken.ts'

/** Where to end one piece (`end`) and begin the next (`next`, past a line feed that the gap between pieces replaces). */
export interface Cut {
  end: number
  next: number
}

/**
 * The best place to cut words longer than `limit` (UTF-16 units, at least 2): after a line, else a sentence, else a
 * word, as long as the piece is half (for words: a quarter) full; else between graphemes, else between code points.
 */
export function cutWords(words: string, limit: number): Cut {
  const line = words.lastIndexOf('\n', limit)
  if (line >= limit / 2) return { end: line, next: line + 1 }
  const sentence = lastEnd(/[.!?…。！？]["'’”»)\]]*\s+/g, words, limit)
  if (sentence >= limit / 2) return { end: sentence, next: sentence }
  const word = lastEnd(/\s+/g, words, limit)
  if (word >= limit / 4) return { end: word, next: word }
  const grapheme = graphemeStart(words, limit)
  const end = grapheme > 0 ? grapheme : codePointStart(words, limit)
  return { end, next: end }
}

function lastEnd(pattern: RegExp, words: string, limit: number): number {
  let end = 0
  for (const match of words.slice(0, limit + 1).matchAll(pattern)) {
    // A blank that reaches over the limit is cut at the limit.
    const matchEnd = Math.min(match.index + match[0].length, limit)
    if (match.index < limit) end = matchEnd
  }
  return end
}

/** Pieces of one paragraph, each at most `limit` UTF-16 units of plain text. Links and mentions stay whole. */
export function cutRuns(runs: readonly Run[], limit: number): Run[][] {
  const pieces: Run[][] = []
  let rest = atomsOf(runs, limit)
  while (plainWidth(rest) > limit) {
    const cut = cutAtoms(rest, limit)
    pieces.push(joined(between(rest, 0, cut.end)))
    rest = atomsOf(between(rest, cut.next, Number.POSITIVE_INFINITY), limit)
  }
  return [...pieces, joined(rest.flatMap((atom) => atom.runs))]
}

/** Runs that are cut together or not at all. */
interface Atom {
  runs: Run[]
  plain: string
  whole: boolean
}

function atomsOf(runs: readonly Run[], limit: number): Atom[] {
  return byLink(fitting(runs, limit)).flatMap((group): Atom[] => {
    if (group.url !== undefined) return [{ runs: group.runs, plain: plainOf(group.runs), whole: true }]
    return group.runs.map((run) => ({ runs: [run], plain: plainOf([run]), whole: run.kind === 'mention' }))
  })
}

/** A link or mention wider than a whole piece can only go as words. */
function fitting(runs: readonly Run[], limit: number): Run[] {
  return byLink(runs).flatMap((group) => {
    if (group.url !== undefined)
      return plainOf(group.runs).length > limit ? spoken(group.runs, () => false) : group.runs
    return group.runs.flatMap((run) =>
      run.kind === 'mention' && mentionWords(run).length > limit ? spoken([run], () => false) : [run],
    )
  })
}

function plainWidth(atoms: readonly Atom[]): number {
  return atoms.reduce((sum, atom) => sum + atom.plain.length, 0)
}

function cutAtoms(atoms: readonly Atom[], limit: number): Cut {
  // What must stay whole offers no blank to cut at.
  const masked = atoms.map((atom) => (atom.whole ? 'x'.repeat(atom.plain.length) : atom.plain)).join('')
  const cut = cutWords(masked, limit)
  let start = 0
  for (const atom of atoms) {
    const end = start + atom.plain.length
    if (atom.whole && start < cut.end && cut.end < end) return { end: start, next: start }
    start = end
  }
  return cut
}

function between(atoms: readonly Atom[], from: number, to: number): Run[] {
  const result: Run[] = []
  let start = 0
  for (const atom of atoms) {
    const end = start + atom.plain.length
    const [only] = atom.runs
    if (start >= from && end <= to) result.push(...atom.runs)
    else if (only?.kind === 'words' && !atom.whole && end > from && start < to) {
      result.push({ ...only, words: only.words.slice(Math.max(0, from - start), to - start) })
    }
    start = end
  }
  return result
}
