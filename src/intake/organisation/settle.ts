import type { World } from '../../acts/world.ts'
import { belonging, domainOf } from '../../domain/organisation.ts'
import type { Person } from '../../domain/person.ts'
import type { Unit } from '../../ports/store.ts'
import { isAgentOf, type Standing } from '../standing.ts'

/**
 * Where somebody belongs, as the rules and their platform have it at this moment. An e-mail counts as confirmed only
 * for a full member of our own workspace, whose administrators gave them their account; what another workspace says of
 * its people's addresses is a claim, and that workspace itself is a rule of its own. Returns whether that has changed.
 */
export async function settleOrganisations(
  { unit, world }: { unit: Unit; world: World },
  person: Person,
  standing: Standing,
  channel?: string,
): Promise<boolean> {
  if (standing.workspace === undefined || standing.kind === 'bot') return false
  const known = {
    workspace: standing.workspace,
    domain: standing.kind === 'member' && standing.email !== undefined ? domainOf(standing.email) : undefined,
    channel,
  }
  const { rules, members } = await unit.organisations.about(person.id, known)
  if (rules.length === 0 && members.length === 0) return false
  const worksFor = world.desks.filter((desk) => isAgentOf(desk, standing)).map(({ desk }) => desk)
  const { join, leave } = belonging(rules, members, { ...known, worksFor })
  for (const deskId of leave) await unit.organisations.leave(person.id, deskId)
  for (const membership of join) await unit.organisations.join(person.id, membership)
  return leave.length + join.length > 0
}
