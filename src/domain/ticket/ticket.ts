import type { Place } from '../desk/platform-id.ts'
import type { PersonId } from '../person.ts'

export const stages = ['new', 'open', 'waiting-requester', 'waiting-other', 'resolved', 'closed'] as const
/** The only thing about a status that means anything to code (design.md §2). */
export type Stage = (typeof stages)[number]

/** What was answered in the form, by field id. */
export type Fields = Record<string, string | string[]>

/** Why a ticket is resolved. */
export type Resolution = 'answered' | 'by-requester'

/**
 * A ticket as it stands. Only `apply` sets these fields; the stored row is this and nothing more.
 * Times are UTC instants as `Date`.
 */
export interface Ticket {
  /** uuid v7 */
  id: string
  /** `DEMO-17` */
  key: string
  deskId: string
  subject: string
  type: string
  priority: string
  category: string | null
  status: string
  stage: Stage
  fields: Fields
  requesterId: PersonId
  assigneeId: PersonId | null
  organisationId: string | null
  /** The triage channel it is worked on in. */
  triage: Place
  /** Until when agents want it out of their sight; its stage stays as it is. */
  snoozedUntil: Date | null
  /** The agents it is shared with; null: all of the desk. Who else may enter says `enter.ts`. */
  privateTo: readonly PersonId[] | null
  /** The plan in force when the ticket was opened (sla.md S18). */
  plan: string
  openedAt: Date
  lastMessageAt: Date | null
  lastMessageBy: 'requester' | 'agent' | null
  resolvedAt: Date | null
  resolution: Resolution | null
  /** How many events made it; also the optimistic version of the row. */
  version: number
}
