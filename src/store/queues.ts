import { type RawBuilder, sql } from 'kysely'
import type { Queue, Queues } from '../ports/queues.ts'
import { openStages } from './open-stages.ts'
import type { Db } from './orm.ts'
import { ticketColumns } from './ticket-columns.ts'

/** The next promise of a ticket; null where none is open. What SQL makes comes as text. */
const nextDue = sql<string | null>`least(first_response_due_at, next_response_due_at, resolution_due_at)`

/** @see Queues */
export function queuesOf(db: Db): Queues {
  return {
    async tickets(which, { deskIds, person, most }) {
      const open = db.selectFrom('ticket').select([...ticketColumns, nextDue.as('dueAt')])
      const theirs =
        which === 'mine' || which === 'waiting'
          ? open
              .where('assigneeId', '=', person)
              .where('deskId', 'in', [...deskIds])
              .where('stage', 'in', [...stagesOf[which]])
              .where('snoozedUntil', 'is', null)
          : open.where('id', 'in', firstOf(which, deskIds, most))
      const rows = await theirs.orderBy(sql`${nextDue} asc nulls last`).orderBy('openedAt').limit(most).execute()
      return rows.map(({ dueAt, ...ticket }) => ({ ticket, dueAt: dueAt === null ? null : new Date(dueAt) }))
    },
  }
}

const stagesOf = {
  mine: openStages,
  waiting: ['waiting-requester', 'waiting-other'],
} as const satisfies Partial<Record<Queue, readonly string[]>>

/** The first of each desk by its own index, however many of them are open: of those the first. */
function firstOf(which: 'unassigned' | 'due', deskIds: readonly string[], most: number): RawBuilder<string> {
  const desks = deskIds.length === 0 ? sql`select null` : sql`values (${sql.join(deskIds, sql`), (`)})`
  const condition =
    which === 'unassigned' ? sql`assignee_id is null and snoozed_until is null` : sql`${nextDue} is not null`
  return sql`(
    select first.id from (${desks}) as desk (id), lateral (
      select ticket.id, ${nextDue} as due, opened_at from ticket
      where ticket.desk_id = desk.id and stage in (${sql.join([...openStages])}) and ${condition}
      order by ${nextDue}, opened_at limit ${most}
    ) as first
    order by first.due, first.opened_at limit ${most}
  )`
}
