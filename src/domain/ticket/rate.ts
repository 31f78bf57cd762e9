import type { Desk } from '../desk/desk.ts'
import type { PersonId } from '../person.ts'
import { ratingDue, ratingEnd, ratingRule } from '../rating.ts'
import { Refusal } from '../refusal.ts'
import type { TicketEvent } from './events.ts'
import type { Rating, Ticket } from './ticket.ts'

/** The time to ask has come: the requester is asked, or asked again; after an outage it may be too late for either. */
export function askForRating(ticket: Readonly<Ticket>, desk: Desk, now: Date): TicketEvent[] {
  const due = ratingDue(desk, ticket)
  if (!desk.rating || due === null || due > now) return []
  if (!ticket.rating) return [{ type: 'RatingAsked', by: null, scale: desk.rating.scale }]
  const isOver = now >= ratingEnd(desk, new Date(ticket.rating.askedAt))
  return [{ type: isOver ? 'RatingLapsed' : 'RatingReminded', by: null }]
}

/** What a press, or words, answer: the asking of one resolution, by when it was asked (UTC, ISO 8601). */
export interface Answered {
  askedAt: string
  /** When they pressed or wrote. */
  at: Date
}

/** The requester says what the answer was worth, from 1 on, and may say otherwise until the asking expires. */
export function rate(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: PersonId,
  score: number,
  answered: Answered,
): TicketEvent[] {
  const { scale, score: before } = openAsking(ticket, desk, by, answered)
  if (!Number.isInteger(score) || score < 1 || score > scale) throw new Refusal('button-is-stale')
  return score === before ? [] : [{ type: 'TicketRated', by, score, scale }]
}

/** What they add to their rating. It is about the answer and asks for nothing: it never reopens the ticket. */
export function commentRating(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: PersonId,
  message: string,
  answered: Answered,
): TicketEvent[] {
  mayComment(ticket, desk, by, answered)
  return [{ type: 'RatingCommented', by, message }]
}

/** @throws Refusal where a comment of this person on this asking is not, or no longer, taken. */
export function mayComment(ticket: Readonly<Ticket>, desk: Desk, by: PersonId, answered: Answered): void {
  const { score } = openAsking(ticket, desk, by, answered)
  if (score === null || !desk.rating?.comment) throw new Refusal('button-is-stale')
}

/** A button about a ticket that was reopened is stale; what was rated before may be rated otherwise once it is solved again. */
function openAsking(ticket: Readonly<Ticket>, desk: Desk, by: PersonId, { askedAt, at }: Answered): Rating {
  const { rating, requesterId, key, stage } = ticket
  if (by !== requesterId) throw new Refusal('only-the-requester-rates', { key })
  const over = stage === 'resolved' || stage === 'closed'
  if (!over || rating?.askedAt !== askedAt || !ratingRule(desk)) throw new Refusal('button-is-stale')
  if (at >= ratingEnd(desk, new Date(askedAt))) throw new Refusal('rating-is-over', { key })
  return rating
}
