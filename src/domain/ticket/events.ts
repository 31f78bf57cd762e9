import type { PersonId } from '../person.ts'
import type { Fields, Resolution, Stage } from './ticket.ts'

/** What moved a status: a person's choice, or one of the desk's automatic moves. */
export type MoveCause = 'chosen' | 'onAccept' | 'onAgentReply' | 'onRequesterReply'

/** What happened to a ticket. Past tense; `by` is a person. Replaying them through `apply` gives the stored ticket. */
export type TicketEvent =
  | {
      type: 'TicketOpened'
      by: PersonId
      id: string
      key: string
      deskId: string
      requesterId: PersonId
      subject: string
      ticketType: string
      priority: string
      category: string | null
      status: string
      stage: Stage
      fields: Fields
      organisationId: string | null
      plan: string
    }
  | { type: 'RequesterReplied'; by: PersonId; message: string }
  | { type: 'AgentReplied'; by: PersonId; message: string }
  /** Internal: the requester never sees it. */
  | { type: 'NoteAdded'; by: PersonId; message: string }
  /** A note its author sent to the requester after all. */
  | { type: 'NoteSent'; by: PersonId; message: string }
  /** A reply its author made internal again: the requester's copy is taken back. */
  | { type: 'ReplyWithdrawn'; by: PersonId; message: string }
  | { type: 'MessageEdited'; by: PersonId; message: string }
  | { type: 'MessageDeleted'; by: PersonId | null; message: string }
  | { type: 'TicketAssigned'; by: PersonId; to: PersonId }
  | { type: 'PriorityChanged'; by: PersonId; from: string; to: string }
  | { type: 'StatusMoved'; by: PersonId; cause: MoveCause; from: string; status: string; stage: Stage }
  | { type: 'TicketResolved'; by: PersonId; status: string; resolution: Resolution }
  | { type: 'TicketReopened'; by: PersonId; status: string; stage: Stage }

export type TicketEventType = TicketEvent['type']

/** An event as it is kept: numbered from 1 per ticket, with both times of sla.md S1. */
export interface RecordedEvent {
  sequence: number
  occurredAt: Date
  receivedAt: Date
  event: TicketEvent
}
