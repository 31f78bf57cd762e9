import type { ChoiceContent, Sentence } from '../ports/content.ts'
import type { Owed, Place } from '../ports/store.ts'
import { sentenceIn } from './owe.ts'
import type { Scene } from './scene.ts'

/** A sentence wherever agents work on the ticket. */
export function toTriage(scene: Scene, sentence: Sentence, choices?: ChoiceContent[][]): Owed[] {
  return to(scene, 'triage', sentence, choices)
}

/** A sentence wherever the requester, and colleagues of theirs, hear of it. */
export function toRequesters(
  scene: Scene,
  sentence: Sentence | ((place: Place) => Sentence),
  choices?: ChoiceContent[][],
): Owed[] {
  return to(scene, 'requester', sentence, choices)
}

function to(
  scene: Scene,
  side: Place['side'],
  sentence: Sentence | ((place: Place) => Sentence),
  choices?: ChoiceContent[][],
): Owed[] {
  return scene.places
    .filter((place) => place.open && place.side === side)
    .map((place) => sentenceIn(scene, place, [typeof sentence === 'function' ? sentence(place) : sentence], choices))
}
