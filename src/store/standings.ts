import type { Standings } from '../ports/counting.ts'
import { backlogOf } from './backlog.ts'
import { clockOf } from './clock.ts'
import { missingOnceAMinute } from './missing.ts'
import { dbOf, type Orm } from './orm.ts'

/** @param whose `holder` this process, as its leases name it; `deskIds` desks of the files. @see Standings */
export function standingsOf(
  orm: Orm,
  realNow: () => Date,
  whose: { holder: string; deskIds: readonly string[] },
): Pick<Standings, 'backlog' | 'pool'> {
  const missing = missingOnceAMinute()
  return {
    async backlog() {
      const db = dbOf(orm.em.fork())
      return backlogOf(db, missing, { now: await clockOf(() => db)(), realNow: realNow() }, whose)
    },
    async pool() {
      const pool = await orm.em.getConnection().getNativeClient()
      const { totalCount, idleCount, waitingCount, options } = pool
      return { open: totalCount, used: totalCount - idleCount, most: options.max, queued: waitingCount }
    },
  }
}
