import { type Element, type Option, optionBy } from './blocks.ts'
import type { SlackFile } from './objects.ts'
import { compose } from './said.ts'
import type { Attached, FieldValue } from './world.ts'

/** What a field holds, as `view.state.values[block_id][action_id]` carries it. */
export type FieldState = Record<string, unknown> & { type: string }

/** Slack's own checks of a field, in one word. */
export class FieldProblem extends Error {}

/** Name of the one property of a field's state that is neither `type` nor empty-able otherwise. */
const HOLDS: Record<string, string> = {
  plain_text_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  number_input: 'value',
  rich_text_input: 'rich_text_value',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  overflow: 'selected_option',
  checkboxes: 'selected_options',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  file_input: 'files',
}

/** Whether an element keeps something while a view is open (a button does not). */
export function isField(element: Element): boolean {
  return element.type !== 'overflow' && HOLDS[element.type] !== undefined
}

/** The state before anybody touched it. */
export function untouched(element: Element): FieldState {
  const holds = HOLDS[element.type] ?? 'value'
  const initial = element[`initial_${holds.replace('selected_', '').replace('rich_text_', '')}`]
  const many = holds.endsWith('s')
  return { type: element.type, [holds]: initial ?? (many ? [] : null) }
}

/** The state after somebody filled it in. Throws a `FieldProblem` where the value does not exist for this field. */
export function filled(element: Element, value: FieldValue, keepFile: (file: Attached) => SlackFile): FieldState {
  const holds = HOLDS[element.type] ?? 'value'
  return { type: element.type, [holds]: read(element, holds, value, keepFile) }
}

function read(element: Element, holds: string, value: FieldValue, keepFile: (file: Attached) => SlackFile): unknown {
  const list = value === null ? [] : typeof value === 'string' ? [value] : value
  const words = list.filter((item) => typeof item === 'string')
  const first = words[0] ?? null
  switch (holds) {
    case 'selected_option':
      return first === null ? null : theOption(element, first)
    case 'selected_options':
      return words.map((word) => theOption(element, word))
    case 'selected_users':
    case 'selected_conversations':
    case 'selected_channels':
      return words
    case 'rich_text_value':
      return first === null ? null : compose(first).block
    case 'selected_date_time':
      return first === null ? null : Number(first)
    case 'files':
      return list.filter((item) => typeof item !== 'string').map(keepFile)
    default:
      return first === '' ? null : first
  }
}

function theOption(element: Element, wanted: string): Option {
  const option = optionBy(element, wanted)
  if (!option) throw new FieldProblem('no_such_option')
  return option
}

/** What Slack itself finds wrong with a field on submission, or undefined. */
export function ownCheck(element: Element, state: FieldState, optional: boolean): string | undefined {
  const value = state[HOLDS[element.type] ?? 'value']
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return optional ? undefined : 'required'
  if (Array.isArray(value) && element.max_files !== undefined && value.length > element.max_files) return 'too_long'
  if (typeof value !== 'string') return undefined
  if (value.trim() === '' && !optional) return 'required'
  const length = Array.from(value).length
  if (element.min_length !== undefined && length < element.min_length) return 'too_short'
  if (length > (element.max_length ?? 3000)) return 'too_long'
  if (element.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return 'not_an_email'
  if (element.type === 'url_text_input' && !URL.canParse(value)) return 'not_a_url'
  return element.type === 'number_input' ? numberCheck(element, value) : undefined
}

function numberCheck(element: Element, value: string): string | undefined {
  const number = Number(value)
  if (
    value.trim() === '' ||
    Number.isNaN(number) ||
    (element.is_decimal_allowed === false && !Number.isInteger(number))
  )
    return 'not_a_number'
  if (element.min_value !== undefined && number < Number(element.min_value)) return 'too_short'
  return element.max_value !== undefined && number > Number(element.max_value) ? 'too_long' : undefined
}
