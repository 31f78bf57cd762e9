import type { PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { TicketEvent } from './events.ts'

/** Words that got nowhere, found when what is owed was compared with what got out. */
export interface Undelivered {
  /** How many posts. */
  posts: number
  /** The last of them; those up to it have been told of (`delivery.seq`). */
  upTo: number
}

/** The agents are told, once for each that is found. */
export function tellUndelivered({ posts, upTo }: Undelivered): TicketEvent[] {
  return posts === 0 ? [] : [{ type: 'UndeliveredFound', by: null, posts, upTo }]
}

/** An agent has them sent again. Refuses where somebody did so before. */
export function retryUndelivered(by: PersonId, posts: number): TicketEvent[] {
  if (posts === 0) throw new Refusal('nothing-undelivered')
  return [{ type: 'DeliveriesRetried', by, posts }]
}
