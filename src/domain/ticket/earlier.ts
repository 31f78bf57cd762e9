import type { PersonId } from '../person.ts'
import type { TicketEvent } from './events.ts'

/**
 * What was said in the thread before the ticket was raised from it comes along, for the agents to read. Nobody's turn
 * changes and no clock hears it: they are no new words. Bringing nothing is harmless.
 */
export function bringEarlier(by: PersonId, messages: string[]): TicketEvent[] {
  return messages.length === 0 ? [] : [{ type: 'EarlierBrought', by, messages }]
}
