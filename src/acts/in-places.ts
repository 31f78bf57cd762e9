import type { PersonId } from '../domain/person.ts'
import type { ChoiceContent, Sentence } from '../ports/content.ts'
import type { Owed } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import { faceOf } from './faces.ts'
import { internal, sentenceIn } from './owe.ts'
import type { Scene } from './scene.ts'
import { isOurs } from './shared-channels.ts'

/** A sentence wherever agents work on the ticket, and nobody else reads. */
export function toTriage(scene: Scene, sentence: Sentence, choices?: ChoiceContent[][]): Owed[] {
  const ours = scene.places.filter((place) => isOurs(scene.world, place))
  return toThreads({ ...scene, places: ours }, sentence, choices).map(internal)
}

/** A sentence in every thread of the agents, also one that strangers read: it says nothing that they should not know. */
export function toThreads(scene: Scene, sentence: Sentence, choices?: ChoiceContent[][]): Owed[] {
  return to(scene, ({ side }) => side === 'triage', sentence, choices)
}

/** A sentence in the channel of a private ticket, where its key stands and nothing of what is in it. */
export function toLocked(scene: Scene, sentence: Sentence): Owed[] {
  return scene.places
    .filter((place) => place.side === 'triage' && faceOf(place, scene.after) === 'locked' && isOurs(scene.world, place))
    .map((place) => internal(sentenceIn(scene, place, [sentence])))
}

/** A sentence, or several in one post, where the requester hears of it. */
export function toRequester(scene: Scene, said: Sentence | Sentence[], choices?: ChoiceContent[][]): Owed[] {
  return to(scene, (place) => isRequesters(scene, place), said, choices)
}

/** A sentence wherever others read along, but for one of them: bare, for what there is to press is the requester's. */
export function toWatchers(scene: Scene, sentence: Sentence, but?: PersonId): Owed[] {
  const theirs = (place: Place) => place.side === 'requester' && !isRequesters(scene, place) && place.personId !== but
  return to(scene, theirs, sentence)
}

/** Of the places on the requester's side, their own: the others are those of people who read along. */
export function isRequesters({ after }: Pick<Scene, 'after'>, { side, personId }: Place): boolean {
  return side === 'requester' && personId === after.requesterId
}

function to(
  scene: Scene,
  where: (place: Place) => boolean,
  said: Sentence | Sentence[],
  choices?: ChoiceContent[][],
): Owed[] {
  return scene.places
    .filter((place) => place.open && where(place))
    .map((place) => sentenceIn(scene, place, [said].flat(), choices))
}
