import type { Block, Inline, ListItem, Text } from '../domain/text/text.ts'
import { putBack } from './kept.ts'

/** The tree with its facts put back, inside the nodes they stand in: the shape never depends on them. */
export function fill(text: Text, written: readonly string[]): Text {
  return { type: 'root', children: text.children.map((block) => fillBlock(block, written)) }
}

function fillBlock(block: Block, written: readonly string[]): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, children: block.children.map((inline) => fillInline(inline, written)) }
    case 'blockquote':
      return { ...block, children: block.children.map((inner) => fillBlock(inner, written)) }
    case 'list':
      return { ...block, children: block.children.map((item) => fillItem(item, written)) }
    case 'code':
      return { ...block, value: putBack(block.value, written) }
  }
}

function fillItem(item: ListItem, written: readonly string[]): ListItem {
  return { ...item, children: item.children.map((block) => fillBlock(block, written)) }
}

function fillInline(inline: Inline, written: readonly string[]): Inline {
  switch (inline.type) {
    case 'text':
    case 'inlineCode':
      return { ...inline, value: putBack(inline.value, written) }
    case 'strong':
    case 'emphasis':
    case 'delete':
      return { ...inline, children: inline.children.map((inner) => fillInline(inner, written)) }
    case 'link':
      return {
        ...inline,
        url: putBack(inline.url, written),
        children: inline.children.map((inner) => fillInline(inner, written)),
      }
    case 'break':
    case 'mention':
      return inline
  }
}
