import type { PersonId } from '../domain/person.ts'

/**
 * What is forgotten, for good: words, names and files. What happened when stays, so that figures and clocks do.
 * Everything may be done twice, and stop in the middle.
 */
export interface Forgetting {
  messagesOf(ticketId: string): Promise<string[]>
  /** Names (sha256) of bytes that no other message than these brought. */
  bytesOf(messageIds: readonly string[]): Promise<string[]>
  /** Their words in every reading, the rows of their files, what was owed of them; what was not sent yet never will be. */
  messages(messageIds: readonly string[]): Promise<void>
  /** Subject and answers, in the events and the row alike; with `by`, only what this person wrote of them. */
  ticket(ticketId: string, by?: PersonId): Promise<void>
  /** Closed before then and not forgotten yet, of one desk; at most so many. */
  closedBefore(deskId: string, before: Date, most: number): Promise<string[]>

  /* Retention: at most so many a call; how many were. */

  /** Inbox rows that came before then and were heard or parked, whole: nobody sends an event again after a day. */
  inboxBefore(before: Date, most: number): Promise<number>
  /** The words of deliveries owed before then that are settled; which files they bore stays, for edits need to know. */
  deliveriesBefore(before: Date, most: number): Promise<number>
  /** Drafts nobody has touched since; without words that still wait for their person's choice. */
  draftsBefore(before: Date, most: number): Promise<number>
  /** Buttons from before then, of no ticket or of one closed before then. */
  buttonsBefore(before: Date, most: number): Promise<number>
  /** Names of bytes of file rows that have expired, or from before then and of no message; then the rows. */
  looseBytes(before: Date): Promise<string[]>
  looseFiles(before: Date, most: number): Promise<number>
}
