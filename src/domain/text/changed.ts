/** More than this of one side is not shown (UTF-16 units). */
const MOST = 300

/**
 * The words an edit changed, out of what was said before and what is said now: what both begin and end with is left
 * out. A side that has nothing the other has not is a dash.
 */
export function changed(before: string, after: string): { before: string; after: string } {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const most = Math.min(old.length, now.length)
  let start = 0
  while (start < most && old[start] === now[start]) start += 1
  let end = 0
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end += 1
  return { before: shown(old.slice(start, old.length - end)), after: shown(now.slice(start, now.length - end)) }
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function shown(words: string[]): string {
  const text = words.join(' ')
  if (text === '') return '–'
  return text.length > MOST ? `${text.slice(0, MOST).trimEnd()}…` : text
}
