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
    const due = times.judged ? await wakeOf(unit, world, ticket, times.judged, now) : undefined
    if (due) {
      const event = eventOfWake(due.wake, due.clock, due.dueAt)
      await changeTicket(unit, world, id, () => [event], { occurredAt: now })
    } else {
      await unit.tickets.rejudge(id, await timesOf(unit, world, ticket, times.judged))
    }
  })
}
