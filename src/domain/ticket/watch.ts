import type { PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { RecordedEvent, TicketEvent } from './events.ts'
import { refuseClosed } from './refuse-closed.ts'
import type { Ticket } from './ticket.ts'

/** So many people beside the requester follow one ticket: each word goes to all of them. */
export const MOST_WATCHERS = 20

/** How somebody came to watch, where nobody named them to the desk. */
export interface Came {
  /** By a link: its id. */
  invitation?: string | undefined
  /** With a ticket that was merged into this one: its key. What was said here before is not theirs to read. */
  fromKey?: string | undefined
}

/**
 * Somebody is brought into the conversation of a ticket, beside its requester: they read what the requester reads, never
 * a note, and write on the requester's side. For the clocks and the turn what they say is the requester's word (sla.md
 * knows two sides: who asks and who answers). Bringing in who is there already is harmless.
 */
export function watch(ticket: Readonly<Ticket>, by: PersonId, person: PersonId, came: Came = {}): TicketEvent[] {
  refuseClosed(ticket)
  if (follows(ticket, person)) return []
  if (ticket.watchers.length >= MOST_WATCHERS) {
    throw new Refusal('too-many-watchers', { key: ticket.key, most: String(MOST_WATCHERS) })
  }
  return [{ type: 'WatcherAdded', by, person, ...came }]
}

/** They leave, or are taken out; also of a ticket that is closed. */
export function unwatch(ticket: Readonly<Ticket>, by: PersonId, person: PersonId): TicketEvent[] {
  return ticket.watchers.includes(person) ? [{ type: 'WatcherRemoved', by, person }] : []
}

/** Is the conversation theirs: as its requester, or because they were brought in? */
export function follows(ticket: Readonly<Pick<Ticket, 'requesterId' | 'watchers'>>, person: PersonId): boolean {
  return ticket.requesterId === person || ticket.watchers.includes(person)
}

/** A link into one ticket. */
export interface Invitation {
  id: string
  madeAt: Date
}

/** A link counts for so long (ms), and for so many people. */
export const INVITED_FOR_MS = 3 * 24 * 3_600_000
export const INVITED_PEOPLE = 5

/**
 * Does a link still let this person in? It is spent, too old, or somebody took them out after it was made: only a new
 * one lets them in again.
 */
export function stillInvites(
  history: readonly RecordedEvent[],
  { id, madeAt }: Invitation,
  person: PersonId,
  now: Date,
): boolean {
  if (now.getTime() - madeAt.getTime() >= INVITED_FOR_MS) return false
  const came = history.filter(({ event }) => event.type === 'WatcherAdded' && event.invitation === id)
  const sentAway = history.some(
    ({ event, receivedAt }) =>
      event.type === 'WatcherRemoved' && event.person === person && event.by !== person && receivedAt >= madeAt,
  )
  return came.length < INVITED_PEOPLE && !sentAway
}

/**
 * Did they come in after a link was made? Who came, never left, and still is out was put out with their organisation
 * (`intake/by-key.ts`): later than that link, then, which lets them in no more than if somebody had taken them out.
 */
export function cameSince(history: readonly RecordedEvent[], madeAt: Date, person: PersonId): boolean {
  return history.some(
    ({ event, receivedAt }) => event.type === 'WatcherAdded' && event.person === person && receivedAt >= madeAt,
  )
}
