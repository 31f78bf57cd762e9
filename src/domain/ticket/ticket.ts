import type { Place } from '../desk/platform-id.ts'
import type { PersonId } from '../person.ts'
import type { Link } from './link.ts'

export const stages = ['new', 'open', 'waiting-requester', 'waiting-other', 'resolved', 'closed'] as const
/** The only thing about a status that means anything to code (design.md §2). */
export type Stage = (typeof stages)[number]

/** What was answered in the form, by field id. */
export type Fields = Record<string, string | string[]>

/** Why a ticket is resolved; the last two by the desk itself, when nobody wrote (sla.md, silence timers). */
export type Resolution = 'answered' | 'by-requester' | 'closed-by-silence' | 'cancelled-by-silence'

/** The step of a silence rule that was taken last; the requester has not written since. Instants: UTC, ISO 8601. */
export interface SilenceTaken {
  /** Index of the rule in the desk file. */
  rule: number
  /** From when the rule counts. */
  anchoredAt: string
  step: number
  at: string
}

/** What was asked about one resolution, and answered. Instants: UTC, ISO 8601. */
export interface Rating {
  askedAt: string
  /** The best score; 1 is the worst. */
  scale: number
  /** How often it was asked again. */
  reminded: number
  /** It is too late to ask again. */
  lapsed: boolean
  score: number | null
  ratedAt: string | null
}

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
  /** People beside the requester who read and write what the requester does, in the order they came. */
  watchers: readonly PersonId[]
  /** In the order they were given; normalised (`tag.ts`). */
  tags: readonly string[]
  /** Tickets it has to do with, and how those stand. */
  links: readonly Link[]
  /** The plan in force when the ticket was opened (sla.md S18). */
  plan: string
  openedAt: Date
  lastMessageAt: Date | null
  lastMessageBy: 'requester' | 'agent' | null
  resolvedAt: Date | null
  resolution: Resolution | null
  closedAt: Date | null
  /** When it came into its status; later, when agents first answered what the requester had written in it. Silence counts from here. */
  statusSince: Date
  lastAgentReplyAt: Date | null
  silence: SilenceTaken | null
  /** Of its latest resolution, or of an earlier one that was rated; null: not asked. */
  rating: Rating | null
  /** How many events made it; also the optimistic version of the row. */
  version: number
}
