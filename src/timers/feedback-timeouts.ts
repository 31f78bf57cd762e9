import { changeTicket } from '../acts/change.ts'
import { hoursNow } from '../acts/promises.ts'
import { silenceOf, timesOf } from '../acts/times.ts'
import { haltSilence, silenceStep } from '../domain/ticket/silence.ts'
import type { Timing } from './index.ts'
import { sweep } from './sweep.ts'

/** Nobody has written for as long as the desk file says: the requester is reminded, or the ticket is over (sla.md, silence timers). */
export async function feedbackTimeouts(timing: Timing, now: Date): Promise<number> {
  const { world } = timing
  return sweep(timing, 'silenceAt', now, async (unit, { id }) => {
    const standing = await unit.tickets.standing(id)
    if (!standing) return
    const { ticket: before } = standing
    // Of a step that only the reminder before it made fair.
    const reminded = before.silence && new Date(before.silence.at)
    const unreached = reminded !== null && (await unit.deliveries.unreached(id, reminded))
    let due = false
    await changeTicket(
      unit,
      world,
      id,
      (ticket, desk) => {
        const step = silenceOf(desk, ticket)
        due = step !== undefined && step.at <= now.getTime()
        if (step && due && unreached && step.do !== 'remind') return haltSilence(desk, step)
        return step && due ? silenceStep(ticket, desk, step, now, (calendar) => hoursNow(desk, calendar)) : []
      },
      { occurredAt: now },
    )
    if (!due) await unit.tickets.rejudge(id, await timesOf(unit, world, standing.ticket, standing.times.judged))
  })
}
