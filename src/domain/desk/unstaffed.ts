import type { Desk } from './desk.ts'
import type { Role } from './roles.ts'

/** The transitions that nobody may make as the file stands, and their roles, which name nobody. Both empty where all is well. */
export function unstaffed({ roles, transitions = [] }: Pick<Desk, 'roles' | 'transitions'>): {
  ways: NonNullable<Desk['transitions']>
  roles: string[]
} {
  const empty = new Set(roles.filter(namesNobody).map(({ id }) => id))
  const ways = transitions.filter(({ by }) => by.every((role) => empty.has(role)))
  return { ways, roles: [...new Set(ways.flatMap(({ by }) => by))] }
}

function namesNobody({ who }: Role): boolean {
  return Object.values(who).every((named) => named.length === 0)
}
