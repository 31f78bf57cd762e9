/** First strong isolate: what follows takes the direction of its own first letter. */
export const FSI = '\u2068'
/** Pop directional isolate. */
export const PDI = '\u2069'

/**
 * Words that keep their own direction inside others: a key, a name or a version in a Persian sentence otherwise swaps
 * places with what stands beside it. Never in a button or in what people copy: platforms show the marks there.
 */
export function isolated(words: string): string {
  return words === '' ? words : `${FSI}${words}${PDI}`
}
