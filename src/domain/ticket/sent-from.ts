import type { RecordedEvent } from './events.ts'
import type { Ticket } from './ticket.ts'

/** The desk a ticket was on when this answer went to its requester. `message`: our id; `history`: of the ticket. */
export function deskSentFrom(
  ticket: Pick<Ticket, 'deskId'>,
  message: string,
  history: readonly RecordedEvent[],
): string {
  const sent = history.findLastIndex(
    ({ event }) => (event.type === 'AgentReplied' || event.type === 'NoteSent') && event.message === message,
  )
  const moved = history.slice(sent + 1).find(({ event }) => event.type === 'DeskMoved')
  return moved?.event.type === 'DeskMoved' ? moved.event.from : ticket.deskId
}
