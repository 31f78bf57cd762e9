import type { types } from '@slack/bolt'
import type { Form, FormField } from '../../../src/adapter.ts'
import { plain } from '../out/plain.ts'
import { blockOf } from './answers.ts'
import { elementOf } from './element.ts'
import { carryRef } from './ref.ts'

/** `callback_id` of every form of ours. */
export const FORM = 'deskhand_form'

/** A form as a modal (limits: platforms.md §A2; title and buttons 24, a view 100 blocks). */
export function modalOf(form: Form): types.ModalView {
  const intro: types.KnownBlock[] = form.intro
    ? [{ type: 'section', block_id: 'intro', text: plain(form.intro, 3000) }]
    : []
  return {
    type: 'modal',
    callback_id: FORM,
    private_metadata: carryRef(form.ref),
    title: plain(form.title, 24),
    submit: plain(form.submit, 24),
    close: plain(form.cancel, 24),
    blocks: [...intro, ...form.fields.map(inputOf)],
  }
}

function inputOf(field: FormField): types.InputBlock {
  return {
    type: 'input',
    block_id: blockOf(field.id),
    label: plain(field.label, 2000),
    ...(field.hint ? { hint: plain(field.hint, 2000) } : {}),
    optional: !field.required,
    ...(field.redraws ? { dispatch_action: true } : {}),
    element: elementOf(field),
  }
}
