import type { PersonId } from '../person.ts'
import type { Text } from '../text/text.ts'
import type { Enclosure } from './enclosure.ts'
import type { Ticket } from './ticket.ts'

/** `message`: the requester sees it. `note`: internal. */
export type MessageKind = 'message' | 'note'

/** One message or note of a ticket, as it reads now; earlier readings are its revisions. */
export interface Message {
  /** uuid v7 */
  id: string
  ticketId: string
  kind: MessageKind
  side: 'requester' | 'agent'
  authorId: PersonId
  text: Text
  /** What it holds besides words; files by our own ids. */
  enclosures: Enclosure[]
  /** Our id of the message it answers; null: none, or none of this ticket. */
  answers: string | null
  occurredAt: Date
  receivedAt: Date
  /** Arrived after a later one of the same author had been shown. */
  late: boolean
  editedAt: Date | null
  deletedAt: Date | null
}

/** Was it said before the ticket began, and brought along? Such words are shown to agents alone, as what they are. */
export function isEarlier(
  { kind, side, occurredAt }: Pick<Message, 'kind' | 'side' | 'occurredAt'>,
  { openedAt }: Pick<Ticket, 'openedAt'>,
): boolean {
  return kind === 'note' && side === 'requester' && occurredAt < openedAt
}

/** A form takes so long to fill in, and no more; what was written before that was not written just now. */
const JUST_NOW_MS = 10 * 60_000

/** Did the requester's side write it well before the ticket began, which was made of it later (sla.md S10)? */
export function isFromBefore(
  { side, occurredAt }: Pick<Message, 'side' | 'occurredAt'>,
  { openedAt }: Pick<Ticket, 'openedAt'>,
): boolean {
  return side === 'requester' && openedAt.getTime() - occurredAt.getTime() > JUST_NOW_MS
}
