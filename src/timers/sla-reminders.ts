import { changeTicket } from '../acts/change.ts'
import { timesOf, wakeOf } from '../acts/times.ts'
import { eventOfWake } from '../domain/ticket/breach.ts'
import type { Timing } from './index.ts'
import { sweep } from './sweep.ts'

/**
 * Warnings before a promise is broken, the word that it is, and the rungs of the escalation ladder. What is due is
 * decided anew from the clocks under the ticket's lock; the row's time is only an index to it (sla.md §0.8).
 */
export async function slaReminders(timing: Timing, now: Date): Promise<number> {
  const { world } = timing
  return sweep(timing, 'slaAt', now, async (unit, { id }) => {
    const standing = await unit.tickets.standing(id)
    if (!standing) return
    const { ticket, times } = standing
    const next = times.judged ? await wakeOf(unit, world, ticket, times.judged, now) : undefined
    if (next && next.wake.at <= now.getTime()) {
      const event = eventOfWake(next.wake, next.clock, next.dueAt)
      await changeTicket(unit, world, id, () => [event], { occurredAt: now })
      return
    }
    // What it was due for is over (a warning after the deadline): it waits for what comes after, and is not due till then.
    const slaAt = next ? new Date(next.wake.at) : null
    await unit.tickets.rejudge(id, { ...(await timesOf(unit, world, ticket, times.judged)), slaAt })
  })
}
