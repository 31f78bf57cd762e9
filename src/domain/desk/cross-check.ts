import { acts } from './act.ts'
import { checkMacros } from './check-macros.ts'
import { checkCalendars, checkOrganisations, checkPlans } from './check-plans.ts'
import { checkRouting } from './check-routing.ts'
import { checkMoves, checkSilence, checkTransitions } from './check-statuses.ts'
import { checkTypes } from './check-types.ts'
import type { Rule } from './fault.ts'
import type { Lines } from './lines.ts'
import { completeStatuses } from './statuses.ts'

/** Says that something is wrong at a path; `allowed` where the file's own names are what is allowed. */
export type Say = (path: readonly PropertyKey[], rule: Rule, value: unknown, allowed?: readonly string[]) => void

/** Compares the parts of a desk file with one another. */
export function crossCheck(lines: Lines, say: Say): void {
  const statuses = completeStatuses(lines.statuses)
  checkUnique(lines.statuses, 'statuses', say)
  checkUnique(lines.priorities, 'priorities', say)
  checkUnique(lines.categories, 'categories', say)
  checkUnique(lines.macros, 'macros', say)
  checkMacros(lines, statuses, say)
  checkDefaultPriority(lines, say)
  checkRoles(
    lines,
    statuses.map(({ id }) => id),
    say,
  )
  checkRota(lines, say)
  checkTypes(lines, say)
  checkRouting(lines, say)
  checkMoves(lines, statuses, say)
  checkTransitions(
    lines,
    statuses.map(({ id }) => id),
    say,
  )
  checkCalendars(lines, say)
  checkOrganisations(lines, say)
  checkPlans(
    lines,
    statuses.map(({ id }) => id),
    say,
  )
  checkSilence(
    lines,
    statuses.map(({ id }) => id),
    say,
  )
}

function checkUnique(listed: readonly { id: string }[], part: string, say: Say): void {
  for (const [index, { id }] of listed.entries()) {
    if (listed.findIndex((other) => other.id === id) < index) say([part, index, 'id'], 'duplicate', id)
  }
}

function checkDefaultPriority({ priorities }: Lines, say: Say): void {
  const defaults = priorities.filter((priority) => priority.default).length
  if (defaults > 1 || (defaults === 0 && priorities.length > 1)) {
    say(
      ['priorities'],
      'one-default',
      priorities.filter((priority) => priority.default).map(({ id }) => id),
    )
  }
}

/** Whoever asks may do these, whatever a desk file says: one that leaves them out would say what is not so. */
const always = ['open', 'reply', 'reopen']

function checkRoles({ roles }: Lines, statuses: readonly string[], say: Say): void {
  if (!Object.keys(roles).some((id) => id !== 'requester')) say(['roles'], 'no-agents', Object.keys(roles))
  const moves = statuses.map((status) => `to:${status}`)
  for (const [id, role] of Object.entries(roles)) {
    for (const [index, may] of role.may.entries()) {
      if (may.startsWith('to:') && !moves.includes(may))
        say(['roles', id, 'may', index], 'act', may, ['*', ...acts, ...moves])
    }
  }
  const { requester } = roles
  if (requester && !requester.may.includes('*') && !always.every((act) => requester.may.includes(act)))
    say(['roles', 'requester', 'may'], 'requester-always', requester.may)
}

/** New tickets are given to people who can be listed: of a Telegram group only one is asked about at a time (`forumsOf`). */
function checkRota({ assign, roles }: Lines, say: Say): void {
  const listed = Object.entries(roles).some(([id, { who, may }]) => {
    const named = [...who.slack, ...who.slackGroup, ...who.slackMembersOf, ...who.telegram]
    return id !== 'requester' && named.length > 0 && (may.includes('take') || may.includes('*'))
  })
  if (assign !== 'none' && !listed) say(['assign'], 'no-rota', assign)
}
