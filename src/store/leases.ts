import type { Leases } from '../ports/leases.ts'
import type { Db } from './orm.ts'

/** Who is alive, and who polls. Real time, the process's own clock. @see Leases */
export function leasesOf(db: () => Db, now: () => Date): Leases {
  return {
    async hold(name, holder, forMs) {
      const at = now()
      const until = new Date(at.getTime() + forMs)
      const taken = await db()
        .insertInto('lease')
        .values({ name, holder, until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ holder, until })
            .where((where) => where.or([where('lease.holder', '=', holder), where('lease.until', '<', at)])),
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
