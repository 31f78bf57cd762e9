import { wake } from '../domain/ticket/snooze.ts'
import { actOnDue } from './act-on-due.ts'
import type { Timing } from './index.ts'
import { sweep } from './sweep.ts'

/** Tickets whose snooze has ended come back into sight. Returns how many woke. */
export async function wakeSnoozed(timing: Timing, now: Date): Promise<number> {
  return sweep(timing, 'snoozedUntil', now, (unit, { id }) =>
    actOnDue(unit, timing.world, id, now, (ticket) => wake(ticket, null, 'due')),
  )
}
