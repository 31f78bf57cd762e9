import type { Desk } from './desk/desk.ts'
import { isUncounted, mayDo } from './desk/questions.ts'
import { localAfter } from './grace.ts'
import type { Ticket } from './ticket/ticket.ts'

/** One who has not answered is asked again so long after. */
const AGAIN_AFTER = 'P1D'

/** When the requester is asked what they think of the answer, or asked again; null: not, or not any more. */
export function ratingDue(
  desk: Pick<Desk, 'rating' | 'zone' | 'roles' | 'statuses'>,
  ticket: Readonly<Ticket>,
): Date | null {
  const rule = ratingRule(desk)
  if (!rule || ticket.resolvedAt === null || (ticket.stage !== 'resolved' && ticket.stage !== 'closed')) return null
  if (isUncounted(desk, ticket.status)) return null
  return ticket.rating ? askedAgain(desk, ticket.rating) : askedFirst(desk, rule, ticket, ticket.resolvedAt)
}

/** How this desk asks; undefined where it does not, or where requesters may not rate. */
export function ratingRule(desk: Pick<Desk, 'rating' | 'roles'>): Desk['rating'] {
  return mayDo(desk, ['requester'], 'rate') ? desk.rating : undefined
}

/** Until when an answer counts. */
export function ratingEnd({ rating, zone }: Pick<Desk, 'rating' | 'zone'>, askedAt: Date): Date {
  return rating ? localAfter(askedAt, rating.expires, zone) : askedAt
}

function askedFirst(
  { zone }: Pick<Desk, 'zone'>,
  rule: NonNullable<Desk['rating']>,
  ticket: Readonly<Ticket>,
  resolvedAt: Date,
): Date | null {
  if (isAutomatic(ticket) && !rule.onAutomaticClose) return null
  const at = localAfter(resolvedAt, rule.after, zone)
  // Not asked in time, for nobody was asked then (an older desk file): after the end it is too late.
  return ticket.closedAt && at <= ticket.closedAt ? null : at
}

function askedAgain(
  desk: Pick<Desk, 'rating' | 'zone'>,
  { askedAt, score, reminded, lapsed }: NonNullable<Ticket['rating']>,
): Date | null {
  if (score !== null || lapsed || reminded >= (desk.rating?.remind ?? 0)) return null
  const first = new Date(askedAt)
  const again = localAfter(first, AGAIN_AFTER, desk.zone)
  return again < ratingEnd(desk, first) ? again : null
}

/** Resolved by the desk itself, because nobody wrote. */
function isAutomatic({ resolution }: Readonly<Ticket>): boolean {
  return resolution === 'closed-by-silence' || resolution === 'cancelled-by-silence'
}
