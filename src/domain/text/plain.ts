import { linesOf } from './lines.ts'
import { plainOf } from './spoken.ts'
import type { Text } from './text.ts'

/**
 * What a reader sees where nothing but words can be shown: blocks separated by one line feed, `• ` and `1. ` before
 * list items, `> ` before quoted lines, `@Name` for a mention, `label (url)` for a link whose label tells less.
 * Its length in UTF-16 units is the measure of `split`.
 */
export function toPlain(text: Text): string {
  return plainOf(linesOf(text.children))
}
