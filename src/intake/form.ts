import type { Answers, Form, FormField, FormRef } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { SUBJECT_MAX } from '../domain/desk/form.ts'
import { defaultPriority, type FormQuestion, label, typeOf } from '../domain/desk/questions.ts'
import { firstLine } from '../domain/text/first-line.ts'
import { toPlain } from '../domain/text/plain.ts'
import type { Text } from '../domain/text/text.ts'
import { line, lineKept, words, wordsKept } from '../locales/index.ts'
import type { Content, Label } from '../ports/content.ts'
import { fieldLabel } from './field-label.ts'
import { askedOf } from './steps.ts'

/** What a form for a new ticket is made of. */
export interface NewTicketForm {
  desks: readonly Desk[]
  /** Chosen by place or by hand; undefined: the person chooses first. */
  desk: Desk | undefined
  ref: FormRef
  answers: Answers
  raised?: Text | undefined
  /** What was found wanting when it was sent. */
  hints?: Content['body'] | undefined
  /** An agent may ask for somebody else. */
  forOthers?: boolean | undefined
  language: string
}

/** The form of a new ticket: desk and type where there is a choice, then the type's own questions (design.md §2). */
export function newTicketForm({ desks, desk, ref, answers, raised, hints, forOthers, language }: NewTicketForm): Form {
  const fields: FormField[] = []
  if (desks.length > 1) fields.push(deskField(desks, desk, language))
  if (desk) {
    const typeId = typeof answers.type === 'string' && typeOf(desk, answers.type) ? answers.type : desk.types[0].id
    if (desk.types.length > 1) fields.push(typeField(desk, typeId, language))
    const given =
      raised && answers.subject === undefined ? { ...answers, subject: firstLine(raised, SUBJECT_MAX) } : answers
    for (const field of askedOf(desk, typeId, { answers: given, raised: raised !== undefined })) {
      fields.push(formField(desk, typeId, field, given, language))
    }
    if (forOthers) fields.push(...whomFields(answers, language))
  }
  return {
    ref,
    title: words('form-new-title', {}, language),
    submit: words('form-submit', {}, language),
    cancel: words('form-close', {}, language),
    ...introOf(raised, hints ?? [], language),
    fields,
  }
}

/** What stands above the fields: the message it was raised from, then what would make it better. */
function introOf(raised: Text | undefined, hints: Content['body'], language: string): { intro?: string } {
  const start = raised && (firstLine(raised, 200) || toPlain(raised).slice(0, 200))
  const lines = [
    ...(start === undefined ? [] : [line('form-raised-intro', { words: start }, language)]),
    ...hints.map((hint) => `💡 ${'key' in hint ? lineKept(hint.key, hint.facts, language) : toPlain(hint.text)}`),
    ...(hints.length > 0 ? [line('hint-send-anyway', {}, language)] : []),
  ]
  return lines.length === 0 ? {} : { intro: lines.join('\n') }
}

/** The form behind the card's Note and Reply buttons. */
export function writingForm(act: 'note' | 'reply', ref: FormRef, language: string): Form {
  const reply = act === 'reply'
  return {
    ref,
    title: words(reply ? 'form-reply-title' : 'form-note-title', {}, language),
    submit: words(reply ? 'form-send' : 'form-save', {}, language),
    cancel: words('form-close', {}, language),
    fields: [
      { id: act, kind: 'longtext', label: words(reply ? 'field-reply' : 'field-note', {}, language), required: true },
      ...(reply
        ? [
            {
              id: 'still-ours',
              kind: 'many' as const,
              label: words('field-after-sending', {}, language),
              required: false,
              options: [{ id: 'yes', label: words('field-still-ours', {}, language) }],
            },
          ]
        : []),
    ],
  }
}

function labelWords(shown: Label, language: string): string {
  return 'key' in shown ? wordsKept(shown.key, shown.facts, language) : shown.words
}

/** For whom an agent asks: somebody of the workspace, or somebody known by a key or an id. */
function whomFields(answers: Answers, language: string): FormField[] {
  const [person, other] = [answers['for-whom'], answers['for-whom-other']]
  return [
    {
      id: 'for-whom',
      kind: 'person',
      label: words('field-for-whom', {}, language),
      hint: line('field-for-whom-hint', {}, language),
      required: false,
      ...(person !== undefined && { value: person }),
    },
    {
      id: 'for-whom-other',
      kind: 'text',
      label: words('field-requester-other', {}, language),
      hint: line('field-requester-other-hint', {}, language),
      required: false,
      ...(other !== undefined && { value: other }),
    },
  ]
}

function deskField(desks: readonly Desk[], desk: Desk | undefined, language: string): FormField {
  const options = desks.map((one) => ({ id: one.desk, label: label(one.name, language, one) }))
  const shown = words('field-desk', {}, language)
  return {
    id: 'desk',
    kind: 'choice',
    label: shown,
    required: true,
    options,
    ...(desk && { value: desk.desk }),
    redraws: true,
  }
}

function typeField(desk: Desk, typeId: string, language: string): FormField {
  const options = desk.types.map((type) => ({ id: type.id, label: label(type.label, language, desk) }))
  return {
    id: 'type',
    kind: 'choice',
    label: words('field-type', {}, language),
    required: true,
    options,
    value: typeId,
    redraws: true,
  }
}

/** One question of a ticket type, as a form shows it. */
export function formField(
  desk: Desk,
  typeId: string,
  field: FormQuestion,
  answers: Answers,
  language: string,
): FormField {
  const { fields = [], agentFields = [] } = typeOf(desk, typeId) ?? {}
  const others = [...fields, ...agentFields]
  const value = answers[field.id] ?? (field.id === 'priority' ? defaultPriority(desk).id : undefined)
  return {
    id: field.id,
    kind: field.kind,
    label: labelWords(fieldLabel(desk, field, language), language),
    required: field.required ?? false,
    ...(field.hint
      ? { hint: label(field.hint, language, desk) }
      : field.id === 'subject' && { hint: line('field-subject-hint', {}, language) }),
    ...(field.max !== undefined && (field.kind === 'file' || field.kind === 'many') && { max: field.max }),
    ...(field.kind === 'yesno' && {
      options: [
        { id: 'yes', label: words('answer-yes', {}, language) },
        { id: 'no', label: words('answer-no', {}, language) },
      ],
    }),
    ...(field.options && {
      options: field.options.map((option) => ({
        id: option.id,
        label: label(option.label, language, desk),
        ...(option.meaning && { hint: label(option.meaning, language, desk) }),
      })),
    }),
    ...(value !== undefined && { value }),
    // Choosing it shows or hides another.
    ...(others.some(({ shownWhen }) => shownWhen && field.id in shownWhen) && { redraws: true }),
  }
}
