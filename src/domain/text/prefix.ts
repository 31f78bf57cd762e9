import { normal } from './normal.ts'
import { inlinesOf, type Run, runsOf } from './runs.ts'
import type { Block, Text } from './text.ts'

/** `//`: for us only. `>>`: for the requester (design.md §3). */
export type Prefix = '//' | '>>'

/**
 * Whether somebody began their message with the marker; blanks before it do not matter, inline code does not count.
 *
 * What Slack makes of `>`: in the composer `>` and a space begin a quote, while `>>` stays two characters of a
 * `rich_text_section` (and `&gt;&gt;` in `text`). With "format messages with markup" on, `>> words` arrives as a
 * `rich_text_quote` that begins with `>`: the first sign was read as the quote. Both count, and so does a quote in a
 * quote. `>>>` is Slack's sign for quoting everything that follows and does not count.
 */
export function startsWithWords(text: Text, prefix: Prefix): boolean {
  return stripped(text, prefix) !== undefined
}

/** The text without the marker and the blanks around it (and one line end, where it stood alone). Formatting stays. */
export function withoutPrefix(text: Text, prefix: Prefix): Text {
  return stripped(text, prefix) ?? text
}

/** Who is spoken to: the message opens with this person's mention. */
export function leadingMention(text: Text): { id: string } | undefined {
  const [first] = normal(text).children
  if (first?.type !== 'paragraph') return undefined
  const run = runsOf(first.children).find((each) => !isBlank(each))
  return run?.kind === 'mention' ? { id: run.id } : undefined
}

function stripped(text: Text, prefix: Prefix): Text | undefined {
  const [first, ...rest] = normal(text).children
  const opened = first === undefined ? undefined : openedBlocks(first, prefix)
  return opened === undefined ? undefined : normal({ type: 'root', children: [...opened, ...rest] })
}

function openedBlocks(block: Block, prefix: Prefix): Block[] | undefined {
  if (block.type === 'paragraph') return openedParagraph(block.children, prefix)
  if (block.type !== 'blockquote' || prefix !== '>>') return undefined
  const [first, ...rest] = block.children
  if (first?.type === 'blockquote') return [...first.children, ...rest]
  const opened = first?.type === 'paragraph' ? openedParagraph(first.children, '>') : undefined
  return opened === undefined ? undefined : [...opened, ...rest]
}

function openedParagraph(children: Parameters<typeof runsOf>[0], marker: string): Block[] | undefined {
  const runs = runsOf(children)
  const opening = openingWords(runs)
  const start = opening.length - opening.trimStart().length
  if (!opening.startsWith(marker, start)) return undefined
  if (marker.startsWith('>') && opening.startsWith('>', start + marker.length)) return undefined
  return [{ type: 'paragraph', children: inlinesOf(unspaced(dropped(runs, start + marker.length))) }]
}

/** The words a message opens with, blank lines included, up to the first code or mention. */
function openingWords(runs: readonly Run[]): string {
  const end = runs.findIndex((run) => run.kind === 'mention' || (run.kind === 'words' && run.code))
  return (end === -1 ? runs : runs.slice(0, end)).map((run) => (run.kind === 'words' ? run.words : '\n')).join('')
}

function dropped(runs: readonly Run[], units: number): Run[] {
  const result: Run[] = []
  let left = units
  for (const run of runs) {
    const width = run.kind === 'words' ? run.words.length : 1
    if (left === 0) result.push(run)
    else if (run.kind === 'words' && width > left) result.push({ ...run, words: run.words.slice(left) })
    left = Math.max(0, left - width)
  }
  return result
}

function unspaced(runs: readonly Run[]): Run[] {
  const [first, ...rest] = runs
  if (first?.kind === 'break') return rest
  if (first?.kind !== 'words' || first.code) return [...runs]
  const words = first.words.trimStart()
  return words === '' ? unspaced(rest) : [{ ...first, words }, ...rest]
}

function isBlank(run: Run): boolean {
  return run.kind === 'break' || (run.kind === 'words' && run.words.trim() === '')
}
