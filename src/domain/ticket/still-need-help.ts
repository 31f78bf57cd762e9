import type { Desk } from '../desk/desk.ts'
import type { PersonId } from '../person.ts'
import type { TicketEvent } from './events.ts'
import { reopen } from './reopen.ts'
import { movesAfterRequester } from './reply.ts'
import { wake } from './snooze.ts'
import type { Ticket } from './ticket.ts'

/**
 * The requester presses that it is not solved: a word of theirs like any other, which waits for an answer (sla.md S11).
 * A resolved ticket opens again; one they were reminded of comes back to us, and the silence is over (sla.md, "a customer
 * message disarms"). Harmless where nobody asked.
 */
export function stillNeedHelp(ticket: Readonly<Ticket>, desk: Desk, by: PersonId): TicketEvent[] {
  if (ticket.stage === 'closed') return reopen(ticket, desk, by)
  if (ticket.stage === 'resolved')
    return [...wake(ticket, by, 'requester'), ...reopen(ticket, desk, by, desk.moves.onReopen, { asked: true })]
  if (ticket.silence === null && ticket.stage !== 'waiting-requester') return []
  return [{ type: 'HelpStillNeeded', by }, ...movesAfterRequester(ticket, desk, by)]
}
