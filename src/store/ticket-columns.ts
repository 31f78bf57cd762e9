import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Times } from '../ports/promises.ts'
import type { Standing } from './known.ts'

/** The columns that are the ticket, and nothing of what else stands in its row. */
export const ticketColumns = [
  'id',
  'key',
  'deskId',
  'subject',
  'type',
  'priority',
  'category',
  'status',
  'stage',
  'fields',
  'requesterId',
  'assigneeId',
  'organisationId',
  'plan',
  'triage',
  'snoozedUntil',
  'privateTo',
  'watchers',
  'tags',
  'links',
  'openedAt',
  'lastMessageAt',
  'lastMessageBy',
  'resolvedAt',
  'resolution',
  'closedAt',
  'statusSince',
  'lastAgentReplyAt',
  'silence',
  'rating',
  'version',
] as const satisfies readonly (keyof Ticket)[]

export const timeColumns = [
  'judged',
  'firstResponseDueAt',
  'nextResponseDueAt',
  'resolutionDueAt',
  'slaAt',
  'silenceAt',
  'ratingAt',
  'closesAt',
] as const satisfies readonly (keyof Times)[]

/** Both: all that is read of a ticket that is to be changed. */
export const standingColumns = [...ticketColumns, ...timeColumns] as const

/** The two halves of a row: what happened made the one, time makes the other. */
export function parted(row: Ticket & Times): Standing {
  const {
    judged,
    firstResponseDueAt,
    nextResponseDueAt,
    resolutionDueAt,
    slaAt,
    silenceAt,
    ratingAt,
    closesAt,
    ...ticket
  } = row
  const times = {
    judged,
    firstResponseDueAt,
    nextResponseDueAt,
    resolutionDueAt,
    slaAt,
    silenceAt,
    ratingAt,
    closesAt,
  }
  return { ticket, times }
}
