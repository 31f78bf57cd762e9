import { areClosed } from './isolated.ts'
import { safeUrl } from './link.ts'
import { normal } from './normal.ts'
import type { Block, Inline, Text } from './text.ts'
import { calmWords, calmWordsSent } from './words.ts'

export { calmWords } from './words.ts'

/**
 * A text as it may be stored and shown to others: all words calm, links that lead anywhere but to `http`, `https`,
 * `mailto` or `tel` turned into their label, the tree in its normal form (shallow, nothing empty). Both adapters
 * answer with calm texts. Saying it twice changes nothing.
 */
export function calm(text: Text): Text {
  return normal({ type: 'root', children: text.children.map((block) => calmBlock(block, calmParagraph)) })
}

/**
 * The same for what is about to be sent: the isolates in which our sentences set names and keys (`isolated.ts`) stay,
 * in paragraphs where each is closed. People's words have lost theirs at the door.
 */
export function calmSent(text: Text): Text {
  const children = text.children.map((block) =>
    calmBlock(block, (inlines) => {
      const kept = inlines.flatMap((inline) => calmInline(inline, calmWordsSent))
      return areClosed(kept.map(leaves).join('')) ? kept : calmParagraph(inlines)
    }),
  )
  return normal({ type: 'root', children })
}

function calmParagraph(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline) => calmInline(inline, calmWords))
}

function leaves(inline: Inline): string {
  if ('children' in inline) return inline.children.map(leaves).join('')
  return 'value' in inline ? inline.value : ''
}

function calmBlock(block: Block, paragraph: (inlines: readonly Inline[]) => Inline[]): Block {
  const inner = (child: Block): Block => calmBlock(child, paragraph)
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: paragraph(block.children) }
    case 'blockquote':
      return { type: 'blockquote', children: block.children.map(inner) }
    case 'code':
      return { type: 'code', value: calmWords(block.value) }
    case 'list':
      return {
        ...block,
        children: block.children.map((item) => ({ type: 'listItem', children: item.children.map(inner) })),
      }
    default:
      return block satisfies never
  }
}

function calmInline(inline: Inline, words: (said: string) => string): Inline[] {
  switch (inline.type) {
    case 'text':
    case 'inlineCode':
      return [{ type: inline.type, value: words(inline.value) }]
    case 'break':
      return [inline]
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ type: inline.type, children: inline.children.flatMap((inner) => calmInline(inner, words)) }]
    case 'link':
      return calmLink(
        inline.url,
        inline.children.flatMap((inner) => calmInline(inner, words)),
      )
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
