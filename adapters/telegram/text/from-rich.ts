import { z } from 'zod'
import { calm } from '../../../src/domain/text/calm.ts'
import { inlinesOf, type Look, lines, noLook, type Run } from '../../../src/domain/text/runs.ts'
import type { Block, Text } from '../../../src/domain/text/text.ts'
import { mentionOf, styleOf } from './look.ts'

/** Telegram nests 16 levels; what lies much deeper is no message of its. */
const MOST_LEVELS = 24

const many = z.array(z.unknown()).catch([])

/** A block of any kind, as far as it has words (`RichBlock`, Bot API 10.1). Kinds to come have theirs in the same fields. */
const blockShape = z.looseObject({
  type: z.string(),
  text: z.unknown().optional(),
  blocks: many,
  items: z
    .array(
      z.looseObject({
        blocks: many,
        value: z.unknown().optional(),
        is_checked: z.unknown().optional(),
        has_checkbox: z.unknown().optional(),
      }),
    )
    .catch([]),
  cells: z.array(z.array(z.looseObject({ text: z.unknown().optional() }))).catch([]),
  buttons: z.array(z.looseObject({ text: z.unknown().optional() })).catch([]),
  summary: z.unknown().optional(),
  credit: z.unknown().optional(),
  caption: z.unknown().optional(),
  expression: z.string().optional().catch(undefined),
})
type RichBlock = z.infer<typeof blockShape>

const spanShape = z.looseObject({
  type: z.string(),
  text: z.unknown().optional(),
  url: z.string().optional().catch(undefined),
  user: z.looseObject({ id: z.int() }).optional().catch(undefined),
  alternative_text: z.unknown().optional(),
  expression: z.unknown().optional(),
  button: z.looseObject({ text: z.unknown().optional() }).optional().catch(undefined),
})

/**
 * The words of a rich message (a bot's, forwarded by somebody), calm: headings are bold, a table's rows lines, what
 * folds is unfolded. Never throws; its files are told apart (`enclosures.ts`).
 */
export function fromRich(blocks: readonly unknown[]): Text {
  return calm({ type: 'root', children: blocksOf(blocks, 0) })
}

/** Every block of a rich message, those within others as well. */
export function everyBlock(blocks: readonly unknown[], level = 0): RichBlock[] {
  if (level > MOST_LEVELS) return []
  return blocks.flatMap((one) => {
    const block = blockShape.safeParse(one).data
    const within = block ? [...block.blocks, ...block.items.flatMap((item) => item.blocks)] : []
    return block ? [block, ...everyBlock(within, level + 1)] : []
  })
}

function blocksOf(blocks: readonly unknown[], level: number): Block[] {
  if (level > MOST_LEVELS) return []
  return blocks.flatMap((one) => {
    const block = blockShape.safeParse(one).data
    return block ? blockOf(block, level + 1) : []
  })
}

function blockOf(block: RichBlock, level: number): Block[] {
  const { type, text, blocks, items, cells, credit } = block
  switch (type) {
    case 'heading':
      return paragraph(runsIn(text, { ...noLook, strong: true }))
    case 'pre':
      return [{ type: 'code', value: wordsIn(text) }]
    case 'mathematical_expression':
      return [{ type: 'code', value: block.expression ?? '' }]
    case 'list': {
      const children = items.map((item) => ({
        type: 'listItem' as const,
        children: [...box(item), ...blocksOf(item.blocks, level)],
      }))
      return [{ type: 'list', ordered: items.some(({ value }) => typeof value === 'number'), children }]
    }
    case 'blockquote':
    case 'expandable_blockquote':
    case 'pullquote':
      return [
        {
          type: 'blockquote',
          children: [...paragraph(runsIn(text)), ...blocksOf(blocks, level), ...paragraph(runsIn(credit))],
        },
      ]
    case 'table':
      return [...captionOf(block), ...cells.flatMap((row) => paragraph(apart(row, ' | ')))]
    case 'details':
      return [...paragraph(runsIn(block.summary, { ...noLook, strong: true })), ...blocksOf(blocks, level)]
    case 'buttons':
      return paragraph(apart(block.buttons, ' '))
    default:
      return [...paragraph(runsIn(text)), ...blocksOf(blocks, level), ...captionOf(block)]
  }
}

function box({ has_checkbox, is_checked }: RichBlock['items'][number]): Block[] {
  return has_checkbox === true ? paragraph(lines(is_checked === true ? '☑' : '☐', noLook)) : []
}

/** A caption is words, or words and whose they are. */
function captionOf({ caption }: RichBlock): Block[] {
  const { text, credit } =
    z.looseObject({ text: z.unknown().optional(), credit: z.unknown().optional() }).safeParse(caption).data ?? {}
  const isSpan = typeof caption === 'string' || Array.isArray(caption) || spanShape.safeParse(caption).success
  return isSpan ? paragraph(runsIn(caption)) : [...paragraph(runsIn(text)), ...paragraph(runsIn(credit))]
}

function apart(parts: readonly { text?: unknown }[], sign: string): Run[] {
  return parts.flatMap(({ text }, n) => (n === 0 ? runsIn(text) : [...lines(sign, noLook), ...runsIn(text)]))
}

function paragraph(runs: readonly Run[]): Block[] {
  return runs.length === 0 ? [] : [{ type: 'paragraph', children: inlinesOf(runs) }]
}

function wordsIn(text: unknown): string {
  return runsIn(text)
    .map((run) => (run.kind === 'break' ? '\n' : run.kind === 'words' ? run.words : (run.name ?? run.id)))
    .join('')
}

function runsIn(text: unknown, look: Look = noLook, level = 0): Run[] {
  if (typeof text === 'string') return lines(text, look)
  if (level > MOST_LEVELS) return []
  if (Array.isArray(text)) return text.flatMap((part: unknown) => runsIn(part, look, level + 1))
  const span = spanShape.safeParse(text).data
  if (!span) return []
  const words = span.text ?? span.alternative_text ?? span.expression ?? span.button?.text
  if (span.type !== 'text_mention' || !span.user) return runsIn(words, { ...look, ...lookOf(span) }, level + 1)
  return [mentionOf(look, span.user, wordsIn(words))]
}

function lookOf({ type, url }: z.infer<typeof spanShape>): Partial<Look> {
  if (type === 'mathematical_expression') return styleOf('code')
  if (type === 'url') return url === undefined ? {} : { url }
  return styleOf(type)
}
