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
