import { lines, mentionWords, noLook, type Run, runsOf } from './runs.ts'
import { shortened } from './shortened.ts'
import type { Block, Text } from './text.ts'

/**
 * The first line that says something, for a subject: without markers and link targets, blanks drawn together.
 * At most `max` UTF-16 units including the ellipsis; no grapheme is cut, but one that is longer than all of it. Empty
 * for a text without words.
 */
export function firstLine(text: Text, max: number): string {
  const line = text.children
    .flatMap(linesIn)
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .find((words) => words !== '')
  return shortened(line ?? '', max)
}

function linesIn(block: Block): string[] {
  if (block.type === 'paragraph') return wordsByLine(runsOf(block.children))
  if (block.type === 'code') return wordsByLine(lines(block.value, noLook))
  return block.children.flatMap((child) =>
    child.type === 'listItem' ? child.children.flatMap(linesIn) : linesIn(child),
  )
}

function wordsByLine(runs: readonly Run[]): string[] {
  return runs
    .map((run) => (run.kind === 'break' ? '\n' : run.kind === 'mention' ? mentionWords(run) : run.words))
    .join('')
    .split('\n')
}
