import { sql } from 'kysely'
import type { MovedClock, NextDue } from '../ports/moved-clock.ts'
import { clockOf } from './clock.ts'
import type { Db } from './orm.ts'

/** @see MovedClock */
export function movedClockOf(db: () => Db): MovedClock {
  const now = clockOf(db)
  return {
    now,
    async offsetMs() {
      const row = await db().selectFrom('clock').select('offsetMs').where('id', '=', 1).executeTakeFirstOrThrow()
      return row.offsetMs
    },
    async moveOn(ms) {
      await db()
        .updateTable('clock')
        .set((set) => ({ offsetMs: set('offsetMs', '+', ms) }))
        .where('id', '=', 1)
        .execute()
    },
    async next() {
      const { rows } = await sql<NextDue>`
        select "key", what, at from (
          select "key", 'promise' as what, sla_at as at from ticket where sla_at is not null
          union all select "key", 'silence', silence_at from ticket where silence_at is not null
          union all select "key", 'rating', rating_at from ticket where rating_at is not null
          union all select "key", 'closing', closes_at from ticket where closes_at is not null
          union all select "key", 'snooze', snoozed_until from ticket where snoozed_until is not null
        ) as due where at > ${await now()} order by at limit 1`.execute(db())
      const [due] = rows
      return due && { ...due, at: new Date(due.at) }
    },
  }
}
