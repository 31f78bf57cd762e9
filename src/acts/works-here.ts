import type { Adapter, GroupRef, PersonAddress } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { forumsOf, groupsOf, isAgent, type Membership, rolesOf } from '../domain/desk/questions.ts'
import { type Log, nameOfError } from '../ports/log.ts'
import type { Platforms } from '../ports/platforms.ts'

/**
 * Whether somebody is an agent of a desk now, by every address we know of them, at most 60 s old. Undefined in doubt:
 * where a platform does not run or does not answer, or a group cannot be seen. Who may do something is asked the other
 * way round (`agentsOf`: in doubt, nobody); here work is taken from people, and nobody loses it by an outage.
 */
export async function worksHere(
  platforms: Platforms,
  desk: Desk,
  addresses: readonly PersonAddress[],
  log: Log,
): Promise<boolean | undefined> {
  const known: Membership[] = []
  for (const address of addresses) {
    const adapter = platforms.get(address.platform)
    if (adapter?.account !== address.account) return undefined
    const membership = await membershipOf(adapter, desk, address).catch((error: unknown) => {
      log.warn({ desk: desk.desk, error: nameOfError(error) }, 'agent-unknown')
    })
    if (!membership) return undefined
    known.push(membership)
  }
  return known.length === 0 ? undefined : isAgent(desk, rolesOf(desk, known))
}

async function membershipOf(adapter: Adapter, desk: Desk, who: PersonAddress): Promise<Membership | undefined> {
  const { platform, id } = who
  const groups = new Set<string>()
  for (const group of platform === 'telegram' ? forumsOf([desk]) : groupsOf(desk)) {
    const members = await adapter.members(group, id)
    if (members.has(id)) groups.add(group.id)
    else if (members.size === 0 && !(await sees(adapter, group))) return undefined
  }
  const there: Membership = { platform, id, kind: 'member', groups }
  // Who is in nothing needs no further question: Slack takes but so many a minute.
  if (!isAgent(desk, rolesOf(desk, [there]))) return there
  const profile = await adapter.profile(who)
  // A Telegram bot knows only who has written to it: that it knows nothing of somebody says nothing.
  return { ...there, kind: profile?.kind ?? (platform === 'telegram' ? 'member' : 'stranger') }
}

/**
 * Of a group we are not in any more, or that anybody may join now, the platforms tell that nobody is in it: an operator
 * puts that right, and it is no reason to take everybody's tickets from them.
 */
async function sees(adapter: Adapter, group: GroupRef): Promise<boolean> {
  return (await adapter.members(group, adapter.account)).has(adapter.account)
}
