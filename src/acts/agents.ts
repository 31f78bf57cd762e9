import type { PersonAddress } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { type Asked, mayDo } from '../domain/desk/questions.ts'
import type { Log } from '../ports/log.ts'
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
    const groups = [
      ...role.who.slackGroup.map((id) => ({ kind: 'usergroup' as const, id })),
      ...role.who.slackMembersOf.map((id) => ({ kind: 'channel' as const, id })),
    ]
    for (const group of groups) {
      const members = await platforms
        .get('slack')
        ?.members(group)
        .catch((error: unknown) => {
          log.warn({ group: group.id, error: error instanceof Error ? error.name : 'unknown' }, 'group-unknown')
          return []
        })
      add('slack', members ?? [])
    }
  }
  return [...found.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1))
}
