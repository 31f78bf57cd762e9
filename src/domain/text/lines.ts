import { joined, lines, noLook, type Run, runsOf, wordsRun } from './runs.ts'
import type { Block, ListItem } from './text.ts'

/**
 * Blocks as nothing but lines: list markers, `> ` and indents become words, code becomes inline code. This is what a
 * reader of plain text sees, and what every place falls back to that cannot show a block.
 */
export function linesOf(blocks: readonly Block[]): Run[] {
  return joined(
    blocks.flatMap((block, index): Run[] => (index === 0 ? blockLines(block) : [brk, ...blockLines(block)])),
  )
}

const brk: Run = { kind: 'break' }

function blockLines(block: Block): Run[] {
  switch (block.type) {
    case 'paragraph':
      return runsOf(block.children)
    case 'code':
      return lines(block.value, { ...noLook, code: true })
    case 'blockquote':
      return prefixed(linesOf(block.children), '> ', '> ')
    case 'list':
      return block.children.flatMap((item, index): Run[] => {
        const marker = block.ordered ? `${(block.start ?? 1) + index}. ` : '• '
        return index === 0 ? itemLines(item, marker) : [brk, ...itemLines(item, marker)]
      })
    default:
      return block satisfies never
  }
}

function itemLines(item: ListItem, marker: string): Run[] {
  return prefixed(linesOf(item.children), marker, ' '.repeat(marker.length))
}

function prefixed(runs: readonly Run[], first: string, rest: string): Run[] {
  return [wordsRun(first), ...runs.flatMap((run) => (run.kind === 'break' ? [run, wordsRun(rest)] : [run]))]
}
