import { buttonFor } from '../acts/buttons.ts'
import type { World } from '../acts/world.ts'
import type { FormAgain, Question } from '../adapter.ts'
import { line, words } from '../locales/index.ts'
import { intentOf } from './intent.ts'
import { fillsIn } from './keep-draft.ts'

type FormQuestion = Extract<Question, { ask: 'form' }>

/** What is said where a form is not on screen, and its button. A draft's button is kept with it (`keepDraft`). */
export function formAgain({ ids }: Pick<World, 'ids'>, { ref }: Question, language: string): FormAgain {
  const { id } = ref.kind === 'button' ? ref : buttonFor(ids, fillsIn(ref.id))
  return { words: line('unopened-form', {}, language), button: { id, label: words('button-fill-form', {}, language) } }
}

/** Whether a form is all that answers it; told without the store. Another command is answered as its row is handled. */
export function asksForForm(world: Pick<World, 'desks'>, { words: said, at, people, raised }: FormQuestion): boolean {
  if (said === undefined || raised) return true
  return intentOf(world, { name: 'ticket', words: said, at, people }).do === 'form'
}
