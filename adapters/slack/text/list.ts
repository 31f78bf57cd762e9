import { inlinesOf, runsOf } from '../../../src/domain/text/runs.ts'
import type { Block, ListItem } from '../../../src/domain/text/text.ts'
import { inlineOf } from './element.ts'
import { elementsOf, type Part } from './shapes.ts'

type List = Extract<Block, { type: 'list' }>

/**
 * Slack has no lists in lists: a nested one is a `rich_text_list` of its own with a higher `indent`, and what follows
 * it at the old indent is a third, whose `offset` goes on counting. Here they are nested again; the
 * normal form makes one list of those that go on.
 */
export function listsOf(parts: readonly Part[], labels: ReadonlyMap<string, string>): List[] {
  const roots: List[] = []
  let open: List[] = []
  for (const part of parts) {
    const depth = Math.min(Math.max(0, part.indent ?? 0), open.length)
    const items = part.elements.map((section) => itemOf(section, labels))
    const list = listFor(part, items)
    open = [...open.slice(0, depth), list]
    const parent = open[depth - 1]?.children.at(-1)
    if (parent === undefined) roots.push(list)
    else parent.children.push(list)
  }
  return roots
}

function listFor(part: Part, children: ListItem[]): List {
  const ordered = part.style === 'ordered'
  const start = (part.offset ?? 0) + 1
  return ordered && Number.isInteger(start) && start !== 1
    ? { type: 'list', ordered, start, children }
    : { type: 'list', ordered, children }
}

function itemOf(section: unknown, labels: ReadonlyMap<string, string>): ListItem {
  const children = inlinesOf(runsOf(elementsOf(section).map((element) => inlineOf(element, labels))))
  return { type: 'listItem', children: children.length === 0 ? [] : [{ type: 'paragraph', children }] }
}
