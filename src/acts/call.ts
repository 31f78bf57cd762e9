import { addressOn, type Call } from '../adapter.ts'
import type { PersonId } from '../domain/person.ts'
import { calendarOf } from '../domain/policy.ts'
import { mayCall } from '../domain/quiet.ts'
import type { Place } from '../ports/tickets.ts'
import { hoursNow, rulesOf } from './promises.ts'
import { nameOf, type Scene } from './scene.ts'

/**
 * Somebody of the desk, to be called in this place; undefined where they are not on its platform, or want to be left
 * alone now: then their name stands there and rings nobody.
 */
export async function callTo(
  scene: Scene,
  place: Pick<Place, 'platform' | 'account'>,
  personId: PersonId,
): Promise<Call | undefined> {
  const { unit } = scene
  const address = addressOn(place, await unit.people.addresses(personId))
  if (!address || !mayCall(unit.now, await unit.quiet.of(personId), await hoursOf(scene))) return undefined
  return { kind: 'person', id: address.id, name: nameOf(scene, personId) }
}

/** A user group, or somebody the desk has never met, has no quiet hours of its own: called while the plan's calendar is open. */
export async function strangerCall(scene: Scene, kind: Call['kind'], id: string): Promise<Call | undefined> {
  return mayCall(scene.unit.now, undefined, await hoursOf(scene)) ? { kind, id, name: id } : undefined
}

/** The calendar of the ticket's plan and category, as it was promised. */
async function hoursOf({ unit, world, desk, after, times }: Scene) {
  const rules = await rulesOf(unit, world, after.deskId, times.judged?.policy ?? null)
  const calendar = calendarOf(rules.policy, after)
  return calendar === undefined ? hoursNow(desk, '') : rules.hoursOf(calendar)
}
