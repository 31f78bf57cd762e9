import { judgeAgain, timesOf } from '../acts/times.ts'
import { sameJson } from '../ports/same-json.ts'
import type { Timing } from './index.ts'
import { PUT_OFF_MS } from './sweep.ts'

/** Every ticket that is not closed has its turn once a week (sla.md S26). */
const SHARES = 7 * 24
const HOUR_MS = 3_600_000
/** So many a time: an audit must not keep others waiting. */
const MOST = 2_000

/**
 * Do the clocks of tickets say what their history says? One share of the tickets an hour is worked out again from the
 * beginning; one that differs is a bug of ours: it is told in the log, counted, and put right. Returns how many differed.
 */
export async function auditClocks({ store, world }: Timing, now: Date): Promise<number> {
  const share = Math.floor(now.getTime() / HOUR_MS) % SHARES
  const deskIds = world.desks.map(({ desk }) => desk)
  const ids = await store.transaction((unit) => unit.tickets.shareOf(share, SHARES, deskIds, MOST))
  let drifted = 0
  for (const id of ids) {
    await store.transaction(async (unit) => {
      const standing = await unit.tickets.lockStanding(id)
      // Somebody is at it right now: its turn comes again.
      if (!standing?.times.judged) return
      const { ticket, times } = standing
      const judged = await judgeAgain(unit, world, id)
      const again = await timesOf(unit, world, ticket, judged)
      // When it is next looked at is an index, and may be put off (sweep.ts, sla-reminders.ts): not for long, though.
      const index = times.slaAt && again.slaAt && times.slaAt.getTime() - again.slaAt.getTime() <= PUT_OFF_MS
      if (sameJson({ ...times, slaAt: null }, { ...again, slaAt: null }) && (index || times.slaAt === again.slaAt))
        return
      drifted += 1
      world.log.error({ ticket: ticket.key }, 'clock-drift')
      await unit.tickets.rejudge(id, again)
    })
  }
  return drifted
}
