import type { RatingEvent } from '../domain/ticket/events.ts'
import { say } from '../ports/content.ts'
import type { Owed } from '../ports/store.ts'
import { sentenceIn } from './owe.ts'
import { nameOf, type Scene } from './scene.ts'

type RatingTells = {
  [T in RatingEvent['type']]: (scene: Scene, event: Extract<RatingEvent, { type: T }>) => Owed[] | Promise<Owed[]>
}

/** Who hears of what the requester thinks. */
export const ratingTells: RatingTells = {
  RatingAsked: () => [],
  RatingReminded: () => [],
  TicketRated: (scene, { by, score }) =>
    scene.places
      .filter(({ open, side }) => open && side === 'triage')
      .map((place) => sentenceIn(scene, place, [say('rated', { name: nameOf(scene, by), score })])),
  RatingCommented: () => [],
}
