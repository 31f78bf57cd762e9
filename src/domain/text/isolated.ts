/** First strong isolate: what follows takes the direction of its own first letter. */
export const FSI = '\u2068'
/** Pop directional isolate. */
export const PDI = '\u2069'

const MARKS = /[\u2068\u2069]/g

/**
 * Words that keep their own direction inside others: a key, a name or a version in a Persian sentence otherwise swaps
 * places with what stands beside it. Never in a button: nothing stands beside its words, and some show the marks there.
 * Marks that came with the words are kept where each is closed, and so never reach beyond them.
 */
export function isolated(words: string): string {
  if (words === '') return words
  return `${FSI}${areClosed(words) ? words : words.replace(MARKS, '')}${PDI}`
}

/** Whether every isolate in the words ends in them, and nothing ends that did not begin there. */
export function areClosed(words: string): boolean {
  let open = 0
  for (const [mark] of words.matchAll(MARKS)) {
    open += mark === FSI ? 1 : -1
    if (open < 0) return false
  }
  return open === 0
}
