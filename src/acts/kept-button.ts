import type { ChoiceContent, Label } from '../ports/content.ts'
import type { Unit } from '../ports/store.ts'
import { buttonFor, type Meaning } from './buttons.ts'
import type { World } from './world.ts'

/** A button for a meaning, kept so that whoever presses it is understood. */
export async function keptButton(
  { unit, world }: { unit: Pick<Unit, 'buttons'>; world: Pick<World, 'ids'> },
  meaning: Meaning,
  label: Label,
): Promise<Extract<ChoiceContent, { kind: 'button' }>> {
  const made = buttonFor(world.ids, meaning)
  await unit.buttons.keep([made])
  return { kind: 'button', id: made.id, label }
}
