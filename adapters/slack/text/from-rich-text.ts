import { calm } from '../../../src/domain/text/calm.ts'
import { inlinesOf, type Run, runsOf } from '../../../src/domain/text/runs.ts'
import type { Block, Text } from '../../../src/domain/text/text.ts'
import { inlineOf, wordsOf } from './element.ts'
import { labelsIn } from './labels.ts'
import { listsOf } from './list.ts'
import { fromMrkdwn } from './mrkdwn.ts'
import { each, elementShape, elementsOf, type Part, partShape, richTextShape } from './shapes.ts'

/**
 * What somebody wrote in Slack, calm. The `rich_text` blocks of a message say it exactly; without any (bots, old
 * clients) or where they say nothing, its `text` is read as mrkdwn. Never throws: what has no words is passed over.
 */
export function fromRichText(blocks: unknown, text: string): Text {
  const parts = each(richTextShape, Array.isArray(blocks) ? blocks : []).flatMap((block) =>
    each(partShape, block.elements),
  )
  const written = calm({ type: 'root', children: blocksOf(parts, labelsIn(text)) })
  return written.children.length > 0 ? written : fromMrkdwn(text)
}

function blocksOf(parts: readonly Part[], labels: ReadonlyMap<string, string>): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < parts.length; ) {
    const part = parts[at]
    if (part === undefined) break
    const lists = listsFrom(parts, at)
    if (lists.length > 0) blocks.push(...listsOf(lists, labels))
    else blocks.push(...blockOf(part, parts[at + 1], labels))
    at += Math.max(1, lists.length)
  }
  return blocks
}

function listsFrom(parts: readonly Part[], at: number): Part[] {
  const end = parts.findIndex((part, index) => index >= at && part.type !== 'rich_text_list')
  return parts.slice(at, end === -1 ? undefined : end)
}

function blockOf(part: Part, next: Part | undefined, labels: ReadonlyMap<string, string>): Block[] {
  if (part.type === 'rich_text_preformatted') {
    return [
      {
        type: 'code',
        value: each(elementShape, part.elements)
          .map((each) => each.text ?? wordsOf(each, labels))
          .join(''),
      },
    ]
  }
  const runs = runsOf(elementsOf(part).map((element) => inlineOf(element, labels)))
  if (part.type === 'rich_text_quote')
    return paragraph(runs).map((child) => ({ type: 'blockquote', children: [child] }))
  return paragraph(next === undefined || next.type === 'rich_text_section' ? runs : withoutLineEnd(runs))
}

/** Slack's composer ends the line before a list, quote or code with a line feed that it does not show. */
function withoutLineEnd(runs: readonly Run[]): Run[] {
  return runs.at(-1)?.kind === 'break' ? runs.slice(0, -1) : [...runs]
}

function paragraph(runs: readonly Run[]): Block[] {
  return runs.length === 0 ? [] : [{ type: 'paragraph', children: inlinesOf(runs) }]
}
