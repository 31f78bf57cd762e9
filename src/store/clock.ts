import type { Db } from './orm.ts'
import { run, type Statement } from './statement.ts'

/**
 * The hour: the database's, plus the offset the playground may have set (design.md §8). Inside a transaction it is the
 * transaction's own, the same for everything decided in it.
 */
export function clockOf(db: () => Db): () => Promise<Date> {
  return async () => (await beginningOf(db())).now
}

/** The hour as a transaction begins, and in the same question how many versions of calendars there are (rulebook.ts). */
export async function beginningOf(db: Db): Promise<{ now: Date; calendarVersions: number }> {
  const [row] = await run<{ now: string; versions: number }>(db, BEGINNING, [])
  if (!row) throw new Error('the clock has no row')
  return { now: new Date(row.now), calendarVersions: row.versions }
}

const BEGINNING: Statement = {
  name: 'clock-beginning',
  text: `
    select date_trunc('milliseconds', now() + offset_ms * interval '1 ms') as now,
           (select count(*) from calendar_version)::int as versions
      from clock where id = 1`,
}
