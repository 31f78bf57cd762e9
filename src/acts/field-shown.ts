import type { Desk } from '../domain/desk/desk.ts'
import { type FormQuestion, label } from '../domain/desk/questions.ts'
import { type Label, say, type Written } from '../ports/content.ts'

/** So much of what stands in one field is on a card (UTF-16 units). */
export const ON_CARD_UNITS = 200

/** Whether an answer is in the thread, whole: a card shows it in part, or not at all. */
export function isInThread({ kind }: Pick<FormQuestion, 'kind'>, value: string): boolean {
  return kind === 'longtext' || ((kind === 'text' || kind === 'url') && value.length > ON_CARD_UNITS)
}

/** What stands in a field, as people read it: options by their labels, several with commas between. */
export function valueShown(
  desk: Desk,
  field: FormQuestion,
  value: string | string[],
  language: string,
): Label | Written {
  if (field.kind === 'yesno') return value === 'yes' ? say('answer-yes', {}) : say('answer-no', {})
  const fact = factShown(field, value)
  if (fact) return fact
  const options = field.options ?? []
  const shown = [value].flat().map((one) => {
    const option = options.find(({ id }) => id === one)
    return option ? label(option.label, language, desk) : one
  })
  return { words: shown.join(', ') }
}

/** A day or a number, which every language writes its own way; undefined for any other answer. */
export function factShown({ kind }: FormQuestion, value: string | string[]): Written | undefined {
  const answer = [value].flat().join()
  if (kind === 'date') return { fact: { day: answer } }
  return kind === 'number' ? { fact: { amount: answer } } : undefined
}
