import type { Desk } from './desk/desk.ts'
import { localAfter } from './grace.ts'
import type { Ticket } from './ticket/ticket.ts'

/** One who has not answered is asked again so long after the last time. */
const AGAIN_AFTER = 'P1D'

/** When the requester is asked what they think of the answer, or asked again; null: not, or not any more. */
export function ratingDue(desk: Pick<Desk, 'rating' | 'zone'>, ticket: Readonly<Ticket>): Date | null {
  const { rating: rule, zone } = desk
  if (!rule || ticket.resolvedAt === null || (ticket.stage !== 'resolved' && ticket.stage !== 'closed')) return null
  if (!ticket.rating) {
    return isAutomatic(ticket) && !rule.onAutomaticClose ? null : localAfter(ticket.resolvedAt, rule.after, zone)
  }
  if (ticket.rating.score !== null || ticket.rating.reminded >= rule.remind) return null
  const askedAt = new Date(ticket.rating.askedAt)
  let again = askedAt
  for (let time = 0; time <= ticket.rating.reminded; time++) again = localAfter(again, AGAIN_AFTER, zone)
  return again < ratingEnd(desk, askedAt) ? again : null
}

/** Until when an answer counts. */
export function ratingEnd({ rating, zone }: Pick<Desk, 'rating' | 'zone'>, askedAt: Date): Date {
  return rating ? localAfter(askedAt, rating.expires, zone) : askedAt
}

/** Resolved by the desk itself, because nobody wrote. */
function isAutomatic({ resolution }: Readonly<Ticket>): boolean {
  return resolution === 'closed-by-silence' || resolution === 'cancelled-by-silence'
}
