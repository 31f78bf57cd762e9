import type { Desk } from '../domain/desk/desk.ts'
import type { Person, PersonId } from '../domain/person.ts'
import { insiders } from '../domain/ticket/enter.ts'
import { samePlace } from '../domain/ticket/move-place.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type Content, say } from '../ports/content.ts'
import type { Times } from '../ports/promises.ts'
import type { Place } from '../ports/tickets.ts'
import { buttonFor } from './buttons.ts'
import { type Card, cardOf } from './card.ts'
import type { World } from './world.ts'

/**
 * What a triage place shows of its ticket.
 * - `full`: the card; the ticket is worked on here.
 * - `locked`: the channel of a private ticket: its key, and a way in for those who may.
 * - `elsewhere`: the ticket went to another channel.
 * - `unshared`: somebody's own chat, from the time when a private ticket was shared with them.
 */
export type Face = 'full' | 'locked' | 'elsewhere' | 'unshared'

/** By whose place it is, and where the ticket is worked on now. `place`: one of the ticket's triage places. */
export function faceOf(place: Place, ticket: Readonly<Ticket>): Face {
  if (place.personId !== null) return insiders(ticket).includes(place.personId) ? 'full' : 'unshared'
  if (!samePlace(place, ticket.triage)) return 'elsewhere'
  return ticket.privateTo === null ? 'full' : 'locked'
}

/** The card of a place. `next`: the delivery of the card a moved ticket has now. */
export function cardAt(
  face: Face,
  world: World,
  desk: Desk,
  ticket: Readonly<Ticket>,
  times: Readonly<Times>,
  people: ReadonlyMap<PersonId, Person>,
  organisation?: string,
  next?: string,
): Card {
  if (face === 'full') return cardOf(world, desk, ticket, times, people, organisation)
  const language = desk.languages[0] ?? 'en'
  const { key, subject } = ticket
  const heading = ticket.privateTo === null ? say('card-heading', { key, subject }) : { words: `${key} 🔒` }
  const bare: Content = { language, heading, body: [] }
  if (face === 'unshared') {
    const said = ticket.privateTo === null ? say('card-public-again', {}) : say('card-unshared', {})
    return { content: { ...bare, heading: { words: ticket.key }, body: [said] }, buttons: [] }
  }
  if (face === 'elsewhere') {
    const link = { kind: 'message-link' as const, label: say('button-go-there', {}), delivery: next ?? '' }
    return { content: { ...bare, body: [say('card-elsewhere', {})], choices: next ? [[link]] : [] }, buttons: [] }
  }
  const edit = buttonFor(world.ids, { act: 'edit', ticketId: ticket.id })
  const choice = { kind: 'button' as const, id: edit.id, label: say('button-edit', {}), opensForm: true }
  return { content: { ...bare, choices: [[choice]] }, buttons: [edit] }
}
