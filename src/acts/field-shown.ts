import type { Desk } from '../domain/desk/desk.ts'
import { type FormQuestion, label } from '../domain/desk/questions.ts'
import { type Label, say } from '../ports/content.ts'

/** What stands in a field, as people read it: options by their labels, several with commas between. */
export function valueShown(desk: Desk, field: FormQuestion, value: string | string[], language: string): Label {
  if (field.kind === 'yesno') return value === 'yes' ? say('answer-yes', {}) : say('answer-no', {})
  const options = field.options ?? []
  const shown = [value].flat().map((one) => {
    const option = options.find(({ id }) => id === one)
    return option ? label(option.label, language, desk) : one
  })
  return { words: shown.join(', ') }
}
