import type { PersonId } from '../domain/person.ts'

/** Whose turn it is to get a new ticket by itself (`domain/rota.ts`). */
export interface Rota {
  /** Until the transaction ends nobody else gives out tickets of this desk. */
  hold(deskId: string): Promise<void>
  /** What is known of these agents: tickets of the desk on hand, and when one last came to them. */
  of(deskId: string, people: readonly PersonId[]): Promise<Map<PersonId, { load: number; lastAt: Date | undefined }>>
  given(deskId: string, to: PersonId): Promise<void>
}
