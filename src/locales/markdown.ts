import type { PhrasingContent, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block, Inline, ListItem, Text } from '../domain/text/text.ts'

const markdown = unified().use(remarkParse)

/** A sentence of ours, out of Markdown. Never for what people wrote: their words come in as facts, after this. */
export const parseSentence = parseMarkdown

/** What is written in Markdown on purpose: a desk's macros. Words put in must be escaped. */
export function parseMarkdown(source: string): Text {
  return { type: 'root', children: markdown.parse(source).children.flatMap(toBlocks) }
}

function toBlocks(node: RootContent): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: node.children.flatMap(toInlines) }]
    case 'heading':
      return [{ type: 'paragraph', children: [{ type: 'strong', children: node.children.flatMap(toInlines) }] }]
    case 'blockquote':
      return [{ type: 'blockquote', children: node.children.flatMap(toBlocks) }]
    case 'code':
      return [{ type: 'code', value: node.value }]
    case 'list': {
      const items = node.children.map(
        (item): ListItem => ({ type: 'listItem', children: item.children.flatMap(toBlocks) }),
      )
      return [
        { type: 'list', ordered: node.ordered ?? false, ...(node.start ? { start: node.start } : {}), children: items },
      ]
    }
    case 'html':
      return [{ type: 'paragraph', children: [{ type: 'text', value: node.value }] }]
    default:
      return [] // a rule or a definition shows nothing
  }
}

function toInlines(node: PhrasingContent): Inline[] {
  switch (node.type) {
    case 'text':
      return lines(node.value)
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ type: node.type, children: node.children.flatMap(toInlines) }]
    case 'link':
      return [{ type: 'link', url: node.url, children: node.children.flatMap(toInlines) }]
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'html':
      return [{ type: 'text', value: node.value }]
    default:
      return [] // pictures and footnotes have no place in a chat sentence
  }
}

/** In a chat a new line is a new line, not a space as in Markdown. */
function lines(words: string): Inline[] {
  return words.split('\n').flatMap((line, index): Inline[] => {
    const text: Inline[] = line === '' ? [] : [{ type: 'text', value: line }]
    return index === 0 ? text : [{ type: 'break' }, ...text]
  })
}
