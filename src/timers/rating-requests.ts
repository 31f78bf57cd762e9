import { askForRating } from '../domain/ticket/rate.ts'
import { actOnDue } from './act-on-due.ts'
import type { Timing } from './index.ts'
import { sweep } from './sweep.ts'

/** Minutes after it was resolved the requester is asked what they think of the answer, and reminded where the desk file says so. */
export async function ratingRequests(timing: Timing, now: Date): Promise<number> {
  return sweep(timing, 'ratingAt', now, (unit, { id }) =>
    actOnDue(unit, timing.world, id, now, (ticket, desk) => askForRating(ticket, desk, now)),
  )
}
