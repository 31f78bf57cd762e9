import { sql } from 'kysely'
import type { Queue, Queues } from '../ports/queues.ts'
import type { Db } from './orm.ts'
import { ticketColumns } from './ticket-columns.ts'

/** The next promise of a ticket; null where none is open. What SQL makes comes as text. */
const nextDue = sql<string | null>`least(first_response_due_at, next_response_due_at, resolution_due_at)`

/** @see Queues */
export function queuesOf(db: Db): Queues {
  return {
    async tickets(which, { deskIds, person, most }) {
      const open = db
        .selectFrom('ticket')
        .select([...ticketColumns, nextDue.as('dueAt')])
        .where('deskId', 'in', [...deskIds])
        .where('stage', 'in', [...stagesOf[which]])
      const theirs =
        which === 'mine' || which === 'waiting'
          ? open.where('assigneeId', '=', person)
          : which === 'unassigned'
            ? open.where('assigneeId', 'is', null)
            : open.where(nextDue, 'is not', null)
      const rows = await theirs.orderBy(sql`${nextDue} asc nulls last`).orderBy('openedAt').limit(most).execute()
      return rows.map(({ dueAt, ...ticket }) => ({ ticket, dueAt: dueAt === null ? null : new Date(dueAt) }))
    },
  }
}

const stagesOf = {
  mine: ['new', 'open', 'waiting-requester', 'waiting-other'],
  unassigned: ['new', 'open', 'waiting-requester', 'waiting-other'],
  due: ['new', 'open', 'waiting-requester', 'waiting-other'],
  waiting: ['waiting-requester', 'waiting-other'],
} as const satisfies Record<Queue, readonly string[]>
