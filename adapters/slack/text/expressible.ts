import { linesOf } from '../../../src/domain/text/lines.ts'
import { normal } from '../../../src/domain/text/normal.ts'
import { inlinesOf, type Run, runsOf } from '../../../src/domain/text/runs.ts'
import { spoken } from '../../../src/domain/text/spoken.ts'
import type { Block, ListItem, Text } from '../../../src/domain/text/text.ts'

type List = Extract<Block, { type: 'list' }>

/**
 * A text as a `rich_text` block can show it; what it cannot show becomes words, so that `toPlain` stays the same:
 * - a mention is a name, never a live mention; a link leads to http, https or mailto with at most 3,000 characters;
 * - a quote is one run of lines, whatever blocks are in it;
 * - a numbered list that would not count 1, 2, 3 (it starts elsewhere, or an inner list interrupts it and Slack would
 *   begin at 1 again: the published types know no `offset`) becomes lines with their numbers.
 */
export function expressible(text: Text): Text {
  return normal({ type: 'root', children: normal(text).children.map(block) })
}

function block(source: Block): Block {
  switch (source.type) {
    case 'paragraph':
      return paragraph(runsOf(source.children))
    case 'code':
      return source
    case 'blockquote':
      return { type: 'blockquote', children: [paragraph(linesOf(source.children))] }
    case 'list':
      return counts(source) ? list(source) : paragraph(linesOf([source]))
    default:
      return source satisfies never
  }
}

function paragraph(runs: readonly Run[]): Block {
  return { type: 'paragraph', children: inlinesOf(spoken(runs, showsLink)) }
}

function showsLink(url: string): boolean {
  return /^(?:https?|mailto):/i.test(url) && url.length <= 3000
}

function list(source: List): List {
  return { ...source, children: source.children.map(item) }
}

function item(source: ListItem): ListItem {
  return {
    type: 'listItem',
    children: source.children.map((child) => (child.type === 'list' ? list(child) : block(child))),
  }
}

function counts(source: List): boolean {
  const inner = source.children.map((each) => each.children.filter((child) => child.type === 'list'))
  if (!inner.flat().every(counts)) return false
  return !source.ordered || (source.start === undefined && inner.slice(0, -1).every((lists) => lists.length === 0))
}
