import type { PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { TicketEvent } from './events.ts'
import type { Ticket } from './ticket.ts'

/** How one ticket stands to another, each kind with how the other then stands to it. */
export const linkKinds = {
  related: 'related',
  'duplicate-of': 'has-duplicate',
  'has-duplicate': 'duplicate-of',
  'follow-up-of': 'has-follow-up',
  'has-follow-up': 'follow-up-of',
  'caused-by': 'causes',
  causes: 'caused-by',
  'split-from': 'has-split',
  'has-split': 'split-from',
} as const

export type LinkKind = keyof typeof linkKinds

/** What people may choose; the others come from the other side, or by splitting. */
export const chosenKinds = ['related', 'duplicate-of', 'follow-up-of', 'caused-by'] as const satisfies LinkKind[]

/** Another ticket as a link knows it. */
export interface Linked {
  id: string
  key: string
  deskId: string
  status: string
  /** Of a private one its key is all that is shown. */
  private: boolean
}

export interface Link extends Linked {
  kind: LinkKind
}

/** More than these are no relation any more, and would not fit on a card. */
const LINKS_MAX = 20

/** A ticket as others know it. */
export function linkedOf({ id, key, deskId, status, privateTo }: Readonly<Ticket>): Linked {
  return { id, key, deskId, status, private: privateTo !== null }
}

/**
 * This ticket stands so to another; the other's own half is `linkKinds[kind]`. A link of another kind gives way.
 * @param message the first one that was split off into the other
 */
export function link(
  ticket: Readonly<Ticket>,
  by: PersonId,
  kind: LinkKind,
  to: Readonly<Ticket>,
  message?: string,
): TicketEvent[] {
  if (ticket.id === to.id) throw new Refusal('linked-with-itself', { key: ticket.key })
  const known = ticket.links.find(({ id }) => id === to.id)
  if (known?.kind === kind) return []
  // What the requester writes after the end is never refused for this.
  const follows = kind === 'has-follow-up' || kind === 'follow-up-of'
  if (!known && !follows && ticket.links.length >= LINKS_MAX) throw new Refusal('too-many-links', { key: ticket.key })
  return [{ type: 'TicketLinked', by, link: { ...linkedOf(to), kind }, ...(message !== undefined && { message }) }]
}

/** They have nothing to do with each other any more. */
export function unlink(ticket: Readonly<Ticket>, by: PersonId, from: Pick<Ticket, 'id' | 'key'>): TicketEvent[] {
  if (!ticket.links.some(({ id }) => id === from.id)) {
    throw new Refusal('not-linked', { key: ticket.key, other: from.key })
  }
  return [{ type: 'TicketUnlinked', by, id: from.id, key: from.key }]
}

/** The other ticket stands differently now: the card here says so. Nothing where this one knows it already. */
export function followLinked(ticket: Readonly<Ticket>, other: Readonly<Ticket>): TicketEvent[] {
  const known = ticket.links.find(({ id }) => id === other.id)
  const now = linkedOf(other)
  if (!known || (known.status === now.status && known.deskId === now.deskId && known.private === now.private)) return []
  return [{ type: 'LinkedTicketMoved', by: null, linked: now }]
}
