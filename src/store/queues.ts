import { type RawBuilder, sql } from 'kysely'
import type { Queue, Queues, Reading } from '../ports/queues.ts'
import { openStages } from './open-stages.ts'
import type { Db } from './orm.ts'
import { ticketColumns } from './ticket-columns.ts'

/** The next promise of a ticket; null where none is open. What SQL makes comes as text. */
const nextDue = sql<string | null>`least(first_response_due_at, next_response_due_at, resolution_due_at)`

/** @see Queues */
export function queuesOf(db: Db): Queues {
  return {
    async tickets(which, reading) {
      const rows =
        which === 'mine' || which === 'waiting' ? await ofTheirs(db, which, reading) : await ofDesks(db, which, reading)
      const first = rows.map(({ dueAt, all: _, ...ticket }) => ({
        ticket,
        dueAt: dueAt === null ? null : new Date(dueAt),
      }))
      return { first, count: Number(rows[0]?.all ?? 0) }
    },
  }
}

const stagesOf = {
  mine: openStages,
  waiting: ['waiting-requester', 'waiting-other'],
} as const satisfies Partial<Record<Queue, readonly string[]>>

/** As many as one has on hand: all of them are looked at to see which come first. */
async function ofTheirs(db: Db, which: 'mine' | 'waiting', { deskIds, person, publicOnly, most }: Reading) {
  return db
    .selectFrom('ticket')
    .select([...ticketColumns, nextDue.as('dueAt'), sql<string>`count(*) over ()`.as('all')])
    .where('assigneeId', '=', person)
    .where('deskId', 'in', [...deskIds])
    .where('stage', 'in', [...stagesOf[which]])
    .where('snoozedUntil', 'is', null)
    .$if(publicOnly, (all) => all.where('privateTo', 'is', null))
    .orderBy(sql`${nextDue} asc nulls last`)
    .orderBy('openedAt')
    .limit(most)
    .execute()
}

async function ofDesks(db: Db, which: 'unassigned' | 'due', reading: Reading) {
  return db
    .selectFrom('ticket')
    .innerJoin(firstOf(which, reading).as('first'), (join) => join.onRef('first.ticket', '=', 'ticket.id'))
    .select([...ticketColumns, nextDue.as('dueAt'), 'first.all'])
    .orderBy(sql`${nextDue} asc nulls last`)
    .orderBy('openedAt')
    .execute()
}

/**
 * The first of each desk by its own index, however many of them are open; and how many they are: asked in one for so many
 * in order, PostgreSQL reads and sorts all that are open.
 */
function firstOf(which: 'unassigned' | 'due', reading: Reading): RawBuilder<{ ticket: string; all: string }> {
  const { deskIds, countedTo, most } = reading
  const desks = deskIds.length === 0 ? sql`select null` : sql`values (${sql.join(deskIds, sql`), (`)})`
  const condition =
    which === 'unassigned' ? sql`assignee_id is null and snoozed_until is null` : sql`${nextDue} is not null`
  const theirs = sql`ticket.desk_id = desk.id and stage in (${sql.join([...openStages])}) and ${condition}
      and ${mayRead(reading)}`
  // Of what is open without a promise there may be much: what has one is found by its order.
  const found = which === 'due' ? sql`order by ${nextDue}` : sql``
  return sql`(
    select first.id as ticket, (
      select sum(counted."all") from (${desks}) as desk (id), lateral (
        select count(*) as "all" from (select from ticket where ${theirs} ${found} limit ${countedTo + 1}) as one
      ) as counted
    ) as "all" from (${desks}) as desk (id), lateral (
      select ticket.id, ${nextDue} as due, opened_at from ticket
      where ${theirs} order by ${nextDue}, opened_at limit ${most}
    ) as first
    order by first.due, first.opened_at limit ${most}
  )`
}

/** What is public, and of what is private what one is an insider of, or may enter as everything else of the desk. */
function mayRead({ person, seesAll, publicOnly }: Reading): RawBuilder<boolean> {
  if (publicOnly) return sql`private_to is null`
  const all = seesAll.length === 0 ? sql`false` : sql`desk_id in (${sql.join(seesAll)})`
  return sql`(private_to is null or assignee_id = ${person} or private_to @> to_jsonb(${person}::text) or ${all})`
}
