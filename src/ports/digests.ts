import type { Address, Call } from '../adapter.ts'
import type { Metric } from '../domain/clock.ts'
import type { PersonId } from '../domain/person.ts'
import type { QuietHours } from '../domain/quiet.ts'

/** One ticket in a channel's next digest. Times: UTC, ISO 8601. */
export interface DigestLine {
  what: 'warned' | 'breached' | 'escalated'
  metric: Metric
  cycle: number
  dueAt: string
  /** Who is called by it, as they were to be called then. */
  calls: Call[]
}

/** What channels are to be told of several tickets at once: one message a minute (design.md §3). */
export interface Digests {
  add(to: Address, ticketId: string, line: DigestLine): Promise<void>
  /**
   * A channel where lines have gathered since before `since` and nothing was told after `toldBefore`, locked, with its
   * lines, which are gone with that; another process takes another channel.
   */
  take(
    since: Date,
    toldBefore: Date,
  ): Promise<{ to: Address; lines: { ticketId: string; line: DigestLine }[] } | undefined>
}

/** When people do not want to be called. */
export interface Quiet {
  of(person: PersonId): Promise<QuietHours | undefined>
  /** Undefined: none of their own any more. */
  set(person: PersonId, hours: QuietHours | undefined): Promise<void>
}
