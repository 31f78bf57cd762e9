import type { PersonId } from '../domain/person.ts'

/** Who a desk does not hear any more. */
export interface Blocks {
  of(person: PersonId, deskId: string): Promise<Block | undefined>
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

/** What came in lately, for the limits of `domain/limits.ts`: when the `nth`-newest was heard, if there are so many. */
export interface Counts {
  ticketsOf(person: PersonId, nth: number): Promise<Date | undefined>
  ticketsOn(deskId: string, nth: number): Promise<Date | undefined>
  messagesBy(person: PersonId, nth: number): Promise<Date | undefined>
  /** When the person was last told that they are over a limit. */
  toldAt(person: PersonId): Promise<Date | undefined>
  told(person: PersonId): Promise<void>
}
