import type { Due, Dues } from '../ports/dues.ts'
import type { DueTime } from '../ports/promises.ts'
import type { Db } from './orm.ts'
import { run, type Statement } from './statement.ts'

/** Words that have not got through for so long want a sign (`timers/receipts.ts`). */
const OWED_LONG = `interval '3 seconds'`

/** The desk's clock (design.md §8). */
const NOW = `(select now() + offset_ms * interval '1 millisecond' from clock where id = 1)`

/** The first of each desk: asked whether there is any, PostgreSQL expects to meet one soon and reads all tickets. */
const come = (column: string): string => `exists (
        select from unnest($1::text[]) as desk (id), lateral (
          select ${column} as at from ticket
           where desk_id = desk.id and ${column} is not null order by ${column} limit 1
        ) as first where first.at <= ${NOW})`

const times: Record<DueTime, string> = {
  snoozedUntil: come('snoozed_until'),
  slaAt: come('sla_at'),
  silenceAt: come('silence_at'),
  ratingAt: come('rating_at'),
  closesAt: come('closes_at'),
}

const looks: Record<Due, string> = {
  ...times,
  stale: 'exists (select from ticket where stale and desk_id = any ($1::text[]))',
  digest: `exists (select from digest_channel where waits_since is not null) or exists (select from digest_line)`,
  'owed-long': `exists (
        select from delivery where state in ('pending', 'sending') and owed_at <= ${NOW} - ${OWED_LONG})`,
}

/** Asked every second by every process. $1 desks */
const DUES: Statement = {
  name: 'dues',
  text: `
    select ${NOW} as now, ${Object.entries(looks)
      .map(([name, look]) => `${look} as "${name}"`)
      .join(',\n           ')}`,
}

/** @param deskIds desks of the files: others can keep no promise. @see Dues */
export async function duesOf(db: Db, deskIds: readonly string[]): Promise<Dues> {
  const [row] = await run<Record<Due, boolean> & { now: string }>(db, DUES, [deskIds])
  if (!row) throw new Error('the database has no clock')
  const names = Object.keys(looks) as Due[] // the keys of a record of them
  return { now: new Date(row.now), due: new Set(names.filter((name) => row[name])) }
}
