import { buttonFor, type Meaning } from '../acts/buttons.ts'
import type { Draft } from '../ports/drafts.ts'
import type { Hearing } from './hearing.ts'

/** The button that opens the form of a draft. */
export function fillsIn(draftId: string): Meaning {
  return { act: 'fill-form', draftId }
}

/** A draft whose form is on screen, with the button its person is shown where it is not: nothing is written as a form is asked for. */
export async function keepDraft({ unit, world }: Hearing, draft: Draft): Promise<void> {
  await unit.drafts.save(draft)
  await unit.buttons.keep([buttonFor(world.ids, fillsIn(draft.id))])
}
