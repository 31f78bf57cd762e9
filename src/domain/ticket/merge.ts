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
import { follows, MOST_WATCHERS } from './watch.ts'

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
  source: { key: string; unansweredSince: Date | null; watchers?: readonly PersonId[] },
): TicketEvent[] {
  refuseClosed(survivor)
  const unansweredSince = source.unansweredSince?.toISOString() ?? null
  const merged: TicketEvent = { type: 'TicketMergedIn', by, fromKey: source.key, unansweredSince }
  const come = comeAlong(survivor, by, source)
  return unansweredSince === null ? [merged, ...come] : [merged, ...come, ...movesAfterRequester(survivor, desk, by)]
}

/** Who watched the other ticket goes on with it, as far as there is room: from now on, for this one was not theirs. */
function comeAlong(
  survivor: Readonly<Ticket>,
  by: PersonId,
  { key, watchers = [] }: { key: string; watchers?: readonly PersonId[] },
): TicketEvent[] {
  const room = MOST_WATCHERS - survivor.watchers.length
  return watchers
    .filter((person) => !follows(survivor, person))
    .slice(0, Math.max(room, 0))
    .map((person) => ({ type: 'WatcherAdded', by, person, fromKey: key }))
}

/** Since when the requester has waited for an answer; null: nobody owes one. */
export function unansweredSince(keeping: Timekeeping | undefined): Date | null {
  const waiting = keeping?.clocks.find((clock) => clock.metric !== 'resolution' && isLive(clock))
  return waiting ? new Date(waiting.startedAt) : null
}
