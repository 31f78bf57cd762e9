import { addressOn, traits } from '../adapter.ts'
import { firstLine } from '../domain/text/first-line.ts'
import { plainText } from '../domain/text/text.ts'
import type { RatingEvent } from '../domain/ticket/events.ts'
import { type Content, type Sentence, say } from '../ports/content.ts'
import { type Owed, ranks } from '../ports/store.ts'
import { isRequesters, toTriage } from './in-places.ts'
import { copyIn } from './owe.ts'
import { ratingContent } from './rating-post.ts'
import { addressAt, nameOf, type Scene } from './scene.ts'
import type { Tells } from './tells.ts'

/** Who hears of what the requester thinks. */
export const ratingTells: Tells<RatingEvent['type']> = {
  RatingAsked: (scene, { scale }) => ask(scene, say('rating-question', aboutOf(scene, scale))),
  RatingReminded: (scene) => ask(scene, say('rating-question-again', aboutOf(scene, scene.after.rating?.scale ?? 0))),
  RatingLapsed: () => [],
  TicketRated: (scene, { by, score, scale }) => {
    const name = nameOf(scene, by)
    const before = scene.before.rating?.score ?? null
    const told = before === null ? say('rated', { name, score, scale }) : say('rated-anew', { name, before, score })
    return toTriage(scene, told)
  },
  RatingCommented: (scene, { by, message: id }) => {
    const message = scene.messages.get(id)
    if (!message) throw new Error('a comment without its message')
    const author = say('rating-comment-by', { name: nameOf(scene, by) })
    const named = (content: Content | null) => content?.author && { ...content, author }
    return scene.places
      .filter(({ open, side }) => open && side === 'triage')
      .flatMap((place) => copyIn(scene, place, message))
      .map((owed) => ({ ...owed, content: named(owed.content) ?? owed.content }))
  },
}

function aboutOf({ after }: Scene, scale: number) {
  return { key: after.key, subject: firstLine(plainText(after.subject), 80), scale }
}

/**
 * The requester alone is asked, in their own chat: in a channel everybody would see, and be tempted to vote. What comes
 * twice reads like two (design.md §8).
 */
async function ask(scene: Scene, question: Sentence): Promise<Owed[]> {
  const { unit, world, desk, after: ticket, people } = scene
  const place = scene.places.find((one) => one.open && isRequesters(scene, one))
  if (!place) return []
  const id = world.ids.uuid()
  const content = await ratingContent({ unit, world, desk, ticket, requester: people.get(ticket.requesterId) }, id, [
    question,
  ])
  const owed = { id, ticketId: ticket.id, class: 'must-not-double', rank: ranks.words, act: 'post', content } as const
  if (!traits[place.platform].threads) return [{ ...owed, placeId: place.id, to: addressAt(place) }]
  const own = addressOn(place, await unit.people.addresses(ticket.requesterId))
  return own ? [{ ...owed, to: { platform: own.platform, account: own.account, chat: own.id } }] : []
}
