import type { Say } from './cross-check.ts'
import type { Lines } from './lines.ts'
import { anchorStatus } from './silence.ts'
import { type Moves, moveStages, type Status } from './statuses.ts'

/** Automatic moves lead to statuses there are, of a stage that fits; that something does not count is for a person to say. */
export function checkMoves({ moves }: Lines, statuses: readonly Status[], say: Say): void {
  // Object.keys forgets the names a record is made of.
  for (const move of Object.keys(moveStages) as (keyof Moves)[]) {
    const to = moves[move]
    if (to === undefined) continue
    const fitting = statuses
      .filter(({ stage, counted }) => counted !== false && moveStages[move].includes(stage))
      .map(({ id }) => id)
    if (fitting.includes(to)) continue
    const known = statuses.some(({ id }) => id === to)
    say(['moves', move], known ? 'stage' : 'unknown-name', to, fitting)
  }
}

/**
 * Transitions name statuses, roles and fields there are. A status is chosen by those who work here alone: as everybody
 * is a requester too, a way for requesters would be one for every agent, and for no requester.
 */
export function checkTransitions(lines: Lines, statuses: readonly string[], say: Say): void {
  const roles = Object.keys(lines.roles).filter((role) => role !== 'requester')
  const types = Object.values(lines.types)
  const fields = [
    'category',
    'assignee',
    ...types.flatMap((type) => [...type.fields, ...type.agentFields]).map(({ id }) => id),
  ]
  lines.transitions?.forEach((way, index) => {
    const path = ['transitions', index]
    if (!statuses.includes(way.from)) say([...path, 'from'], 'unknown-name', way.from, statuses)
    if (!statuses.includes(way.to)) say([...path, 'to'], 'unknown-name', way.to, statuses)
    way.by.forEach((role, at) => {
      if (role === 'requester') say([...path, 'by', at], 'requester-moves', role, roles)
      else if (!roles.includes(role)) say([...path, 'by', at], 'unknown-name', role, roles)
    })
    checkNames(way.requires, fields, [...path, 'requires'], say)
  })
}

/** Silence steps name statuses and calendars there are. */
export function checkSilence(lines: Lines, statuses: readonly string[], say: Say): void {
  const calendars = Object.keys(lines.calendars)
  lines.silence.forEach((silence, index) => {
    const status = anchorStatus(silence.anchor)
    if (status !== undefined && !statuses.includes(status))
      say(['silence', index, 'anchor'], 'unknown-name', status, statuses)
    checkNames(silence.onlyIn ?? [], statuses, ['silence', index, 'onlyIn'], say)
    const { within } = silence
    if (within !== undefined && !calendars.includes(within))
      say(['silence', index, 'within'], 'unknown-name', within, calendars)
  })
}

/** Every name is among those there are. */
export function checkNames(
  names: readonly string[],
  known: readonly string[],
  path: readonly PropertyKey[],
  say: Say,
): void {
  names.forEach((name, index) => {
    if (!known.includes(name)) say([...path, index], 'unknown-name', name, known)
  })
}
