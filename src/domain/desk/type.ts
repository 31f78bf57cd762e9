import type { Desk } from './desk.ts'
import type { Category, Priority } from './priorities.ts'
import type { TicketType } from './types.ts'

/** The ticket type with this id, if the desk has it. */
export function typeOf(desk: Pick<Desk, 'types'>, id: string): TicketType | undefined {
  return desk.types.find((type) => type.id === id)
}

/** The priority with this id, if the desk has it. */
export function priorityOf(desk: Pick<Desk, 'priorities'>, id: string): Priority | undefined {
  return desk.priorities.find((priority) => priority.id === id)
}

/**
 * The priorities a plan offers, the highest first: those it has a target for. All where it has none at all, and for a
 * plan the desk does not know (any more).
 */
export function offeredTo(desk: Pick<Desk, 'priorities' | 'plans'>, plan: string): readonly Priority[] {
  const targets = Object.hasOwn(desk.plans, plan) ? desk.plans[plan]?.targets : undefined
  if (!targets || Object.keys(targets).length === 0) return desk.priorities
  return desk.priorities.filter(({ id }) => Object.hasOwn(targets, id))
}

/** What a ticket has until somebody says otherwise. */
export function defaultPriority(desk: Pick<Desk, 'priorities'>): Priority {
  const found = desk.priorities.find((priority) => priority.default)
  if (!found) throw new Error('no default priority: the desk was not completed')
  return found
}

/** The category with this id, if the desk has it. */
export function categoryOf(desk: Pick<Desk, 'categories'>, id: string): Category | undefined {
  return desk.categories.find((category) => category.id === id)
}
