import type { Desk } from '../domain/desk/desk.ts'
import { type FormQuestion, label } from '../domain/desk/questions.ts'
import { plainText, type Text } from '../domain/text/text.ts'
import { type Label, type Sentence, say } from '../ports/content.ts'

/** A field's name: the desk's own label, or the sentence of one that every ticket has. */
export function fieldLabel(desk: Desk, field: FormQuestion, language: string): Label {
  if (field.label) return { words: label(field.label, language, desk) }
  switch (field.id) {
    case 'description':
      return say('field-description', {})
    case 'category':
      return say('field-category', {})
    case 'priority':
      return say('field-priority', {})
    default:
      return say('field-subject', {})
  }
}

/** What helps to answer a question asked in a chat: the desk's own words, else ours where the kind needs some. */
export function fieldHint(desk: Desk, field: FormQuestion, language: string): Sentence | { text: Text } | undefined {
  if (field.hint) return { text: plainText(label(field.hint, language, desk)) }
  if (field.kind === 'file') return say('field-file-hint', {})
  if (field.id === 'subject') return say('field-subject-hint', {})
  return field.kind === 'date' ? say('field-date-hint', {}) : undefined
}
