import type { types } from '@slack/bolt'
import type { Choice } from '../../../src/adapter.ts'
import { plain } from './plain.ts'

/** `action_id` of a button that opens a form: answered while Slack waits. */
export const OPENS_FORM = 'form:'
/** `action_id` of a choice of people; what follows is the choice's id, for Slack gives no value with it. */
export const PEOPLE = 'people:'

const MOST_ELEMENTS = 25
const MOST_OPTIONS = 100
/** A message takes 50 blocks; this many rows leave room for the words above them. */
const MOST_ROWS = 30

/** Rows of choices as `actions` blocks: a row of more than 25 goes on in the next block; very many rows are joined. */
export function choiceBlocks(rows: Choice[][]): types.ActionsBlock[] {
  const filled = rows.filter((row) => row.length > 0)
  const kept = filled.length > MOST_ROWS ? [filled.flat()] : filled
  return kept.flatMap(inTwentyFives).map((row, index) => ({
    type: 'actions',
    block_id: `choices:${index}`,
    elements: row.map(elementOf),
  }))
}

function inTwentyFives(row: Choice[]): Choice[][] {
  const parts: Choice[][] = []
  for (let from = 0; from < row.length; from += MOST_ELEMENTS) parts.push(row.slice(from, from + MOST_ELEMENTS))
  return parts
}

function elementOf(choice: Choice, index: number): types.ActionsBlockElement {
  switch (choice.kind) {
    case 'button':
      return {
        type: 'button',
        action_id: `${choice.opensForm ? OPENS_FORM : 'press:'}${index}`,
        text: label(choice.label),
        value: choice.id,
        ...(choice.tone ? { style: choice.tone } : {}),
      }
    case 'menu':
      return menu(choice)
    case 'people':
      return { type: 'users_select', action_id: `${PEOPLE}${choice.id}`, placeholder: plain(choice.label, 150) }
    case 'link':
      return { type: 'button', action_id: `link:${index}`, text: label(choice.label), url: choice.url }
    default:
      return choice satisfies never
  }
}

function menu(choice: Extract<Choice, { kind: 'menu' }>): types.StaticSelect {
  const options = choice.options.slice(0, MOST_OPTIONS).map((option) => ({
    text: plain(option.label, 75),
    value: option.id,
  }))
  const chosen = options.find((option) => option.value === choice.chosen)
  return {
    type: 'static_select',
    action_id: `menu:${choice.id}`,
    placeholder: plain(choice.label, 150),
    options,
    ...(chosen ? { initial_option: chosen } : {}),
  }
}

/** A label is ours, so its emoji are meant. */
function label(words: string): types.PlainTextElement {
  return { ...plain(words, 75), emoji: true }
}
