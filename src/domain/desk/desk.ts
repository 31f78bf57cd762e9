import type { Calendar } from './calendars.ts'
import type { Lines } from './lines.ts'
import type { Place } from './platform-id.ts'
import type { Role } from './roles.ts'
import type { Moves, Status } from './statuses.ts'
import type { TicketType } from './types.ts'

/**
 * Everything that differs between desks (design.md §2), parsed and complete: a status for every stage, at least one
 * type, exactly one default priority, a plan, a triage channel. Durations are ISO 8601 as written.
 */
export interface Desk
  extends Omit<Lines, 'roles' | 'types' | 'statuses' | 'moves' | 'calendars' | 'defaultPlan' | 'pausing'> {
  /** Where a ticket goes that no route names. */
  triage: Place
  /** In the order of the file; `requester` is always among them. */
  roles: readonly Role[]
  types: readonly [TicketType, ...TicketType[]]
  statuses: readonly Status[]
  moves: Moves
  calendars: Readonly<Record<string, Calendar>>
  defaultPlan: string
  pausing: readonly string[]
}
