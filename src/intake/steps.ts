import type { Answers } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import type { FieldKind } from '../domain/desk/field.ts'
import { type FormQuestion, fieldsOf, typeOf } from '../domain/desk/questions.ts'
import type { DraftBody } from '../ports/drafts.ts'

/** One question of a form that is asked in a chat. */
export type Step = { id: 'desk' } | { id: 'type' } | { id: string; field: FormQuestion } | { id: 'send' }

/** Kinds nobody is asked for: what is planned is the agents' to say. They are never required of the person. */
const NOT_ASKED: readonly FieldKind[] = ['release']

function isAsked(field: { kind: FieldKind }): boolean {
  return !NOT_ASKED.includes(field.kind)
}

/** The desk with those fields only that a person is asked for: what their answers are checked against. */
export function askingOnly(desk: Desk): Desk {
  const [first, ...others] = desk.types.map((type) => ({ ...type, fields: type.fields.filter(isAsked) }))
  return first ? { ...desk, types: [first, ...others] } : desk
}

/** All questions of the form as the answers so far make it, `send` last. `desks`: those the person may ask (`desksFor`). */
export function stepsOf(desks: readonly Desk[], desk: Desk | undefined, body: DraftBody): Step[] {
  const first: Step[] = desks.length > 1 ? [{ id: 'desk' }] : []
  if (!desk) return [...first, { id: 'send' }]
  if (desk.types.length > 1) first.push({ id: 'type' })
  const type = typeOf(desk, body.type ?? desk.types[0].id) ?? desk.types[0]
  const fields = body.type === undefined && desk.types.length > 1 ? [] : askedOf(desk, type.id, body)
  return [...first, ...fields.map((field) => ({ id: field.id, field })), { id: 'send' }]
}

/** The fields a person is asked for; of a ticket raised from a message the message is the description. */
export function askedOf(desk: Desk, typeId: string, body: Pick<DraftBody, 'answers' | 'raised'>): FormQuestion[] {
  return fieldsOf(desk, typeId, body.answers).filter(
    (field) => isAsked(field) && !(body.raised && field.id === 'description'),
  )
}

/** What to ask next: the first question neither answered nor skipped. */
export function nextStep(steps: readonly Step[], path: readonly string[]): Step {
  return steps.find((step) => !path.includes(step.id)) ?? { id: 'send' }
}

/** Without its last question: the one before is asked again. */
export function stepBack(body: DraftBody): DraftBody {
  const last = body.path.at(-1)
  const answers: Answers = Object.fromEntries(Object.entries(body.answers).filter(([id]) => id !== last))
  const { type, ...rest } = untyped(body, last)
  return { ...rest, ...(last !== 'type' && type !== undefined && { type }), answers, path: body.path.slice(0, -1) }
}

/** What was typed for this question is no answer any more: another was given, or it is asked again. */
export function untyped(body: DraftBody, fieldId: string | undefined): DraftBody {
  const { typed, ...rest } = fieldId === 'description' ? withoutMore(body) : body
  const others = Object.entries(typed ?? {}).filter(([, id]) => id !== fieldId)
  return others.length === 0 ? rest : { ...rest, typed: Object.fromEntries(others) }
}

/** What a description had no room for goes with it: who writes another does not want it sent. */
export function withoutMore({ more: _gone, ...body }: DraftBody): DraftBody {
  return body
}
