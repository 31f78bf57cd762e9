import { membersOf, passes } from '../acts/agents.ts'
import type { PersonAddress } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { forumsOf, groupsOf, isAgent, type Membership, rolesOf } from '../domain/desk/questions.ts'
import type { Actor, Person } from '../domain/person.ts'
import { type Log, nameOfError } from '../ports/log.ts'
import type { Platforms } from '../ports/platforms.ts'

/** Who somebody is at this moment, as their platform tells; at most 60 s old (design.md §8). */
export interface Standing extends Membership {
  address: PersonAddress
  name: string
  language?: string | undefined
  /** The workspace they are at home in, where their platform has such and answers. */
  workspace?: string | undefined
  email?: string | undefined
  /** Their platform cannot say just now who they are, or what they belong to: in doubt, no agent, but it may say so later. */
  unsure?: boolean | undefined
}

/**
 * Asks a platform about somebody, before any transaction: their name, and which of the desks' groups they are in.
 * Where the platform does not answer they are in none: when in doubt, not an agent.
 */
export async function standingOf(
  platforms: Platforms,
  desks: readonly Desk[],
  who: PersonAddress,
  log: Log,
): Promise<Standing> {
  const adapter = platforms.get(who.platform)
  let unsure = false
  const profile = await adapter?.profile(who).catch((error: unknown) => {
    log.warn({ platform: who.platform, error: nameOfError(error) }, 'profile-unknown')
    unsure = passes(error)
    return undefined
  })
  const groups = new Set<string>()
  if (adapter && profile?.kind === 'member') {
    await Promise.all(
      groupsOn(desks, who.platform).map(async (group) => {
        const members = await membersOf(adapter, group, log, who.id)
        if (members?.has(who.id)) groups.add(group.id)
        unsure ||= members === undefined
      }),
    )
  }
  return {
    address: who,
    platform: who.platform,
    id: who.id,
    kind: profile?.kind ?? 'stranger',
    groups,
    name: profile?.name ?? who.id,
    language: profile?.language,
    workspace: profile?.workspace,
    email: profile?.email,
    unsure,
  }
}

function groupsOn(desks: readonly Desk[], platform: PersonAddress['platform']) {
  if (platform === 'telegram') return forumsOf(desks)
  const byId = new Map(desks.flatMap((desk) => groupsOf(desk)).map((group) => [group.id, group]))
  return [...byId.values()]
}

/** Somebody with the roles a desk gives them now. */
export function actorOf(desk: Desk, person: Person, standing: Standing): Actor {
  return { ...person, roles: rolesOf(desk, [standing]) }
}

/** By what `standing` knows, a minute old at most. An agent of one desk is nobody on another. */
export function isAgentOf(desk: Desk, standing: Standing): boolean {
  return isAgent(desk, rolesOf(desk, [standing]))
}
