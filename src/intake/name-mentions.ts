import type { Inbound } from '../adapter.ts'
import type { Inline, Text } from '../domain/text/text.ts'
import type { Standing } from './standing.ts'

/** Whom a text names by a platform's id alone. */
export function mentionsIn(text: Text): string[] {
  const found: string[] = []
  walk(text, (inline) => {
    if (inline.type === 'mention' && inline.name === undefined) found.push(inline.id)
  })
  return found
}

/** Mentions get the names people know each other by: on the other side an id means nothing. */
export function named(inbound: Inbound, others: ReadonlyMap<string, Standing>): Inbound {
  const name = (text: Text): Text => namedIn(text, others)
  if (inbound.does === 'say' || inbound.does === 'edit') {
    const { text, own } = inbound
    const its = { text: name(text), ...(own && { own: name(own) }) }
    if (inbound.does === 'edit') return { ...inbound, ...its }
    return { ...inbound, ...its, ...(inbound.toUs && { toUs: name(inbound.toUs) }) }
  }
  if (inbound.does === 'react' && inbound.source) {
    return { ...inbound, source: { ...inbound.source, text: name(inbound.source.text) } }
  }
  if (inbound.does === 'raise') return { ...inbound, source: { ...inbound.source, text: name(inbound.source.text) } }
  return inbound
}

/** The same for one text. */
export function namedIn(text: Text, others: ReadonlyMap<string, Standing>): Text {
  if (mentionsIn(text).length === 0) return text
  const copy = structuredClone(text)
  walk(copy, (inline) => {
    if (inline.type === 'mention' && inline.name === undefined) inline.name = others.get(inline.id)?.name ?? inline.id
  })
  return copy
}

function walk(
  node: Text | Text['children'][number] | Inline | { type: 'listItem'; children: Text['children'] },
  visit: (inline: Inline) => void,
): void {
  if (node.type === 'mention') visit(node)
  if ('children' in node) for (const child of node.children) walk(child, visit)
}
