import { sql } from 'kysely'
import type { Leases } from '../ports/leases.ts'
import type { Db } from './orm.ts'

/**
 * Who is alive, and who polls. Real time, by the database's clock: processes whose own clocks differ by more than a lease
 * would hold each other for dead. @see Leases
 */
export function leasesOf(db: () => Db): Leases {
  return {
    async hold(name, holder, forMs) {
      const until = sql<Date>`now() + ${forMs}::float8 * interval '1 ms'`
      const taken = await db()
        .insertInto('lease')
        .values({ name, holder, until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ holder, until })
            .where((where) =>
              where.or([where('lease.holder', '=', holder), where('lease.until', '<', sql<Date>`now()`)]),
            ),
        )
        .returning('holder')
        .executeTakeFirst()
      return taken?.holder === holder
    },
    async release(name, holder) {
      await db().deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute()
    },
  }
}
