import type { PersonId } from '../domain/person.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'

/**
 * Where somebody may look: notes are for who works on the desk; of an organisation's tickets those that are not private;
 * of those somebody was brought into (`watcher`) the ones where they still are.
 */
export type Sight =
  | { agentOf: readonly string[] }
  | { requester: PersonId }
  | { organisation: string }
  | { watcher: PersonId }

export interface Search {
  /**
   * Tickets with all of these words in their key, their subject or one of their messages, newest first. `words` as
   * `domain/text/findable.ts` makes them; the last may be the beginning of one. What was deleted is not found.
   */
  tickets(words: string, sight: Sight, most: number): Promise<Ticket[]>
}
