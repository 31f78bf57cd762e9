import type { Desk } from '../desk/desk.ts'
import type { Actor, PersonId } from '../person.ts'
import type { MoveCause, TicketEvent } from './events.ts'
import { moveBy } from './move.ts'
import { refuseClosed } from './refuse-closed.ts'
import { reopen } from './reopen.ts'
import { wake } from './snooze.ts'
import type { Ticket } from './ticket.ts'

/** What an agent says of the turn with an answer. */
interface Sending {
  /** It stays, or becomes again, ours. */
  stillOurs?: boolean
  /** A status of its own follows in the same breath: the answer moves the ticket nowhere else. */
  movedNext?: boolean
}

/**
 * An agent answers. A new ticket becomes open; it goes further only where the desk names `onAgentReply`, and not
 * when the agent says it is still ours (design.md §8). On a ticket of their own it is the requester who speaks (sla.md S10).
 */
export function replyAsAgent(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: Actor,
  message: string,
  how: Sending = {},
): TicketEvent[] {
  if (ticket.requesterId === by.id) return replyAsRequester(ticket, desk, by.id, message)
  refuseClosed(ticket)
  return [{ type: 'AgentReplied', by: by.id, message }, ...movesAfterAgent(ticket, desk, by.id, how)]
}

/** A note its author sends to the requester after all: from now on it is a reply, or on a ticket of their own a word of its requester. */
export function sendNote(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: Actor,
  message: string,
  how: Sending = {},
): TicketEvent[] {
  refuseClosed(ticket)
  if (ticket.requesterId === by.id) {
    return [{ type: 'NoteSent', by: by.id, message, asked: true }, ...movesAfterRequester(ticket, desk, by.id)]
  }
  return [{ type: 'NoteSent', by: by.id, message }, ...movesAfterAgent(ticket, desk, by.id, how)]
}

/** The requester writes: a resolved ticket is reopened simply by that, a waiting one comes back to us, a snoozed one wakes. */
export function replyAsRequester(ticket: Readonly<Ticket>, desk: Desk, by: PersonId, message: string): TicketEvent[] {
  refuseClosed(ticket)
  const said: TicketEvent = { type: 'RequesterReplied', by, message }
  return [said, ...movesAfterRequester(ticket, desk, by)]
}

/** What a question that waits for an answer makes of the ticket it has come to. */
export function movesAfterRequester(ticket: Readonly<Ticket>, desk: Desk, by: PersonId): TicketEvent[] {
  const woken = wake(ticket, by, 'requester')
  if (ticket.stage === 'resolved') return [...woken, ...reopen(ticket, desk, by)]
  if (ticket.stage === 'waiting-requester') return [...woken, ...automatic(ticket, desk, by, 'onRequesterReply')]
  return woken
}

function movesAfterAgent(ticket: Readonly<Ticket>, desk: Desk, by: PersonId, how: Sending): TicketEvent[] {
  if (ticket.stage === 'resolved') return []
  if (!how.stillOurs && !how.movedNext && desk.moves.onAgentReply) return automatic(ticket, desk, by, 'onAgentReply')
  // Left waiting for the requester it would be closed for their silence while we owe them an answer.
  const becomesOurs = ticket.stage === 'new' || (how.stillOurs && ticket.stage === 'waiting-requester')
  return becomesOurs ? automatic(ticket, desk, by, 'onAccept') : []
}

function automatic(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: PersonId,
  cause: Exclude<MoveCause, 'chosen' | 'takenBack'>,
): TicketEvent[] {
  const to = desk.moves[cause]
  return to === undefined ? [] : moveBy(ticket, desk, by, to, cause)
}
