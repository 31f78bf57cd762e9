import { linesOf } from './lines.ts'
import { inlinesOf, type Run, runsOf } from './runs.ts'
import type { Block, Inline, ListItem, Text } from './text.ts'

type List = Extract<Block, { type: 'list' }>

/** Quotes and lists within one another; deeper ones become lines. Slack indents a list eight times at most. */
const deepest = 6

/**
 * The one form of all texts that look the same. Words are kept, only the tree changes:
 * - a line feed in `text` or `inlineCode` is a `break`; a break wears no style; neighbours of one look are one node;
 *   styles nest link > strong > emphasis > delete > words; a link without a label shows its target;
 * - an empty paragraph, quote or code block goes, and so does an empty bullet (an empty numbered item keeps its number);
 * - paragraphs in a row are one, with a break between; lists in a row are one where their markers go on;
 * - a list item is one paragraph, then lists: other blocks in it become lines, and what stands after an inner list
 *   goes on in the last item of that list;
 * - quotes and lists deeper than six become lines.
 * Saying it twice changes nothing.
 */
export function normal(text: Text): Text {
  return { type: 'root', children: normalBlocks(text.children, 0) }
}

function normalBlocks(blocks: readonly Block[], depth: number): Block[] {
  return fused(blocks.flatMap((block) => normalBlock(block, depth)))
}

function normalBlock(block: Block, depth: number): Block[] {
  if (block.type === 'paragraph') return paragraph(runsOf(block.children))
  if (block.type === 'code') return block.value === '' ? [] : [{ type: 'code', value: block.value }]
  if (depth >= deepest) return isEmpty(block) ? [] : paragraph(linesOf([block]))
  if (block.type === 'blockquote') {
    const children = normalBlocks(block.children, depth + 1)
    return children.length === 0 ? [] : [{ type: 'blockquote', children }]
  }
  return normalList(block, depth)
}

function isEmpty(block: Block): boolean {
  if (block.type === 'code') return block.value === ''
  if (block.type === 'paragraph') return runsOf(block.children).length === 0
  return block.children.every((child) => (child.type === 'listItem' ? child.children.every(isEmpty) : isEmpty(child)))
}

function normalList(list: List, depth: number): Block[] {
  const items = list.children.map((item) => normalItem(item, depth + 1))
  const shown = list.ordered ? items : items.filter((item) => item.children.length > 0)
  return items.every((item) => item.children.length === 0) ? [] : [listOf(list.ordered, list.start, shown)]
}

function listOf(ordered: boolean, start: number | undefined, children: ListItem[]): List {
  return ordered && start !== undefined && start !== 1
    ? { type: 'list', ordered, start, children }
    : { type: 'list', ordered, children }
}

function normalItem(item: ListItem, depth: number): ListItem {
  return { type: 'listItem', children: itemBlocks(normalBlocks(item.children, depth)) }
}

function itemBlocks(blocks: readonly Block[]): Block[] {
  const firstList = blocks.findIndex((block) => block.type === 'list')
  const words = firstList === -1 ? blocks : blocks.slice(0, firstList)
  const rest = firstList === -1 ? [] : blocks.slice(firstList)
  const lists: List[] = []
  for (const block of rest) {
    const last = lists.at(-1)
    if (block.type === 'list') lists.push(block)
    else if (last !== undefined) lists[lists.length - 1] = goingOn(last, block)
  }
  return [...paragraph(linesOf(words)), ...fused(lists)]
}

/** The list with one more block at the end of its last item. */
function goingOn(list: List, block: Block): List {
  const last = list.children.at(-1)
  const item: ListItem = { type: 'listItem', children: itemBlocks(fused([...(last?.children ?? []), block])) }
  return { ...list, children: [...list.children.slice(0, -1), item] }
}

function paragraph(runs: readonly Run[]): Block[] {
  const children = inlinesOf(runs)
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}

/** Neighbours that look like one block become one. */
function fused(blocks: readonly Block[]): Block[] {
  const result: Block[] = []
  for (const block of blocks) {
    const last = result.at(-1)
    if (last?.type === 'paragraph' && block.type === 'paragraph') {
      const children: Inline[] = [...last.children, { type: 'break' }, ...block.children]
      result[result.length - 1] = { type: 'paragraph', children: inlinesOf(runsOf(children)) }
    } else if (last?.type === 'list' && block.type === 'list' && goesOn(last, block)) {
      result[result.length - 1] = { ...last, children: [...last.children, ...block.children] }
    } else result.push(block)
  }
  return result
}

function goesOn(list: List, next: List): boolean {
  if (list.ordered !== next.ordered) return false
  return !list.ordered || next.start === (list.start ?? 1) + list.children.length
}
