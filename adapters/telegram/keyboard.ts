import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { Choice } from '../../src/adapter.ts'

/** More than this Telegram does not show in a button, nor more buttons under a message. */
const LABEL_UNITS = 64
const PER_ROW = 8
const PER_MESSAGE = 100

/**
 * Choices as an inline keyboard; undefined where there are none. A menu is its options, one below the other; to
 * choose a person Telegram has nothing (`adapter.ts`, `people`). Whatever `callback_data` carries is an opaque id.
 */
export function keyboardOf(choices: Choice[][] | undefined): InlineKeyboardMarkup | undefined {
  const rows = (choices ?? []).flatMap(rowsOf)
  const shown = withinLimit(rows)
  return shown.length === 0 ? undefined : { inline_keyboard: shown }
}

/** A row of choices is one row of buttons, broken where a menu stands or where it gets too long. */
function rowsOf(choices: Choice[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = []
  let row: InlineKeyboardButton[] = []
  const endRow = () => {
    if (row.length > 0) rows.push(row)
    row = []
  }
  for (const choice of choices) {
    if (choice.kind === 'people') continue
    if (choice.kind === 'menu') {
      endRow()
      rows.push(...menuRows(choice))
      continue
    }
    if (row.length === PER_ROW) endRow()
    row.push(choice.kind === 'link' ? { text: label(choice.label), url: choice.url } : button(choice))
  }
  endRow()
  return rows
}

function button(choice: Extract<Choice, { kind: 'button' }>): InlineKeyboardButton {
  const plain = { text: label(choice.label), callback_data: choice.id }
  return choice.tone ? { ...plain, style: choice.tone } : plain
}

function menuRows(menu: Extract<Choice, { kind: 'menu' }>): InlineKeyboardButton[][] {
  return menu.options.map((option) => {
    const mark = option.id === menu.chosen ? '• ' : ''
    return [{ text: label(mark + option.label), callback_data: option.id }]
  })
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Never empty (Telegram refuses it), never cut inside a character. */
function label(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= LABEL_UNITS) return line === '' ? '…' : line
  let kept = ''
  for (const { segment } of graphemes.segment(line)) {
    if (kept.length + segment.length > LABEL_UNITS - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** The last rows go first: what decides (take, resolve) stands on top. */
function withinLimit(rows: InlineKeyboardButton[][]): InlineKeyboardButton[][] {
  let room = PER_MESSAGE
  return rows.filter((row) => {
    room -= row.length
    return room >= 0
  })
}
