import { hoursNow } from '../acts/promises.ts'
import { silenceOf } from '../acts/times.ts'
import { haltSilence, silenceStep } from '../domain/ticket/silence.ts'
import { actOnDue } from './act-on-due.ts'
import type { Timing } from './index.ts'
import { sweep } from './sweep.ts'

/** Nobody has written for as long as the desk file says: the requester is reminded, or the ticket is over (sla.md, silence timers). */
export async function feedbackTimeouts(timing: Timing, now: Date): Promise<number> {
  return sweep(timing, 'silenceAt', now, async (unit, { id, silence }) => {
    // Of a step that only the reminder before it made fair.
    const unreached = silence !== null && (await unit.deliveries.unreached(id, new Date(silence.at)))
    await actOnDue(unit, timing.world, id, now, (ticket, desk) => {
      const step = silenceOf(desk, ticket)
      if (!step || step.at > now.getTime()) return []
      if (unreached && step.do !== 'remind') return haltSilence(desk, step)
      return silenceStep(ticket, desk, step, now, (calendar) => hoursNow(desk, calendar))
    })
  })
}
