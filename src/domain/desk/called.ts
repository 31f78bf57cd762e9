import type { Desk } from './desk.ts'
import { labelOr } from './label.ts'
import { statusOf } from './status.ts'
import { categoryOf, priorityOf, typeOf } from './type.ts'
import type { Field } from './types.ts'

const kinds = { status: statusOf, priority: priorityOf, type: typeOf, category: categoryOf, field: fieldOf }

/** What a desk calls one of its statuses (priorities, types, categories, fields), as this reader sees it; its id where it has it no more. */
export function called(desk: Desk, kind: keyof typeof kinds, id: string, language: string): string {
  return labelOr(id, kinds[kind](desk, id), language, desk)
}

/** Of whichever type has it first. */
function fieldOf(desk: Pick<Desk, 'types'>, id: string): Field | undefined {
  return desk.types.flatMap(({ fields, agentFields }) => [...fields, ...agentFields]).find((field) => field.id === id)
}
