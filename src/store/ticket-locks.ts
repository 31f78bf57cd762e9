import { sql } from 'kysely'
import type { DueTime } from '../ports/promises.ts'
import type { Tickets } from '../ports/tickets.ts'
import type { Known } from './known.ts'
import { openStages } from './open-stages.ts'
import type { Db } from './orm.ts'
import { parted, standingColumns, ticketColumns } from './ticket-columns.ts'

type TicketLocks = Pick<
  Tickets,
  'lockDue' | 'putOff' | 'lockStale' | 'shareOf' | 'lockStanding' | 'lock' | 'rejudge' | 'lockUnassigned'
>

/** Tickets taken by one process alone, and what time makes of them written. @see Tickets */
export function ticketLocksOf(db: Db, { standings: held, places: heldPlaces }: Known): TicketLocks {
  const forget = (id: string): void => {
    held.delete(id)
    heldPlaces.delete(id)
  }
  const locked = () => db.selectFrom('ticket').select(standingColumns).forUpdate()
  /** Nobody waits for a ticket another process has. */
  const lockedIfFree = () => locked().skipLocked()

  return {
    async lockDue(by, now, deskIds) {
      const row = await lockedIfFree()
        .where('id', '=', earliestDue(by, now, deskIds))
        .executeTakeFirst()
      if (!row) return undefined
      const standing = parted(row)
      forget(row.id)
      held.set(row.id, standing)
      return standing.ticket
    },
    async putOff(id, by, until) {
      forget(id)
      await db
        .updateTable('ticket')
        .set({ [by]: until })
        .where('id', '=', id)
        .execute()
    },
    async lockStale(deskIds) {
      const row = await lockedIfFree()
        .where('stale', '=', true)
        .where('deskId', 'in', [...deskIds])
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      return row && parted(row)
    },
    async shareOf(share, shares, deskIds, most) {
      const rows = await db
        .selectFrom('ticket')
        .select('id')
        // By what they are, not by what they are not: so the index of stages finds them among all that are closed.
        .where('stage', 'in', [...openStages, 'resolved'])
        .where('deskId', 'in', [...deskIds])
        .where(sql<boolean>`mod(abs(hashtext(id::text)::bigint), ${shares}) = ${share}`)
        .orderBy('id')
        .limit(most)
        .execute()
      return rows.map(({ id }) => id)
    },
    async lockStanding(id) {
      const row = await lockedIfFree().where('id', '=', id).executeTakeFirst()
      return row && parted(row)
    },
    async lock(id) {
      const row = await locked().where('id', '=', id).executeTakeFirst()
      forget(id)
      return row && parted(row).ticket
    },
    async rejudge(id, times) {
      forget(id)
      await db
        .updateTable('ticket')
        .set({ ...times, stale: false })
        .where('id', '=', id)
        .execute()
    },
    lockUnassigned: async (deskId, where) =>
      db
        .selectFrom('ticket')
        .select(ticketColumns)
        .where('deskId', '=', deskId)
        .where('stage', '=', 'new')
        .where('assigneeId', 'is', null)
        .where('privateTo', 'is', null)
        .where('snoozedUntil', 'is', null)
        .$if(where !== undefined, (all) => all.where(sql<string>`triage ->> 'platform'`, 'in', [...(where ?? [])]))
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst(),
  }
}

const dueColumns: Record<DueTime, string> = {
  snoozedUntil: 'snoozed_until',
  slaAt: 'sla_at',
  silenceAt: 'silence_at',
  ratingAt: 'rating_at',
  closesAt: 'closes_at',
}

/** The ticket that is due first, locked: the first of each desk by its index, whatever desks that are gone owe. */
function earliestDue(by: DueTime, now: Date, deskIds: readonly string[]) {
  const due = sql.raw(dueColumns[by])
  const desks = deskIds.length === 0 ? sql`select null` : sql`values (${sql.join(deskIds, sql`), (`)})`
  return sql<string>`(
    select first.id from (${desks}) as desk (id), lateral (
      select ticket.id, ticket.${due} as due from ticket
      where ticket.desk_id = desk.id and ticket.${due} <= ${now}
      order by ticket.${due} limit 1 for update skip locked
    ) as first
    order by first.due limit 1
  )`
}
