import { close } from '../domain/ticket/close.ts'
import { actOnDue } from './act-on-due.ts'
import type { Timing } from './index.ts'
import { sweep } from './sweep.ts'

/** Tickets resolved long enough ago are closed for good: a later word opens a linked one (design.md §2). */
export async function graceEnds(timing: Timing, now: Date): Promise<number> {
  return sweep(timing, 'closesAt', now, (unit, { id }) =>
    actOnDue(unit, timing.world, id, now, (ticket, desk) => close(ticket, desk, now)),
  )
}
