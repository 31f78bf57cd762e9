import { el } from '../dom.js'
import { optionsOf, peopleOf } from './elements.js'

/** One field of a form, by where it stands. */
export const fieldKey = (block_id, element) => `${block_id}/${element.action_id}`

/** An input block: label, field, hint, and the place for what is wrong. `change(value)` is told of every change. */
export function drawField(block, value, { names, change }) {
  const { block_id, element, label, hint, optional } = block
  const labelId = `label-${block_id}`
  const shared = {
    'data-field': fieldKey(block_id, element),
    'data-testid': `field-${block_id}`,
    'aria-labelledby': labelId,
  }
  return el(
    'div',
    { class: 'input', role: 'group', 'aria-labelledby': labelId },
    el(
      'div',
      { class: 'label', id: labelId },
      label.text,
      optional && el('span', { class: 'optional' }, ' (optional)'),
    ),
    inputOf(element, value, { shared, names, change }),
    hint && el('div', { class: 'field-hint' }, hint.text),
    el('div', {
      class: 'field-problem',
      role: 'alert',
      hidden: true,
      'data-problem': block_id,
      'data-testid': `problem-${block_id}`,
    }),
  )
}

function inputOf(element, value, { shared, names, change }) {
  const typed = (type, event = 'input') => {
    const field = el('input', {
      type,
      class: 'typed',
      dir: type === 'text' ? 'auto' : undefined,
      placeholder: element.placeholder?.text,
      value: value ?? '',
      ...shared,
    })
    field.addEventListener(event, () => change(field.value === '' ? null : field.value))
    return field
  }
  switch (element.type) {
    case 'plain_text_input':
    case 'rich_text_input':
      return element.multiline || element.type === 'rich_text_input'
        ? longText(element, value, shared, change)
        : typed('text')
    case 'email_text_input':
      return typed('email')
    case 'url_text_input':
      return typed('url')
    case 'number_input':
      return typed('text')
    case 'datepicker':
      return typed('date', 'change')
    case 'timepicker':
      return typed('time', 'change')
    case 'static_select':
    case 'external_select':
      return select(element, optionsOf(element), value, shared, change)
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
      return select(element, peopleOf(names), value, shared, change)
    case 'radio_buttons':
      return boxes('radio', optionsOf(element), value === null ? [] : [value], shared, (chosen) =>
        change(chosen[0] ?? null),
      )
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return boxes('checkbox', optionsOf(element), [value ?? []].flat(), shared, change)
    case 'multi_users_select':
      return boxes('checkbox', peopleOf(names), [value ?? []].flat(), shared, change)
    default:
      return el('div', { class: 'field-hint' }, `A ${element.type} cannot be filled in on this page.`)
  }
}

function longText(element, value, shared, change) {
  const field = el('textarea', {
    rows: 4,
    class: 'typed',
    dir: 'auto',
    placeholder: element.placeholder?.text,
    value: value ?? '',
    ...shared,
  })
  field.addEventListener('input', () => change(field.value === '' ? null : field.value))
  return field
}

function select(element, options, value, shared, change) {
  const field = el(
    'select',
    { class: 'typed', dir: 'auto', ...shared },
    el('option', { value: '' }, element.placeholder?.text ?? 'Choose …'),
    options.map((option) => el('option', { value: option.value, selected: option.value === value }, option.label)),
  )
  field.addEventListener('change', () => change(field.value === '' ? null : field.value))
  return field
}

function boxes(type, options, chosen, shared, change) {
  const group = el('div', { class: options.length > 10 ? 'boxes many' : 'boxes', 'data-testid': shared['data-testid'] })
  const marked = () => [...group.querySelectorAll('input:checked')].map((box) => box.value)
  group.append(
    ...options.map(({ value, label, hint }) => {
      const box = el('input', {
        type,
        name: shared['data-field'],
        value,
        checked: chosen.includes(value),
        'data-field': `${shared['data-field']}/${value}`,
        on: { change: () => change(marked()) },
      })
      return el('label', { class: 'box', dir: 'auto' }, box, el('span', {}, label, hint && el('small', {}, hint)))
    }),
  )
  return group
}
