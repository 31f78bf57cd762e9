import type { Desk } from '../domain/desk/desk.ts'
import { type FormQuestion, label } from '../domain/desk/questions.ts'
import { type Label, type Sentence, say } from '../ports/content.ts'

/** A field's name: the desk's own label, or the sentence of one that every ticket has. */
export function fieldLabel(desk: Desk, field: FormQuestion, language: string): Label {
  if (field.label) return { words: label(field.label, language, desk) }
  return field.id === 'description' ? say('field-description', {}) : say('field-subject', {})
}

export function fieldHint(field: FormQuestion): Sentence | undefined {
  if (field.id === 'subject') return say('field-subject-hint', {})
  return field.kind === 'date' ? say('field-date-hint', {}) : undefined
}
