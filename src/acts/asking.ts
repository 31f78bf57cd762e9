import type { Address, ThreadMessage } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import type { Person, PersonId } from '../domain/person.ts'
import type { Fields } from '../domain/ticket/ticket.ts'
import type { Words } from './speak.ts'

/** Somebody asks. */
export interface Asking {
  desk: Desk
  /** A number nobody else has (`Store.nextNumber`). */
  number: number
  requester: Person
  by: Person
  subject: string
  ticketType: string
  /** As the requester chose them; the desk's default and none where they did not. */
  priority?: string | undefined
  category?: string | undefined
  fields: Fields
  occurredAt: Date
  /** The words it starts with, in order; the first ones of the conversation. */
  words: Omit<Words, 'ticketId' | 'kind' | 'side'>[]
  /** Where the requester hears of it: an existing thread or chat, or a person's id for their DM. */
  at: Address
  /** A link to the message it was raised from. */
  link?: string | undefined
  /** That message, where it stands in the middle of a thread: what was said before may be brought along. */
  midThread?: ThreadMessage | undefined
  /**
   * An agent asks for somebody else: they are told in their own place that a ticket was opened for them, and nothing
   * else; the agent's words are a note (sla.md S10).
   */
  onBehalf?: boolean | undefined
  /** The ticket it comes from. */
  from?: { key: string; as: 'split' | 'follow-up' } | undefined
  /** Since when the requester has waited for an answer to it there; default since now, where they ask themselves. */
  askedSince?: Date | undefined
  /** The agents it is shared with from its first word; default all of the desk. */
  privateTo?: readonly PersonId[] | undefined
}
