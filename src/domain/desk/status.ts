import type { Stage } from '../ticket/ticket.ts'
import type { Desk } from './desk.ts'
import { mayDo } from './permission.ts'
import type { Status } from './statuses.ts'

/** The status with this id, if the desk has it. */
export function statusOf(desk: Pick<Desk, 'statuses'>, id: string): Status | undefined {
  return desk.statuses.find((status) => status.id === id)
}

/** What is resolved by it is counted in no figure (sla.md S14). */
export function isUncounted(desk: Pick<Desk, 'statuses'>, id: string): boolean {
  return statusOf(desk, id)?.counted === false
}

/** All statuses of a stage, in the file's order. */
export function statusesOfStage(desk: Pick<Desk, 'statuses'>, stage: Stage): Status[] {
  return desk.statuses.filter((status) => status.stage === stage)
}

/** The first status of a stage; a desk has one for each. */
export function firstStatus(desk: Pick<Desk, 'statuses'>, stage: Stage): Status {
  const [first] = statusesOfStage(desk, stage)
  if (!first) throw new Error(`no status of stage ${stage}: the desk was not completed`)
  return first
}

/**
 * May somebody with these roles move a ticket from status to status? Without `transitions` anybody who may move may
 * move anywhere; with them only what is listed, by the roles listed, once the fields it requires are set. A status that
 * no way of the list leaves is left for where a ticket begins to be worked on, and for nothing further.
 */
export function transitionAllowed(
  desk: Desk,
  from: string,
  to: string,
  roles: readonly string[],
  fields: Readonly<Record<string, string | string[]>>,
): 'allowed' | 'not-allowed' | { needs: string[] } {
  if (from === to) return 'allowed'
  if (!desk.transitions || (to === desk.moves.onAccept && isDeadEnd(desk, desk.transitions, from)))
    return mayDo(desk, roles, `to:${to}`) ? 'allowed' : 'not-allowed'
  const open = desk.transitions.filter(
    (way) => way.from === from && way.to === to && way.by.some((role) => roles.includes(role)),
  )
  if (open.length === 0) return 'not-allowed'
  const missing = open.map((way) => way.requires.filter((field) => isEmpty(desk, field, fields[field])))
  const [least = []] = missing.toSorted((one, other) => one.length - other.length)
  return least.length === 0 ? 'allowed' : { needs: least }
}

/**
 * A ticket may stand where the list does not lead: it came from another desk into a built-in status, or the file has
 * dropped its status. What is over has its own way back (`reopen`).
 */
function isDeadEnd(desk: Pick<Desk, 'statuses'>, ways: NonNullable<Desk['transitions']>, id: string): boolean {
  const stage = statusOf(desk, id)?.stage
  return stage !== 'resolved' && stage !== 'closed' && !ways.some(({ from }) => from === id)
}

/** What is asked with yes or no is set once somebody said yes: prepayment is in, the test has passed. */
function isEmpty(desk: Pick<Desk, 'types'>, field: string, value: string | string[] | undefined): boolean {
  if (value === undefined || value.length === 0) return true
  const kinds = desk.types.flatMap(({ fields, agentFields }) => [...fields, ...agentFields])
  return value === 'no' && kinds.some(({ id, kind }) => id === field && kind === 'yesno')
}
