import { builtInPlan, builtInRequester, builtInType } from './built-in.ts'
import { completeCalendar } from './calendars.ts'
import type { Desk } from './desk.ts'
import type { Lines } from './lines.ts'
import type { Place } from './platform-id.ts'
import type { Role } from './roles.ts'
import { firstStatus } from './status.ts'
import { completeStatuses, type Moves, type Status } from './statuses.ts'
import type { TicketType } from './types.ts'

/** The desk with everything its file left out. */
export function complete(lines: Lines, triage: Place): Desk {
  const statuses = completeStatuses(lines.statuses)
  const hasPlans = Object.keys(lines.plans).length > 0
  const calendars = hasPlans
    ? lines.calendars
    : { [builtInPlan.calendar]: { alwaysOpen: true } as const, ...lines.calendars }
  return {
    ...lines,
    triage,
    roles: completeRoles(lines.roles),
    types: completeTypes(lines.types),
    statuses,
    moves: completeMoves(lines.moves, statuses),
    calendars: Object.fromEntries(
      Object.entries(calendars).map(([id, calendar]) => [id, completeCalendar(calendar, lines.zone)]),
    ),
    plans: hasPlans
      ? lines.plans
      : { [builtInPlan.id]: { calendar: builtInPlan.calendar, targets: builtInPlan.targets } },
    defaultPlan: lines.defaultPlan ?? Object.keys(lines.plans)[0] ?? builtInPlan.id,
    pausing: lines.pausing ?? statuses.filter(({ stage }) => stage === 'waiting-requester').map(({ id }) => id),
    priorities: lines.priorities.map((priority, _, all) =>
      all.length === 1 ? { ...priority, default: true } : priority,
    ),
  }
}

function completeRoles(lines: Lines['roles']): Role[] {
  const roles = Object.entries(lines).map(([id, role]): Role => ({ id, ...role }))
  return roles.some(({ id }) => id === builtInRequester.id) ? roles : [...roles, builtInRequester]
}

function completeTypes(lines: Lines['types']): [TicketType, ...TicketType[]] {
  const [first = builtInType, ...others] = Object.entries(lines).map(([id, type]): TicketType => ({ id, ...type }))
  return [first, ...others]
}

function completeMoves(moves: Lines['moves'], statuses: readonly Status[]): Moves {
  const desk = { statuses }
  const onResolve = moves.onResolve ?? firstStatus(desk, 'resolved').id
  return {
    onAccept: moves.onAccept ?? firstStatus(desk, 'open').id,
    onAgentReply: moves.onAgentReply,
    onRequesterReply: moves.onRequesterReply ?? firstStatus(desk, 'open').id,
    onResolve,
    onReopen: moves.onReopen ?? firstStatus(desk, 'open').id,
    onSilence: moves.onSilence ?? onResolve,
  }
}
