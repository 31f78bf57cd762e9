import { createHash } from 'node:crypto'
import type { types } from '@slack/bolt'
import type { FormField } from '../../../src/adapter.ts'
import { atMost, plain } from '../out/plain.ts'

type Element = types.InputBlock['element']

/** Slack shows this many check boxes or radio buttons, and this many options of one list (platforms.md §A2). */
const MOST_BOXES = 10
const MOST_OPTIONS = 100
const MOST_FILES = 10

/** What a field is filled in with. */
export function elementOf(field: FormField): Element {
  const common = { action_id: actionOf(field) }
  const hint = field.placeholder ? { placeholder: plain(field.placeholder, 150) } : {}
  const words =
    typeof field.value === 'string' && field.value !== '' ? { initial_value: atMost(field.value, 3000) } : {}
  switch (field.kind) {
    case 'text':
    case 'version':
      return { type: 'plain_text_input', ...common, ...hint, ...words }
    case 'longtext':
      return { type: 'plain_text_input', ...common, ...hint, ...words, multiline: true }
    case 'email':
      return { type: 'email_text_input', ...common, ...hint, ...words }
    case 'url':
      return { type: 'url_text_input', ...common, ...hint, ...words }
    case 'number':
      return { type: 'number_input', ...common, ...hint, ...words, is_decimal_allowed: true }
    case 'date':
      return { type: 'datepicker', ...common, ...hint, ...initialDate(field.value) }
    case 'person':
      return { type: 'users_select', ...common, ...hint, ...initialUser(field.value) }
    case 'file':
      return { type: 'file_input', ...common, max_files: Math.min(field.max ?? MOST_FILES, MOST_FILES) }
    case 'many':
      return many(field, common.action_id)
    case 'yesno':
      return one(field, common.action_id, true)
    case 'choice':
      return one(field, common.action_id, false)
    case 'release':
      return field.options
        ? one(field, common.action_id, false)
        : { type: 'plain_text_input', ...common, ...hint, ...words }
    default:
      return field.kind satisfies never
  }
}

/**
 * Slack keeps what was chosen as long as block and action keep their ids. A list whose options are others now gets
 * another action id, or an option that is gone would stay chosen.
 */
function actionOf(field: FormField): string {
  if (!field.options) return field.kind
  const ids = JSON.stringify(field.options.map((option) => option.id))
  return `${field.kind}:${createHash('sha256').update(ids).digest('hex').slice(0, 12)}`
}

function one(field: FormField, action_id: string, boxes: boolean): Element {
  const options = optionsOf(field)
  const initial = options.find((option) => option.value === field.value)
  const chosen = initial ? { initial_option: initial } : {}
  if (boxes && options.length <= MOST_BOXES) return { type: 'radio_buttons', action_id, options, ...chosen }
  return { type: 'static_select', action_id, ...hintOf(field), ...listOf(options), ...chosen }
}

function many(field: FormField, action_id: string): Element {
  const options = optionsOf(field)
  const values = typeof field.value === 'string' ? [field.value] : (field.value ?? [])
  const initial = options.filter((option) => option.value !== undefined && values.includes(option.value))
  const chosen = initial.length > 0 ? { initial_options: initial } : {}
  if (options.length <= MOST_BOXES) return { type: 'checkboxes', action_id, options, ...chosen }
  return { type: 'multi_static_select', action_id, ...hintOf(field), ...listOf(options), ...chosen }
}

function hintOf(field: FormField) {
  return field.placeholder ? { placeholder: plain(field.placeholder, 150) } : {}
}

function optionsOf(field: FormField): types.PlainTextOption[] {
  return (field.options ?? []).map((option) => ({
    value: option.id,
    text: plain(option.label, 75),
    ...(option.hint ? { description: plain(option.hint, 75) } : {}),
  }))
}

/** A long list is shown in groups of a hundred, each named by its first and last option. */
function listOf(options: types.PlainTextOption[]) {
  if (options.length <= MOST_OPTIONS) return { options }
  const option_groups = []
  for (let from = 0; from < options.length; from += MOST_OPTIONS) {
    const group = options.slice(from, from + MOST_OPTIONS)
    const ends = [group[0], group.at(-1)].map((option) => atMost(option?.text.text ?? '', 36))
    option_groups.push({ label: plain(ends.join(' – '), 75), options: group })
  }
  return { option_groups }
}

function initialDate(value: FormField['value']) {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { initial_date: value } : {}
}

function initialUser(value: FormField['value']) {
  return typeof value === 'string' && /^[UW][A-Z0-9]+$/.test(value) ? { initial_user: value } : {}
}
