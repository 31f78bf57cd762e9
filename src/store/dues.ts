import { type RawBuilder, sql } from 'kysely'
import type { Due, Dues } from '../ports/dues.ts'
import type { DueTime } from '../ports/promises.ts'
import type { Db } from './orm.ts'

/** Words that have not got through for so long want a sign (`timers/receipts.ts`). */
const OWED_LONG = sql`interval '3 seconds'`

/** The desk's clock (design.md §8). */
const NOW = sql`(select now() + offset_ms * interval '1 millisecond' from clock where id = 1)`

/** @param deskIds desks of the files: others can keep no promise. @see Dues */
export async function duesOf(db: Db, deskIds: readonly string[]): Promise<Dues> {
  const desks = sql`array[${sql.join(deskIds.map((id) => sql`${id}`))}]::text[]`
  const ticket = (condition: RawBuilder<unknown>) =>
    sql`exists (select from ticket where ${condition} and desk_id = any(${desks}))`
  // The first of each desk: asked whether there is any, PostgreSQL expects to meet one soon and reads all tickets.
  const come = (column: string) => sql`exists (
    select from unnest(${desks}) as desk (id), lateral (
      select ${sql.ref(column)} as at from ticket
      where desk_id = desk.id and ${sql.ref(column)} is not null order by ${sql.ref(column)} limit 1
    ) as first where first.at <= ${NOW})`
  const looks: Record<Due, RawBuilder<unknown>> = {
    ...times(come),
    stale: ticket(sql`stale`),
    digest: sql`exists (select from digest_channel where waits_since is not null) or exists (select from digest_line)`,
    'owed-long': sql`exists (
      select from delivery where state in ('pending', 'sending') and owed_at <= ${NOW} - ${OWED_LONG})`,
  }
  const names = Object.keys(looks) as Due[] // the keys of a record of them
  const columns = names.map((name) => sql`${looks[name]} as ${sql.ref(name)}`)
  const { rows } = await sql<Record<Due, boolean> & { now: Date | string }>`
    select ${NOW} as now, ${sql.join(columns)}`.execute(db)
  const [row] = rows
  if (!row) throw new Error('the database has no clock')
  return { now: new Date(row.now), due: new Set(names.filter((name) => row[name])) }
}

function times(come: (column: string) => RawBuilder<unknown>): Record<DueTime, RawBuilder<unknown>> {
  return {
    snoozedUntil: come('snoozed_until'),
    slaAt: come('sla_at'),
    silenceAt: come('silence_at'),
    ratingAt: come('rating_at'),
    closesAt: come('closes_at'),
  }
}
