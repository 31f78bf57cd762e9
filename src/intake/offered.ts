import type { Desk } from '../domain/desk/desk.ts'
import { offeredTo } from '../domain/desk/questions.ts'
import type { PersonId } from '../domain/person.ts'
import type { Unit } from '../ports/store.ts'

/** The plan a ticket of theirs would have now: their organisation's, else the desk's. */
export async function planOf(unit: Pick<Unit, 'organisations'>, desk: Desk, person: PersonId | undefined) {
  const organisation = person === undefined ? undefined : await unit.organisations.of(person, desk.desk)
  return organisation?.plan ?? desk.defaultPlan
}

/** The desk as a plan has it: a priority that it does not offer is not there to be chosen (sla.md, part B iv). */
export function asOffered(desk: Desk, plan: string): Desk {
  const asks = desk.types.some((type) => type.asks.includes('priority'))
  return asks ? { ...desk, priorities: [...offeredTo(desk, plan)] } : desk
}
