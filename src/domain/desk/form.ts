import type { Desk } from './desk.ts'
import type { Label } from './label.ts'
import { typeOf } from './type.ts'
import type { Field, TicketType } from './types.ts'

/** What of a desk makes a form. */
export type Asking = Pick<Desk, 'types' | 'priorities' | 'categories'>

/** Field id → what was answered; several values for `many` and `file`. */
export type Answers = Readonly<Record<string, string | string[]>>

/** A field of a form. Without a label it is one that every ticket has; its words are the sentences `field-<id>`. */
export type FormQuestion = Omit<Field, 'label'> & { label?: Label | undefined }

/** A subject is shown in headings, and Slack's take 150 characters (platforms.md §A2). */
export const SUBJECT_MAX = 150

/** Field ids no desk may use: every ticket has them, or the form does. */
export const reservedFieldIds: readonly string[] = [
  'subject',
  'description',
  'desk',
  'type',
  'priority',
  'category',
  'status',
  'assignee',
  'for-whom',
  'for-whom-other',
]

/**
 * What a form of this type asks, given the answers so far: subject, description, the type's own fields that are shown,
 * and what of category and priority the requester may choose.
 * The description must be given only where the type has no long text of its own that must be.
 */
export function fieldsOf(desk: Asking, typeId: string, answers: Answers): FormQuestion[] {
  const { fields = [], asks = [] } = typeOf(desk, typeId) ?? {}
  const told = fields.some((field) => field.kind === 'longtext' && field.required && !field.shownWhen)
  return [
    { id: 'subject', kind: 'text', required: true, max: SUBJECT_MAX },
    { id: 'description', kind: 'longtext', required: !told },
    ...shown(fields, answers),
    ...asks.map((asked) => choiceOf(desk, asked)),
  ]
}

/** A category must be chosen; without a priority chosen it is the desk's default. */
function choiceOf(desk: Asking, asked: TicketType['asks'][number]): FormQuestion {
  return asked === 'category'
    ? { id: 'category', kind: 'choice', required: true, options: [...desk.categories] }
    : { id: 'priority', kind: 'choice', required: false, options: [...desk.priorities] }
}

/**
 * What an agent may fill in and put right of a ticket of this type: its form's own fields, then those only agents see.
 * Files stay as they were sent.
 */
export function detailsOf(desk: Asking, typeId: string, answers: Answers): FormQuestion[] {
  const { fields = [], agentFields = [] } = typeOf(desk, typeId) ?? {}
  const all = shown([...fields, ...agentFields], answers).filter(({ kind }) => kind !== 'file')
  // Agents correct one thing at a time: what the requester left empty is not asked of them.
  return all.map((field) => ({ ...field, required: false }))
}

/** The fields to show; one that hangs on a hidden field is hidden too. */
function shown(fields: readonly Field[], answers: Answers): Field[] {
  const visible: Field[] = []
  for (const field of fields) {
    const holds = Object.entries(field.shownWhen ?? {}).every(
      ([id, values]) =>
        visible.some((earlier) => earlier.id === id) && given(answers, id).some((value) => values.includes(value)),
    )
    if (holds) visible.push(field)
  }
  return visible
}

/** The values given for a field, none when it was not answered. */
export function given(answers: Answers, id: string): readonly string[] {
  const value = Object.hasOwn(answers, id) ? answers[id] : undefined
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
