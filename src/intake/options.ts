import type { Desk } from '../domain/desk/desk.ts'
import { type FormQuestion, label } from '../domain/desk/questions.ts'
import { words } from '../locales/index.ts'

/** What can be chosen for a field, as the reader sees it; none where the answer is free. */
export function optionsOf(desk: Desk, field: FormQuestion, language: string): { id: string; shown: string }[] {
  if (field.kind !== 'yesno') {
    return (field.options ?? []).map((option) => ({ id: option.id, shown: label(option.label, language, desk) }))
  }
  return [
    { id: 'yes', shown: words('answer-yes', {}, language) },
    { id: 'no', shown: words('answer-no', {}, language) },
  ]
}

/** An option may be typed as it reads instead of pressed, several with commas between; what is none stays as typed. */
export function typedValues(desk: Desk, field: FormQuestion, typed: string, language: string): string[] {
  const options = optionsOf(desk, field, language)
  if (options.length === 0) return [typed]
  const parts = field.kind === 'many' ? typed.split(',') : [typed]
  return parts.map((part) => optionNamed(options, part) ?? part)
}

/** The id of the option that is typed as it reads, or by its id; undefined where it is none of them. */
export function optionNamed(options: readonly { id: string; shown: string }[], typed: string): string | undefined {
  const same = (other: string) => typed.trim().toLowerCase() === other.toLowerCase()
  return options.find(({ id, shown }) => same(shown) || same(id))?.id
}
