import { type Adapter, DeliveryFault, type GroupRef, type PersonAddress } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { type Asked, groupsOf, mayDo } from '../domain/desk/questions.ts'
import { type Log, nameOfError } from '../ports/log.ts'
import type { Platforms } from '../ports/platforms.ts'

/**
 * Where the agents of a desk are, of those platforms that run: people the file names and the members of its groups.
 * `asked`: only those whose role may do this. A group that cannot be asked about has nobody: when in doubt, not an
 * agent (design.md §8). Guests and bots may be among them; who somebody is says their profile.
 */
export async function agentsOf(platforms: Platforms, desk: Desk, log: Log, asked?: Asked): Promise<PersonAddress[]> {
  const found = new Map<string, PersonAddress>()
  const add = (platform: PersonAddress['platform'], ids: Iterable<string>): void => {
    const account = platforms.get(platform)?.account
    if (account === undefined) return
    for (const id of ids) found.set(`${platform}:${id}`, { platform, account, id })
  }
  for (const role of desk.roles) {
    if (role.id === 'requester' || (asked !== undefined && !mayDo(desk, [role.id], asked))) continue
    add('slack', role.who.slack)
    add('telegram', role.who.telegram)
    const slack = platforms.get('slack')
    if (!slack) continue
    for (const group of groupsOf({ roles: [role] })) add('slack', (await membersOf(slack, group, log)) ?? [])
  }
  return [...found.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** Who is in a group; nobody where the platform will not say, undefined where it cannot say just now. */
export async function membersOf(
  adapter: Adapter,
  group: GroupRef,
  log: Log,
  who?: string,
): Promise<ReadonlySet<string> | undefined> {
  return adapter.members(group, who).catch((error: unknown) => {
    log.warn({ group: group.id, error: nameOfError(error) }, 'group-unknown')
    return passes(error) ? undefined : new Set<string>()
  })
}

/** Whether a question about people may be answered later. A refusal (a scope is missing) would be the same at any time. */
export function passes(error: unknown): boolean {
  return !(error instanceof DeliveryFault && error.fault.kind === 'refused')
}
