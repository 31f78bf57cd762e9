import { calmSent } from '../../../src/domain/text/calm.ts'
import { graphemeStart } from '../../../src/domain/text/grapheme.ts'
import { toPlain } from '../../../src/domain/text/plain.ts'
import type { Text } from '../../../src/domain/text/text.ts'

/** Slack recommends 4,000 characters for `text` (platforms.md §A2). */
const longest = 4000

/**
 * The `text` beside the blocks: what notifications and screen readers say. `&`, `<` and `>` are escaped, so that
 * `<!channel>` stays words; send it with `link_names: false`, or `@channel` would ping. Cut with an ellipsis at 4,000
 * characters after escaping: the blocks carry every word.
 */
export function fallback(text: Text): string {
  const words = toPlain(calmSent(text))
  const whole = escaped(words)
  if (whole.length <= longest) return whole
  let end = Math.min(words.length, longest - 1)
  while (escaped(words.slice(0, end)).length > longest - 1) end = graphemeStart(words, Math.floor(end * 0.9))
  return `${escaped(words.slice(0, graphemeStart(words, end)))}…`
}

/** The three characters Slack reads as markup in `text`, and only those ("Escaping text"). */
export function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
