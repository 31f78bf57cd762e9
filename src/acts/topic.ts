import { traits } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { languageFor } from '../domain/desk/questions.ts'
import type { Stage, Ticket } from '../domain/ticket/ticket.ts'
import type { Content } from '../ports/content.ts'
import { type Owed, ranks } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import type { Occasion } from './change.ts'
import { faceOf } from './faces.ts'
import { addressAt, type Scene } from './scene.ts'
import type { World } from './world.ts'

/** Shown before the name, so that a list of topics says whose turn it is. */
const signs: Record<Stage, string> = {
  new: '🆕',
  open: '💬',
  'waiting-requester': '⏳',
  'waiting-other': '⏸',
  resolved: '✅',
  closed: '✅',
}

/**
 * Whether a ticket's thread must be made there before anything is said: in a forum of agents; and in a requester's own
 * chat where the bot has topics, so that tickets beside each other have a topic each (platforms.md §B1).
 */
export function needsTopic(world: World, { platform, side, personId }: Pick<Place, 'platform' | 'side' | 'personId'>) {
  if (!traits[platform].topics) return false
  return side === 'triage' ? personId === null : (world.privateTopics?.(platform) ?? false)
}

/**
 * The topic of a place, the first thing owed there; its first message waits for it. One that the requester made
 * themselves is there already and gets the ticket's name. Nothing where no topic is needed.
 */
export function topicFor(desk: Desk, ticket: Readonly<Ticket>, place: Place): Owed[] {
  if (!place.topicDeliveryId) return []
  const owed = {
    id: place.topicDeliveryId,
    ticketId: ticket.id,
    placeId: place.id,
    to: { ...addressAt(place), thread: undefined },
    class: 'must-arrive' as const,
    content: named(desk, nameAt(place, ticket)),
  }
  if (place.thread === null) return [{ ...owed, rank: ranks.words, act: 'topic' }]
  return [{ ...owed, rank: ranks.card, act: 'topic-name', target: place.thread }]
}

/** What the first message of a place waits for: its topic, where that is still to be made. */
export function afterTopic({ topicDeliveryId, thread }: Place): string | null {
  return thread === null ? (topicDeliveryId ?? null) : null
}

/**
 * Topics follow their ticket: the name with its sign, closed while nobody need write there. `before`: the places as they
 * were; one made just now has its name already. `turned`: the topic that somebody closed or opened with their own hands.
 */
export function topicEdits(scene: Scene, before: readonly Place[], turned?: Occasion['turned']): Owed[] {
  return before.flatMap((place) => {
    const { topicDeliveryId: of } = place
    if (!of) return []
    const [was, is] = [nameAt(place, scene.before), nameAt(place, scene.after)]
    const wasClosed = turned?.place === place.id ? turned.closed : isOver(place, scene.before)
    const closed = isOver(place, scene.after)
    const renamed: Owed[] =
      was === is ? [] : [{ ...changeOf(scene.world, place, of), act: 'topic-name', content: named(scene.desk, is) }]
    // In a private chat nobody can close a topic (platforms.md §B1): there the name alone says that it is over.
    if (wasClosed === closed || place.side === 'requester') return renamed
    return [...renamed, turnTopic(scene.world, place, of, closed)]
  })
}

/** Closes a topic or opens it again; newer than what is still owed of the kind. */
export function turnTopic(world: World, place: Place, topic: string, closed: boolean): Owed {
  return { ...changeOf(world, place, topic), act: closed ? 'topic-close' : 'topic-reopen', content: null }
}

/** Is a topic to be closed: its ticket is solved, or went elsewhere? */
export function isOver(place: Place, ticket: Readonly<Ticket>): boolean {
  if (ticket.stage === 'resolved' || ticket.stage === 'closed') return true
  return place.side === 'requester' ? place.personId !== ticket.requesterId : faceOf(place, ticket) === 'elsewhere'
}

function changeOf(world: World, place: Place, of: string) {
  return {
    id: world.ids.uuid(),
    ticketId: place.ticketId,
    placeId: place.id,
    to: addressAt(place),
    class: 'must-arrive' as const,
    rank: ranks.card,
    of,
  }
}

function nameAt(place: Place, ticket: Readonly<Ticket>): string {
  const { key, subject, stage, privateTo } = ticket
  // A new name stands in the chat as a line of its own: a requester is spared those of every turn.
  if (place.side === 'requester') return `${isOver(place, ticket) ? signs.resolved : signs.open} ${key} ${subject}`
  return privateTo === null || faceOf(place, ticket) === 'full' ? `${signs[stage]} ${key} ${subject}` : `🔒 ${key}`
}

function named(desk: Desk, name: string): Content {
  return { language: languageFor(desk, undefined), heading: { words: name }, body: [] }
}
