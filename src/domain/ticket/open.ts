import type { Desk } from '../desk/desk.ts'
import type { Place } from '../desk/platform-id.ts'
import { defaultPriority, firstStatus, routeOf } from '../desk/questions.ts'
import { planOf } from '../organisation.ts'
import type { PersonId } from '../person.ts'
import type { TicketEvent } from './events.ts'
import type { Fields } from './ticket.ts'

/** What a new ticket starts with; ids and the key are made by the caller. */
export interface Opening {
  id: string
  key: string
  by: PersonId
  requesterId: PersonId
  subject: string
  ticketType: string
  priority?: string | undefined
  category?: string | undefined
  fields: Fields
  organisation?: { id: string; plan: string | null } | undefined
  /** Id of what the desk promises now. */
  policy?: string | undefined
  /** Where it is worked on; default where the desk's routing sends it. */
  triage?: Place | undefined
  /** The agents it is shared with; default all of the desk. */
  privateTo?: readonly PersonId[] | undefined
  /** Since when they have waited for an answer to it, in the ticket it is split off from (UTC, ISO 8601). */
  askedSince?: string | undefined
}

/** Somebody asks: the desk's first status, its default priority, the plan in force now, the triage channel its routing names. */
export function open(desk: Desk, opening: Opening): TicketEvent[] {
  const { category, organisation, triage, ...given } = opening
  const priority = opening.priority ?? defaultPriority(desk).id
  return [
    {
      type: 'TicketOpened',
      ...given,
      deskId: desk.desk,
      priority,
      category: category ?? null,
      status: firstStatus(desk, 'new').id,
      stage: 'new',
      organisationId: organisation?.id ?? null,
      plan: planOf(desk, organisation),
      triage: triage ?? routeOf(desk, { type: given.ticketType, priority, category, fields: given.fields }),
    },
  ]
}
