import { type Hours, nextOpening } from '../domain/calendar.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { statusesOfStage } from '../domain/desk/questions.ts'
import { calendarOf, type Policy, policyOf } from '../domain/policy.ts'
import { ratingRule } from '../domain/rating.ts'
import type { Rules } from '../domain/sla.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { idOfContent } from '../ports/ids.ts'
import type { Store, Unit } from '../ports/store.ts'
import type { World } from './world.ts'

const ids = new WeakMap<Desk, string>()

/** The id of what a desk promises now: the same promises, the same id, in every process. */
export function policyIdOf(desk: Desk): string {
  const known = ids.get(desk)
  if (known !== undefined) return known
  const id = idOfContent([desk.desk, policyOf(desk)])
  ids.set(desk, id)
  return id
}

/** The id of what else of a desk file moves the due times of tickets there are already (`timesOf`). */
function timingIdOf(desk: Desk): string {
  const { grace, zone, silence, escalation } = desk
  // Silence is counted in these where its rule names none.
  const waiting = statusesOfStage(desk, 'waiting-requester').map(({ id }) => id)
  return idOfContent([grace, zone, silence, escalation, ratingRule(desk) ?? null, waiting])
}

/**
 * The rules clocks of a desk's tickets go by: the policy with this id (null: what the file says now), and the desk's
 * calendars with everything they said before.
 */
export async function rulesOf(unit: Unit, world: World, deskId: string, policyId: string | null): Promise<Rules> {
  const desk = world.desks.find((one) => one.desk === deskId)
  const kept = policyId === null ? undefined : await unit.rulebook.policy(policyId)
  const policy: Policy = kept ?? (desk ? policyOf(desk) : { plans: {}, pausing: [] })
  const versions = await unit.rulebook.hours(deskId)
  return { policy, hoursOf: (calendar) => versions.get(calendar) ?? hoursNow(desk, calendar) }
}

/** A calendar as its file says now. */
export function hoursNow(desk: Desk | undefined, calendar: string): Hours {
  const its = desk?.calendars[calendar]
  return [{ from: null, calendar: its ?? { alwaysOpen: true } }]
}

/** When the desk is there again for a ticket of this plan and category; undefined: it is there now, or nobody can say. */
export async function backAt(
  unit: Unit,
  world: World,
  ticket: Pick<Ticket, 'deskId' | 'plan' | 'category'>,
  policyId: string | null,
): Promise<Date | undefined> {
  const { policy, hoursOf } = await rulesOf(unit, world, ticket.deskId, policyId)
  const calendar = calendarOf(policy, ticket)
  const opens = calendar === undefined ? undefined : nextOpening(hoursOf(calendar), unit.now.getTime())
  return opens === undefined || opens <= unit.now.getTime() ? undefined : new Date(opens)
}

/**
 * At the start: what the desk files promise is kept, so that a ticket can go by it after the file says something else.
 * Where a calendar, the zone rules of this process or what the file says of grace, silence, rating and escalation are
 * others than before, the tickets are judged again by and by (sla.md S4, S7). Returns the desks whose tickets are.
 */
export async function keepPromises(store: Store, world: World, zoneRules: string): Promise<string[]> {
  return store.transaction(async ({ rulebook, now }) => {
    const otherZones = await rulebook.keepZoneRules(zoneRules)
    const changed: string[] = []
    for (const desk of world.desks) {
      const its = {
        id: desk.desk,
        policyId: policyIdOf(desk),
        policy: policyOf(desk),
        calendars: desk.calendars,
        timingId: timingIdOf(desk),
      }
      if (!(await rulebook.keep(its, now)) && !otherZones) continue
      await rulebook.markStale(desk.desk)
      changed.push(desk.desk)
    }
    return changed
  })
}
