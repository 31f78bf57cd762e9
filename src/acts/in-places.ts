import type { ChoiceContent, Sentence } from '../ports/content.ts'
import type { Owed, Place } from '../ports/store.ts'
import { sentenceIn } from './owe.ts'
import type { Scene } from './scene.ts'
import { isOurs } from './shared-channels.ts'

/** A sentence wherever agents work on the ticket, and nobody else reads. */
export function toTriage(scene: Scene, sentence: Sentence, choices?: ChoiceContent[][]): Owed[] {
  return toThreads({ ...scene, places: scene.places.filter((place) => isOurs(scene.world, place)) }, sentence, choices)
}

/** A sentence in every thread of the agents, also one that strangers read: it says nothing that they should not know. */
export function toThreads(scene: Scene, sentence: Sentence, choices?: ChoiceContent[][]): Owed[] {
  return to(scene, 'triage', sentence, choices)
}

/** A sentence wherever the requester hears of it. */
export function toRequesters(scene: Scene, sentence: Sentence, choices?: ChoiceContent[][]): Owed[] {
  return to(scene, 'requester', sentence, choices)
}

function to(scene: Scene, side: Place['side'], sentence: Sentence, choices?: ChoiceContent[][]): Owed[] {
  return scene.places
    .filter((place) => place.open && place.side === side)
    .map((place) => sentenceIn(scene, place, [sentence], choices))
}
