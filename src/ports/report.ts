import type { PersonId } from '../domain/person.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Judged } from './promises.ts'

/** What of a ticket a report is made of. */
export type ReportRow = Pick<
  Ticket,
  'id' | 'deskId' | 'type' | 'priority' | 'category' | 'tags' | 'plan' | 'openedAt' | 'resolvedAt' | 'stage' | 'rating'
> & { assigneeId: PersonId | null; judged: Judged | null }

/** What reports are made of, and which digests of a week were told. */
export interface Reports {
  /**
   * Tickets of these desks that were opened, resolved, closed or rated in [from, to), or are open now; the newest, at
   * most so many.
   */
  tickets(deskIds: readonly string[], from: Date, to: Date, most: number): Promise<ReportRow[]>
  /** True for the first who asks, over all replicas: this desk's week (`YYYY-MM-DD` of its Monday) is told now. */
  tellWeek(deskId: string, week: string): Promise<boolean>
}
