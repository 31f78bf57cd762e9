import { changeTicket } from '../acts/change.ts'
import { timesOf } from '../acts/times.ts'
import { askForRating } from '../domain/ticket/rate.ts'
import type { Timing } from './index.ts'
import { sweep } from './sweep.ts'

/** Minutes after it was resolved the requester is asked what they think of the answer, and reminded where the desk file says so. */
export async function ratingRequests(timing: Timing, now: Date): Promise<number> {
  const { world } = timing
  return sweep(timing, 'ratingAt', now, async (unit, { id }) => {
    const standing = await unit.tickets.standing(id)
    if (!standing) return
    let due = false
    await changeTicket(
      unit,
      world,
      id,
      (ticket, desk) => {
        const events = askForRating(ticket, desk, now)
        due = events.length > 0
        return events
      },
      { occurredAt: now },
    )
    if (!due) await unit.tickets.rejudge(id, await timesOf(unit, world, standing.ticket, standing.times.judged))
  })
}
