import { z } from 'zod'
import { releaseOf, releaseText } from '../release.ts'
import { latinDigits } from '../text/digits.ts'
import type { Desk } from './desk.ts'
import { type Answers, type FormQuestion, fieldsOf, given } from './form.ts'
import { label } from './label.ts'
import { typeOf } from './type.ts'
import { typedDate } from './typed-date.ts'

/** What is wrong with one answer; the sentence is `error-<reason>`. */
export interface AnswerError {
  reason:
    | 'required'
    | 'not-an-option'
    | 'not-a-number'
    | 'not-a-date'
    | 'not-a-version'
    | 'not-an-email'
    | 'not-a-url'
    | 'not-a-release'
    | 'too-long'
    | 'too-many'
  /** `allowed`: the labels to choose from; `max`: characters (UTF-16 units) or pieces. Empty and 0 where they say nothing. */
  facts: { allowed: string; max: number }
}

type AnswerErrors = Record<string, AnswerError>

/** Slack's `plain_text_input` takes no more (platforms.md §A2); UTF-16 units. */
export const TEXT_MAX = 3000
const LINE_MAX = 100

/**
 * Whether a form can be sent as it is. Answers are trimmed, made canonical (a date, a number) and left out where
 * empty; those of fields that are hidden or unknown are dropped. `language` is the reader's, for the options' labels
 * and for the calendar a date is of.
 */
export function checkAnswers(
  desk: Desk,
  typeId: string,
  answers: Answers,
  language: string = desk.languages[0] ?? 'en',
): { values: Record<string, string | string[]> } | { errors: AnswerErrors } {
  if (!typeOf(desk, typeId)) {
    const allowed = desk.types.map((type) => label(type.label, language, desk)).join(', ')
    return { errors: { type: { reason: 'not-an-option', facts: { allowed, max: 0 } } } }
  }
  const values: Record<string, string | string[]> = {}
  const errors: AnswerErrors = {}
  for (const field of fieldsOf(desk, typeId, answers)) {
    const checked = checkOne(desk, field, given(answers, field.id), language)
    if ('error' in checked) errors[field.id] = checked.error
    else if (checked.value !== undefined) values[field.id] = checked.value
  }
  return Object.keys(errors).length > 0 ? { errors } : { values }
}

type Checked = { value: string | string[] | undefined } | { error: AnswerError }

/** One answer, as a form that asks question by question needs it. `answer`: the values given, none for nothing. */
export function checkOne(
  desk: Pick<Desk, 'languages'>,
  field: FormQuestion,
  answer: readonly string[],
  language: string,
): Checked {
  const values = [...new Set(answer.map((value) => value.trim()).filter((value) => value !== ''))]
  const [first] = values
  if (first === undefined) return field.required ? wrong('required') : { value: undefined }
  const options = (field.options ?? []).map((option) => option.id)
  const allowed = (field.options ?? []).map((option) => label(option.label, language, desk)).join(', ')
  switch (field.kind) {
    case 'many': {
      if (values.some((value) => !options.includes(value))) return wrong('not-an-option', { allowed })
      return values.length > (field.max ?? options.length)
        ? wrong('too-many', { max: field.max ?? options.length })
        : { value: values }
    }
    case 'file':
      return values.length > (field.max ?? Infinity) ? wrong('too-many', { max: field.max ?? 0 }) : { value: values }
    case 'choice':
      return options.includes(first) ? { value: first } : wrong('not-an-option', { allowed })
    case 'yesno':
      return first === 'yes' || first === 'no' ? { value: first } : wrong('not-an-option', { allowed: 'yes, no' })
    case 'number': {
      const number = latinDigits(first).replace(',', '.')
      return /^-?\d{1,15}(\.\d{1,9})?$/.test(number) ? { value: number } : wrong('not-a-number')
    }
    case 'date': {
      const date = typedDate(first, language)
      return date ? { value: date } : wrong('not-a-date')
    }
    case 'email':
      return z.email().safeParse(first).success ? { value: first } : wrong('not-an-email')
    case 'url':
      return isWebAddress(first) ? { value: first } : wrong('not-a-url')
    case 'version':
      if (first.length > LINE_MAX) return wrong('too-long', { max: LINE_MAX })
      return /\d/.test(first) ? { value: first } : wrong('not-a-version')
    case 'release': {
      const release = releaseOf(latinDigits(first))
      if (first.length > LINE_MAX) return wrong('too-long', { max: LINE_MAX })
      return release ? { value: releaseText(release) } : wrong('not-a-release')
    }
    case 'person':
      return first.length > LINE_MAX ? wrong('too-long', { max: LINE_MAX }) : { value: first }
    case 'text':
    case 'longtext': {
      const max = Math.min(field.max ?? TEXT_MAX, TEXT_MAX)
      return first.length > max ? wrong('too-long', { max }) : { value: first }
    }
    default:
      return field.kind satisfies never
  }
}

function wrong(reason: AnswerError['reason'], facts: Partial<AnswerError['facts']> = {}): { error: AnswerError } {
  return { error: { reason, facts: { allowed: '', max: 0, ...facts } } }
}

function isWebAddress(text: string): boolean {
  return text.length <= TEXT_MAX && URL.canParse(text) && /^https?:\/\/[^\s]+$/i.test(text)
}
