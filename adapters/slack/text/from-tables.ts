import { z } from 'zod'
import { calm } from '../../../src/domain/text/calm.ts'
import { joinTexts } from '../../../src/domain/text/joined.ts'
import { toPlain } from '../../../src/domain/text/plain.ts'
import type { Text } from '../../../src/domain/text/text.ts'
import { fromRichText } from './from-rich-text.ts'
import { each } from './shapes.ts'

const tableShape = z.looseObject({ type: z.literal('table'), rows: z.array(z.array(z.unknown())) })
/** `raw_number` bears what is shown of it as `text`, too. */
const rawShape = z.looseObject({ type: z.enum(['raw_text', 'raw_number']), text: z.string() })

/** A column is filled up to this width (UTF-16 units): one long cell must not blow up every row. */
const WIDEST = 24

/**
 * The tables among some blocks, calm: each one block of code, a line `cell | cell` for each row, its columns below one
 * another. Never throws: what is no table is passed over, and a table without words is none.
 */
export function fromTables(blocks: readonly unknown[]): Text {
  const texts = each(tableShape, blocks).map(({ rows }) => {
    const cells = rows.map((row) => row.map(wordsOf))
    const hasWords = cells.flat().some((cell) => cell !== '')
    return calm({ type: 'root', children: hasWords ? [{ type: 'code', value: linesOf(cells) }] : [] })
  })
  return joinTexts(texts)
}

function wordsOf(cell: unknown): string {
  const raw = rawShape.safeParse(cell).data
  const words = raw ? raw.text : toPlain(fromRichText([cell], ''))
  return words.replace(/\s+/g, ' ').trim()
}

function linesOf(rows: readonly string[][]): string {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? 0, cell.length))
    })
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n')
}
