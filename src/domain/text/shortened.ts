import { codePointStart, graphemeStart } from './grapheme.ts'

/** At most `max` UTF-16 units including the ellipsis; no grapheme is cut, but one that is longer than all of it. */
export function shortened(words: string, max: number): string {
  if (words.length <= max) return words
  const most = Math.max(0, max - 1)
  return `${words.slice(0, graphemeStart(words, most) || codePointStart(words, most)).trimEnd()}…`
}
