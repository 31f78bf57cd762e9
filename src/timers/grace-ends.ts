import { changeTicket } from '../acts/change.ts'
import { close } from '../domain/ticket/close.ts'
import type { Timing } from './index.ts'
import { sweep } from './sweep.ts'

/** Tickets resolved long enough ago are closed for good: a later word opens a linked one (design.md §2). */
export async function graceEnds(timing: Timing, now: Date): Promise<number> {
  return sweep(timing, 'closesAt', now, async (unit, { id }) => {
    await changeTicket(unit, timing.world, id, close, { occurredAt: now })
  })
}
