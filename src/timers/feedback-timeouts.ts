import { hoursNow } from '../acts/promises.ts'
import { silenceOf } from '../acts/times.ts'
import { deskById, type World } from '../acts/world.ts'
import { haltSilence, silenceStep } from '../domain/ticket/silence.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Unit } from '../ports/store.ts'
import { actOnDue } from './act-on-due.ts'
import type { Timing } from './index.ts'
import { sweep } from './sweep.ts'

/** Nobody has written for as long as the desk file says: the requester is reminded, or the ticket is over (sla.md, silence timers). */
export async function feedbackTimeouts(timing: Timing, now: Date): Promise<number> {
  return sweep(timing, 'silenceAt', now, async (unit, claimed) => {
    const unheard = await unheardBy(unit, timing.world, claimed)
    await actOnDue(unit, timing.world, claimed.id, now, (ticket, desk) => {
      const step = silenceOf(desk, ticket)
      if (!step || step.at > now.getTime()) return []
      if (unheard !== undefined && step.do !== 'remind') return haltSilence(desk, step, unheard)
      return silenceStep(ticket, desk, step, now, (calendar) => hoursNow(desk, calendar))
    })
  })
}

/** What makes the step that is next unfair, where it ends the ticket: the notice of it, or what it asks an answer to, never came. */
async function unheardBy(unit: Unit, world: World, ticket: Ticket): Promise<'reminder' | 'answer' | undefined> {
  const { id, silence } = ticket
  const step = silenceOf(deskById(world, ticket.deskId), ticket)
  if (!step || step.do === 'remind') return undefined
  // Where no reminder comes first, what named the hour was owed when the silence began.
  if (await unit.deliveries.unreached(id, new Date(silence?.at ?? step.anchoredAt))) return 'reminder'
  return (await unit.deliveries.answerUnreached(id, new Date(step.anchoredAt))) ? 'answer' : undefined
}
