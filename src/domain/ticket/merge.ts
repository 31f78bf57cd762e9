import { isLive } from '../clock.ts'
import type { Desk } from '../desk/desk.ts'
import { firstStatus } from '../desk/questions.ts'
import type { PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { Timekeeping } from '../sla.ts'
import type { TicketEvent } from './events.ts'
import { refuseClosed } from './refuse-closed.ts'
import { movesAfterRequester } from './reply.ts'
import type { Ticket } from './ticket.ts'

/** It was asked twice: this ticket ends, and goes on in another one of the same requester (sla.md S20). */
export function mergeInto(
  source: Readonly<Ticket>,
  desk: Desk,
  by: PersonId,
  survivor: Readonly<Ticket>,
): TicketEvent[] {
  if (source.id === survivor.id) throw new Refusal('merged-with-itself', { key: source.key })
  refuseClosed(source)
  refuseClosed(survivor)
  // Each would read what the other wrote.
  if (source.requesterId !== survivor.requesterId) {
    throw new Refusal('requesters-differ', { key: source.key, into: survivor.key })
  }
  const status = firstStatus(desk, 'closed').id
  return [{ type: 'TicketMerged', by, into: survivor.id, intoKey: survivor.key, status }]
}

/**
 * Another ticket goes on in this one. Where its requester waits for an answer they wait here now, since they asked
 * there; that brings a ticket that waits for them, or is resolved, back to us (sla.md S20).
 */
export function takeIn(
  survivor: Readonly<Ticket>,
  desk: Desk,
  by: PersonId,
  source: { key: string; unansweredSince: Date | null },
): TicketEvent[] {
  refuseClosed(survivor)
  const unansweredSince = source.unansweredSince?.toISOString() ?? null
  const merged: TicketEvent = { type: 'TicketMergedIn', by, fromKey: source.key, unansweredSince }
  return unansweredSince === null ? [merged] : [merged, ...movesAfterRequester(survivor, desk, by)]
}

/** Since when the requester has waited for an answer; null: nobody owes one. */
export function unansweredSince(keeping: Timekeeping | undefined): Date | null {
  const waiting = keeping?.clocks.find((clock) => clock.metric !== 'resolution' && isLive(clock))
  return waiting ? new Date(waiting.startedAt) : null
}
