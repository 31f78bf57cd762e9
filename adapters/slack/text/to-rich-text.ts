import type { types } from '@slack/bolt'
import { calmSent } from '../../../src/domain/text/calm.ts'
import { toPlain } from '../../../src/domain/text/plain.ts'
import { mentionWords, type Run, runsOf } from '../../../src/domain/text/runs.ts'
import { byLink } from '../../../src/domain/text/spoken.ts'
import { type Block, plainText, type Text } from '../../../src/domain/text/text.ts'
import { expressible } from './expressible.ts'

type List = Extract<Block, { type: 'list' }>

/**
 * A `rich_text` block of nothing but text and links: words in `text` elements are never parsed, so nothing in them
 * can mention anybody or become markup (platforms.md §A3.3). Where the formatting makes the block heavier than
 * `maxBytes` of JSON (platforms.md §A2: `msg_blocks_too_long`; leave the rest of the message its share), the same
 * words come in one plain section; a calm text of 3,500 UTF-16 units then fits 12,000 bytes.
 * An empty text gives a block without elements, which Slack refuses: leave it out.
 */
export function toRichText(text: Text, maxBytes = 12_000): types.RichTextBlock {
  const shown = expressible(calmSent(text))
  const full = richText(shown.children)
  return bytes(full) <= maxBytes ? full : richText(plainText(toPlain(shown)).children)
}

function bytes(block: types.RichTextBlock): number {
  return Buffer.byteLength(JSON.stringify(block), 'utf8')
}

function richText(blocks: readonly Block[]): types.RichTextBlock {
  return { type: 'rich_text', elements: blocks.flatMap((block, index) => parts(block, index < blocks.length - 1)) }
}

function parts(block: Block, followed: boolean): types.RichTextBlockElement[] {
  switch (block.type) {
    case 'paragraph':
      return [{ type: 'rich_text_section', elements: elements(lineEnded(runsOf(block.children), followed)) }]
    case 'code':
      return [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: block.value }] }]
    case 'blockquote':
      return [{ type: 'rich_text_quote', elements: block.children.flatMap(paragraphElements) }]
    case 'list':
      return listParts(block, 0)
    default:
      return block satisfies never
  }
}

/** A blank line before another block needs a second line feed: the last one of a section is not shown there. */
function lineEnded(runs: readonly Run[], followed: boolean): Run[] {
  return followed && runs.at(-1)?.kind === 'break' ? [...runs, { kind: 'break' }] : [...runs]
}

function paragraphElements(block: Block): Element[] {
  return block.type === 'paragraph' ? elements(runsOf(block.children)) : []
}

type Element = types.RichTextText | types.RichTextLink

function elements(runs: readonly Run[]): Element[] {
  const result: Element[] = []
  for (const group of byLink(runs)) {
    for (const run of group.runs) {
      const element = elementOf(run)
      const last = result.at(-1)
      // Plain words and line feeds are one element.
      if (last?.type === 'text' && element.type === 'text' && !last.style && !element.style) last.text += element.text
      else result.push(element)
    }
  }
  return result
}

function elementOf(run: Run): Element {
  if (run.kind === 'break') return { type: 'text', text: '\n' }
  const words = run.kind === 'mention' ? mentionWords(run) : run.words
  const style = {
    ...(run.strong && { bold: true }),
    ...(run.emphasis && { italic: true }),
    ...(run.delete && { strike: true }),
    ...(run.code && { code: true }),
  }
  const look = Object.keys(style).length > 0 ? { style } : {}
  if (run.url === undefined) return { type: 'text', text: words, ...look }
  return { type: 'link', url: run.url, ...(words !== run.url && { text: words }), ...look }
}

/** Lists in lists, laid out flat: what Slack calls nesting is an `indent`. */
function listParts(list: List, indent: number): types.RichTextList[] {
  const result: types.RichTextList[] = []
  let fresh = true
  for (const item of list.children) {
    const section: types.RichTextSection = {
      type: 'rich_text_section',
      elements: item.children.flatMap(paragraphElements),
    }
    const last = result.at(-1)
    if (!fresh && last !== undefined) last.elements.push(section)
    else
      result.push({
        type: 'rich_text_list',
        style: list.ordered ? 'ordered' : 'bullet',
        ...(indent > 0 && { indent }),
        elements: [section],
      })
    const inner = item.children.flatMap((child) => (child.type === 'list' ? listParts(child, indent + 1) : []))
    result.push(...inner)
    fresh = inner.length > 0
  }
  return result
}
