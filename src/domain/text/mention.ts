import { normal } from './normal.ts'
import type { Block, Inline, Text } from './text.ts'

/**
 * The words of a message without the mentions of one person; undefined where it names them nowhere. Blanks and the
 * comma or colon after a mention that opened the message go with it.
 */
export function withoutMention(text: Text, id: string): Text | undefined {
  let found = false
  const words = (inlines: readonly Inline[]): Inline[] =>
    inlines.flatMap((inline): Inline[] => {
      if (inline.type === 'mention' && inline.id === id) {
        found = true
        return []
      }
      return 'children' in inline ? [{ ...inline, children: words(inline.children) }] : [inline]
    })
  const block = (one: Block): Block => {
    if (one.type === 'paragraph') return { ...one, children: words(one.children) }
    if (one.type === 'blockquote') return { ...one, children: one.children.map(block) }
    if (one.type !== 'list') return one
    return { ...one, children: one.children.map((item) => ({ ...item, children: item.children.map(block) })) }
  }
  const rest = normal({ type: 'root', children: text.children.map(block) })
  return found ? opened(rest) : undefined
}

/** Without the blanks and marks that followed a name at the very beginning. */
function opened(text: Text): Text {
  const [first, ...others] = text.children
  if (first?.type !== 'paragraph') return text
  const [head, ...rest] = first.children
  if (head?.type === 'break') {
    return opened(normal({ type: 'root', children: [{ ...first, children: rest }, ...others] }))
  }
  if (head?.type !== 'text') return text
  const value = head.value.replace(/^[\s,:;–—-]+/, '')
  const children: Inline[] = value === '' ? rest : [{ ...head, value }, ...rest]
  return normal({ type: 'root', children: [{ ...first, children }, ...others] })
}
