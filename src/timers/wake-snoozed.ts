import { changeTicket } from '../acts/change.ts'
import { wake } from '../domain/ticket/snooze.ts'
import type { Timing } from './index.ts'
import { sweep } from './sweep.ts'

/** Tickets whose snooze has ended come back into sight. Returns how many woke. */
export async function wakeSnoozed(timing: Timing, now: Date): Promise<number> {
  return sweep(timing, 'snoozedUntil', now, async (unit, ticket) => {
    await changeTicket(unit, timing.world, ticket.id, (its) => wake(its, null, 'due'), { occurredAt: now })
  })
}
