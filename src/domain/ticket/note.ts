import type { Audience } from '../audience.ts'
import type { Desk } from '../desk/desk.ts'
import type { Actor, PersonId } from '../person.ts'
import type { RecordedEvent, TicketEvent } from './events.ts'
import type { Message } from './message.ts'
import { reopen } from './reopen.ts'
import { sendNote } from './reply.ts'
import { wake } from './snooze.ts'
import { movesAfterTakingBack, takenBack } from './take-back.ts'
import type { Ticket } from './ticket.ts'

/** Something said among agents, or beside the ticket: kept with it, never shown to the requester. */
export function note(_ticket: Readonly<Ticket>, by: PersonId, message: string): TicketEvent[] {
  return [{ type: 'NoteAdded', by, message }]
}

/**
 * Its author has edited a message. Editing follows through (design.md §3): a reply that now starts with `//` is taken
 * back from the requester, a held note whose mark is gone is sent. `history`: of the ticket, for one that is taken back.
 */
export function edit(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: Actor,
  message: Pick<Message, 'id' | 'kind' | 'side'>,
  audience: Audience,
  history: readonly RecordedEvent[] = [],
): TicketEvent[] {
  const edited: TicketEvent = { type: 'MessageEdited', by: by.id, message: message.id }
  if (message.side === 'requester') return [edited]
  if (message.kind === 'message' && audience !== 'requester') {
    return [...takeBackReply(ticket, desk, by.id, message.id, history), edited]
  }
  if (message.kind === 'note' && audience === 'requester') return [edited, ...sendNote(ticket, desk, by, message.id)]
  return [edited]
}

/**
 * The requester's thanks have become a word of doubt by an edit: it is heard as one, and what was solved opens again,
 * waiting for an answer as after any word of theirs.
 */
export function doubt(ticket: Readonly<Ticket>, desk: Desk, by: PersonId, message: string): TicketEvent[] {
  const edited: TicketEvent = { type: 'MessageEdited', by, message }
  if (ticket.stage !== 'resolved') return [edited]
  return [edited, ...wake(ticket, by, 'requester'), ...reopen(ticket, desk, by, desk.moves.onReopen, { message })]
}

/** The same edit, where it brings files, too (our ids). */
export function bringing(events: TicketEvent[], files: readonly string[]): TicketEvent[] {
  if (files.length === 0) return events
  return events.map((event) => (event.type === 'MessageEdited' ? { ...event, brought: [...files] } : event))
}

/** An agent thinks better of an answer: the requester has it no more, the agents keep it. `history`: of the ticket. */
export function takeBackReply(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: PersonId,
  message: string,
  history: readonly RecordedEvent[],
): TicketEvent[] {
  const withdrawn: TicketEvent = { type: 'ReplyWithdrawn', by, message, ...takenBack(message, history) }
  return [withdrawn, ...movesAfterTakingBack(ticket, desk, by, message, history)]
}

/**
 * A message is gone from where it was written; its copies go too. `by` is null where the platform does not say;
 * `history`: of the ticket, for a reply.
 */
export function withdraw(message: string, by: PersonId | null, history: readonly RecordedEvent[] = []): TicketEvent[] {
  return [{ type: 'MessageDeleted', by, message, ...takenBack(message, history) }]
}
