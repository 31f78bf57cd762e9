import type { Say } from './cross-check.ts'
import type { FieldKind } from './field.ts'
import { reservedFieldIds } from './form.ts'
import type { Lines } from './lines.ts'
import type { Field } from './types.ts'

/** Kinds a person answers by choosing; only these can decide whether another field is shown. */
const CHOSEN: readonly FieldKind[] = ['choice', 'many', 'yesno']
const WITH_OPTIONS: readonly FieldKind[] = ['choice', 'many']
const WITH_MAX: readonly FieldKind[] = ['text', 'longtext', 'many', 'file']

/** Each form on its own: field ids, options, what a field hangs on, hints. */
export function checkTypes({ types, categories, organisations }: Lines, say: Say): void {
  const lets = organisations.share || organisations.seeAll
  for (const [id, type] of Object.entries(types)) {
    const all = [...type.fields, ...type.agentFields]
    // Agents' fields are empty when a ticket is opened, which is when somebody is let in.
    type.agentFields.forEach(({ shares }, index) => {
      if (shares) say(['types', id, 'agentFields', index, 'shares'], 'shares-nobody', shares)
    })
    type.fields.forEach(({ shares }, index) => {
      if (shares && !lets) say(['types', id, 'fields', index, 'shares'], 'shares-nobody', shares)
    })
    type.fields.forEach((field, index) => {
      checkField(field, all.slice(0, index), ['types', id, 'fields', index], say)
    })
    type.agentFields.forEach((field, index) => {
      checkField(field, all.slice(0, type.fields.length + index), ['types', id, 'agentFields', index], say)
    })
    type.asks.forEach((asked, index) => {
      if (asked === 'category' && categories.length === 0) say(['types', id, 'asks', index], 'unknown-name', asked)
    })
    const hinted = ['subject', 'description', ...type.fields.map((field) => field.id)]
    for (const fieldId of Object.keys(type.hints)) {
      if (!hinted.includes(fieldId)) say(['types', id, 'hints', fieldId], 'unknown-name', fieldId, hinted)
    }
  }
}

function checkField(field: Field, earlier: readonly Field[], path: readonly PropertyKey[], say: Say): void {
  if (reservedFieldIds.includes(field.id)) say([...path, 'id'], 'reserved', field.id)
  if (earlier.some(({ id }) => id === field.id)) say([...path, 'id'], 'duplicate', field.id)
  if (WITH_OPTIONS.includes(field.kind) && !field.options) say([...path, 'options'], 'needs-options', undefined)
  if (!WITH_OPTIONS.includes(field.kind) && field.options) say([...path, 'options'], 'no-options', optionIds(field))
  if (!WITH_MAX.includes(field.kind) && field.max !== undefined) say([...path, 'max'], 'no-max', field.max)
  if (field.shares && field.kind !== 'person') say([...path, 'shares'], 'shares-nobody', true)
  field.options?.forEach(({ id }, index) => {
    if (optionIds(field).indexOf(id) < index) say([...path, 'options', index], 'duplicate', id)
  })
  checkShownWhen(field, earlier, path, say)
}

function checkShownWhen(field: Field, earlier: readonly Field[], path: readonly PropertyKey[], say: Say): void {
  for (const [id, values] of Object.entries(field.shownWhen ?? {})) {
    const on = earlier.find((other) => other.id === id && CHOSEN.includes(other.kind))
    if (!on) {
      say(
        [...path, 'shownWhen', id],
        'not-earlier',
        id,
        earlier.filter(({ kind }) => CHOSEN.includes(kind)).map((other) => other.id),
      )
      continue
    }
    const allowed = optionIds(on)
    values.forEach((value, index) => {
      if (!allowed.includes(value)) say([...path, 'shownWhen', id, index], 'unknown-name', value, allowed)
    })
  }
}

/** What a chosen answer may be. */
export function optionIds(field: Field): string[] {
  return field.kind === 'yesno' ? ['yes', 'no'] : (field.options ?? []).map(({ id }) => id)
}
