import type { Desk } from '../desk/desk.ts'
import type { Actor, PersonId } from '../person.ts'
import type { MoveCause, TicketEvent } from './events.ts'
import { moveBy } from './move.ts'
import { refuseClosed } from './refuse-closed.ts'
import { reopen } from './reopen.ts'
import { wake } from './snooze.ts'
import type { Ticket } from './ticket.ts'

/**
 * An agent answers. A new ticket becomes open; it goes further only where the desk names `onAgentReply`, and not
 * when the agent says it is still ours (design.md §8). On a ticket of their own it is the requester who speaks (sla.md S10).
 */
export function replyAsAgent(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: Actor,
  message: string,
  how: { stillOurs?: boolean } = {},
): TicketEvent[] {
  if (ticket.requesterId === by.id) return replyAsRequester(ticket, desk, by.id, message)
  refuseClosed(ticket)
  return [{ type: 'AgentReplied', by: by.id, message }, ...movesAfterAgent(ticket, desk, by.id, how.stillOurs ?? false)]
}

/** A note its author sends to the requester after all: from now on it is a reply, or on a ticket of their own a word of its requester. */
export function sendNote(ticket: Readonly<Ticket>, desk: Desk, by: Actor, message: string): TicketEvent[] {
  refuseClosed(ticket)
  if (ticket.requesterId === by.id) {
    return [{ type: 'NoteSent', by: by.id, message, asked: true }, ...movesAfterRequester(ticket, desk, by.id)]
  }
  return [{ type: 'NoteSent', by: by.id, message }, ...movesAfterAgent(ticket, desk, by.id, false)]
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

function movesAfterAgent(ticket: Readonly<Ticket>, desk: Desk, by: PersonId, stillOurs: boolean): TicketEvent[] {
  if (ticket.stage === 'resolved') return []
  if (!stillOurs && desk.moves.onAgentReply) return automatic(ticket, desk, by, 'onAgentReply')
  return ticket.stage === 'new' ? automatic(ticket, desk, by, 'onAccept') : []
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
