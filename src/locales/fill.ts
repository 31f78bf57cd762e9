import { FSI, isolated, PDI } from '../domain/text/isolated.ts'
import type { Block, Inline, ListItem, Text } from '../domain/text/text.ts'
import { putBack } from './kept.ts'

/**
 * The tree with its facts put back, inside the nodes they stand in: the shape never depends on them. `isolate`: the
 * sentence runs from right to left, and each fact, and code, keeps its own direction in it.
 */
export function fill(text: Text, written: readonly string[], isolate: boolean): Text {
  const shown = isolate ? written.map((fact) => (isAddress(fact) ? fact : isolated(fact))) : written
  const filling: Filling = { written, shown, isolate }
  return { type: 'root', children: text.children.map((block) => fillBlock(block, filling)) }
}

/** It is copied whole, and a mark at its end would lead elsewhere; its own letters say which way it runs. */
function isAddress(fact: string): boolean {
  return /^https?:\/\/\S+$/.test(fact)
}

interface Filling {
  /** As people may copy it: in code and addresses. */
  written: readonly string[]
  /** As it stands among words. */
  shown: readonly string[]
  isolate: boolean
}

function fillBlock(block: Block, filling: Filling): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, children: block.children.flatMap((inline) => fillInline(inline, filling)) }
    case 'blockquote':
      return { ...block, children: block.children.map((inner) => fillBlock(inner, filling)) }
    case 'list':
      return { ...block, children: block.children.map((item) => fillItem(item, filling)) }
    case 'code':
      return { ...block, value: putBack(block.value, filling.written) }
  }
}

function fillItem(item: ListItem, filling: Filling): ListItem {
  return { ...item, children: item.children.map((block) => fillBlock(block, filling)) }
}

function fillInline(inline: Inline, filling: Filling): Inline[] {
  const { written, shown, isolate } = filling
  switch (inline.type) {
    case 'text':
      return [{ ...inline, value: putBack(inline.value, shown) }]
    case 'inlineCode': {
      const code = { ...inline, value: putBack(inline.value, written) }
      // Around it: what people copy is the code alone.
      return isolate ? [{ type: 'text', value: FSI }, code, { type: 'text', value: PDI }] : [code]
    }
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ ...inline, children: inline.children.flatMap((inner) => fillInline(inner, filling)) }]
    case 'link':
      return [
        {
          ...inline,
          url: putBack(inline.url, written),
          children: inline.children.flatMap((inner) => fillInline(inner, filling)),
        },
      ]
    case 'break':
    case 'mention':
      return [inline]
  }
}
