import { safeUrl } from './link.ts'
import { normal } from './normal.ts'
import type { Block, Inline, Text } from './text.ts'
import { calmWords } from './words.ts'

export { calmWords } from './words.ts'

/**
 * A text as it may be stored and shown to others: all words calm, links that lead anywhere but to `http`, `https`,
 * `mailto` or `tel` turned into their label, the tree in its normal form (shallow, nothing empty). Both adapters
 * answer with calm texts. Saying it twice changes nothing.
 */
export function calm(text: Text): Text {
  return normal({ type: 'root', children: text.children.map(calmBlock) })
}

function calmBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: block.children.flatMap(calmInline) }
    case 'blockquote':
      return { type: 'blockquote', children: block.children.map(calmBlock) }
    case 'code':
      return { type: 'code', value: calmWords(block.value) }
    case 'list':
      return {
        ...block,
        children: block.children.map((item) => ({ type: 'listItem', children: item.children.map(calmBlock) })),
      }
    default:
      return block satisfies never
  }
}

function calmInline(inline: Inline): Inline[] {
  switch (inline.type) {
    case 'text':
    case 'inlineCode':
      return [{ type: inline.type, value: calmWords(inline.value) }]
    case 'break':
      return [inline]
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ type: inline.type, children: inline.children.flatMap(calmInline) }]
    case 'link':
      return calmLink(inline.url, inline.children.flatMap(calmInline))
    case 'mention':
      return [
        { type: 'mention', id: oneLine(inline.id), name: inline.name === undefined ? undefined : oneLine(inline.name) },
      ]
    default:
      return inline satisfies never
  }
}

function calmLink(url: string, children: Inline[]): Inline[] {
  const safe = safeUrl(url)
  if (safe !== undefined) return [{ type: 'link', url: safe, children }]
  return children.length > 0 ? children : [{ type: 'text', value: calmWords(url) }]
}

function oneLine(words: string): string {
  return calmWords(words).replaceAll('\n', ' ')
}
