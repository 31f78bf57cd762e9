import type { Limit } from '../domain/limits.ts'
import type { PersonId } from '../domain/person.ts'

/** Who a desk does not hear any more. */
export interface Blocks {
  of(person: PersonId, deskId: string): Promise<Block | undefined>
  /** By all desks that do not hear this person. */
  allOf(person: PersonId): Promise<readonly Block[]>
  set(person: PersonId, deskId: string, by: PersonId): Promise<void>
  lift(person: PersonId, deskId: string): Promise<void>
  told(person: PersonId, deskId: string): Promise<void>
}

export interface Block {
  personId: PersonId
  deskId: string
  byId: PersonId
  since: Date
  toldAt: Date | null
}

/** What came in lately: when the `most`-th newest was heard, if there are so many within the limit's stretch. */
export interface Counts {
  ticketsOf(person: PersonId, limit: Limit): Promise<Date | undefined>
  ticketsOn(deskId: string, limit: Limit): Promise<Date | undefined>
  messagesBy(person: PersonId, limit: Limit): Promise<Date | undefined>
  /** When the person was last told that they are over a limit. */
  toldAt(person: PersonId): Promise<Date | undefined>
  told(person: PersonId): Promise<void>
}
