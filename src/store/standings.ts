import type { Standings } from '../ports/counting.ts'
import { backlogOf } from './backlog.ts'
import { clockOf } from './clock.ts'
import { missingOnceAMinute } from './missing.ts'
import { dbOf, type Orm } from './orm.ts'

/** @param holder this process, as its leases name it. @see Standings */
export function standingsOf(orm: Orm, realNow: () => Date, holder: string): Pick<Standings, 'backlog' | 'pool'> {
  const missing = missingOnceAMinute()
  return {
    async backlog() {
      const db = dbOf(orm.em.fork())
      return backlogOf(db, missing, await clockOf(() => db)(), realNow(), holder)
    },
    async pool() {
      const pool = await orm.em.getConnection().getNativeClient()
      const { totalCount, idleCount, waitingCount, options } = pool
      return { open: totalCount, used: totalCount - idleCount, most: options.max, queued: waitingCount }
    },
  }
}
