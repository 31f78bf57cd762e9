import type { RecordedEvent, TicketEvent } from './events.ts'
import type { Ticket } from './ticket.ts'

/**
 * The desk a ticket was on when a message of its agents became what it is, an answer or a note. `message`: our id;
 * `history`: of the ticket.
 */
export function deskHeardOn(
  ticket: Pick<Ticket, 'deskId'>,
  message: string,
  history: readonly RecordedEvent[],
): string {
  const heard = history.findLastIndex(({ event }) => decidesWhoHears(event, message))
  const moved = history.slice(heard + 1).find(({ event }) => event.type === 'DeskMoved')
  return moved?.event.type === 'DeskMoved' ? moved.event.from : ticket.deskId
}

function decidesWhoHears(event: TicketEvent, message: string): boolean {
  switch (event.type) {
    case 'AgentReplied':
    case 'NoteAdded':
    case 'NoteSent':
    case 'ReplyWithdrawn':
      return event.message === message
    default:
      return false
  }
}
