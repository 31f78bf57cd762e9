import type { Desk } from '../domain/desk/desk.ts'
import { languageFor } from '../domain/desk/questions.ts'
import type { Person } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Button } from '../ports/buttons.ts'
import { type ChoiceContent, type Content, type Sentence, say } from '../ports/content.ts'
import { type Owed, ranks, type Unit } from '../ports/store.ts'
import { buttonFor } from './buttons.ts'
import type { World } from './world.ts'

/** More than this in a row are too narrow for a thumb, and Telegram takes 8. */
const PER_ROW = 8

/** Which asking a button is about, and what it says of it: a score, `comment` or `none`. */
export interface Asking {
  what: string
  /** UTC, ISO 8601. Another one: the ticket was reopened since, and the button is stale. */
  askedAt: string
  /** The delivery that asked: its message shows what was answered. */
  delivery: string
}

export const argumentOf = ({ what, askedAt, delivery }: Asking): string => [what, askedAt, delivery].join(' ')

/** Of the argument of a button `rate` or `rate-comment`. @throws Refusal where it is about none. */
export function askingIn(argument: string | null): Asking {
  const [what, askedAt, delivery] = (argument ?? '').split(' ')
  if (what === undefined || askedAt === undefined || delivery === undefined) throw new Refusal('button-is-stale')
  return { what, askedAt, delivery }
}

interface Rated {
  unit: Unit
  world: World
  desk: Desk
  ticket: Ticket
  requester: Person | undefined
}

/** The message that asks, or, once there is a score, shows it; the scores stay, for the mind may change. */
export async function ratingContent(rated: Rated, delivery: string, body: Sentence[]): Promise<Content> {
  const { unit, world, desk, ticket, requester } = rated
  if (!ticket.rating) throw new Error('a rating that was not asked for')
  const { askedAt, scale, score } = ticket.rating
  const buttons: Button[] = []
  const button = (act: 'rate' | 'rate-comment', what: string): string => {
    const made = buttonFor(world.ids, { act, ticketId: ticket.id, argument: argumentOf({ what, askedAt, delivery }) })
    buttons.push(made)
    return made.id
  }
  const scores = Array.from({ length: scale }, (_, index): ChoiceContent => {
    const isIt = index + 1 === score
    const label = { words: isIt ? `✓ ${index + 1}` : String(index + 1) }
    return { kind: 'button', id: button('rate', String(index + 1)), label, ...(isIt && { tone: 'primary' }) }
  })
  const choices = inRows(scores)
  if (score !== null && desk.rating?.comment) {
    const id = button('rate-comment', 'comment')
    choices.push([{ kind: 'button', id, label: say('button-rating-comment', {}), opensForm: true }])
  }
  await unit.buttons.keep(buttons)
  return { language: languageFor(desk, requester?.language), body, choices }
}

/** The message shows what was answered. It waits where the platform has not yet said which message it is. */
export function ratingEdit({ world, ticket }: Rated, { id, to }: Pick<Owed, 'id' | 'to'>, content: Content): Owed {
  return {
    id: world.ids.uuid(),
    ticketId: ticket.id,
    to,
    class: 'must-arrive',
    rank: ranks.words,
    act: 'edit',
    content,
    of: id,
    after: id,
  }
}

/** Two rows of the same length where one would be too long. */
function inRows(scores: ChoiceContent[]): ChoiceContent[][] {
  if (scores.length <= PER_ROW) return [scores]
  const half = Math.ceil(scores.length / 2)
  return [scores.slice(0, half), scores.slice(half)]
}
