import type { TicketEvent } from '../domain/ticket/events.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Judged } from '../ports/promises.ts'
import type { Unit } from '../ports/store.ts'
import { policyIdOf } from './promises.ts'
import { deskById, type World } from './world.ts'

/**
 * Where events make a ticket go by other promises than those pinned to it, they bear which: another desk's, or those of
 * the file as it reads now, where it comes to a plan that was not there yet when its own were pinned. Else they stay what
 * they were (sla.md S16, S19).
 */
export async function pinPolicies(
  unit: Unit,
  world: World,
  ticket: Pick<Ticket, 'deskId'>,
  judged: Judged | null,
  events: readonly TicketEvent[],
): Promise<TicketEvent[]> {
  let { deskId } = ticket
  let policy = judged?.policy ?? null
  const pinned: TicketEvent[] = []
  for (const event of events) {
    if (event.type === 'DeskMoved') {
      deskId = event.to
      policy = policyIdOf(deskById(world, deskId))
      pinned.push({ ...event, policy })
    } else if (
      (event.type === 'PlanChanged' || event.type === 'RequesterChanged') &&
      !(await knows(unit, policy, planIn(event)))
    ) {
      policy = policyIdOf(deskById(world, deskId))
      pinned.push({ ...event, policy })
    } else pinned.push(event)
  }
  return pinned
}

type PlanChange = Extract<TicketEvent, { type: 'PlanChanged' | 'RequesterChanged' }>

function planIn(event: PlanChange): string {
  return event.type === 'PlanChanged' ? event.to : event.plan
}

/** Does it know this plan? None (null) is the file as it reads now, which does. */
async function knows(unit: Unit, policy: string | null, plan: string): Promise<boolean> {
  const kept = policy === null ? undefined : await unit.rulebook.policy(policy)
  return !kept || Object.hasOwn(kept.plans, plan)
}
