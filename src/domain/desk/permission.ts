import type { Asked } from './act.ts'
import type { Desk } from './desk.ts'
import type { Platform } from './platform-id.ts'
import type { Role } from './roles.ts'

/** What is known of somebody at this moment on one platform (at most 60 s old, design.md §8). */
export interface Membership {
  platform: Platform
  id: string
  /** Only a `member` is ever an agent. */
  kind: 'member' | 'guest' | 'stranger' | 'bot'
  /** Ids of those of the desk's groups (`groupsOf`, `forumsOf`) the person is in; a channel that is not private never counts. */
  groups: ReadonlySet<string>
}

/** A set of people a desk file names. */
export interface Group {
  kind: 'usergroup' | 'channel'
  id: string
}

/** The groups whose members must be known to say who has which role. Slack's. */
export function groupsOf(desk: Pick<Desk, 'roles'>): Group[] {
  const found = new Map<string, Group>()
  for (const { who } of desk.roles) {
    for (const id of who.slackGroup) found.set(id, { kind: 'usergroup', id })
    for (const id of who.slackMembersOf) found.set(id, { kind: 'channel', id })
  }
  return [...found.values()]
}

/** Telegram groups whose members have a role. */
export function forumsOf(desks: readonly Pick<Desk, 'roles'>[]): Group[] {
  const ids = desks.flatMap(({ roles }) => roles.flatMap(({ who }) => who.telegramMembersOf))
  return [...new Set(ids)].map((id) => ({ kind: 'channel', id }))
}

/** Role ids of a person, by every address we know of them. Anybody but a bot may ask: `requester` comes last. */
export function rolesOf(desk: Pick<Desk, 'roles'>, person: readonly Membership[]): string[] {
  if (person.every(({ kind }) => kind === 'bot')) return []
  const members = person.filter(({ kind }) => kind === 'member')
  const held = desk.roles.filter((role) => role.id !== 'requester' && members.some((member) => has(role, member)))
  return [...held.map(({ id }) => id), 'requester']
}

function has({ who }: Role, member: Membership): boolean {
  if (member.platform === 'telegram') {
    return who.telegram.includes(member.id) || who.telegramMembersOf.some((id) => member.groups.has(id))
  }
  return who.slack.includes(member.id) || [...who.slackGroup, ...who.slackMembersOf].some((id) => member.groups.has(id))
}

/**
 * May somebody with these roles do this? `move` is leave to move to any status. What a requester may is about their own
 * ticket: it gives nobody who works here more leave with other people's.
 */
export function mayDo(desk: Pick<Desk, 'roles'>, roles: readonly string[], asked: Asked): boolean {
  const held = desk.roles.filter(({ id }) => roles.includes(id))
  const working = held.filter(({ id }) => id !== 'requester')
  const may = (working.length > 0 ? working : held).flatMap((role) => role.may)
  return may.includes('*') || may.includes(asked) || (asked.startsWith('to:') && may.includes('move'))
}

/** A role that may everything, such as a lead's: it enters private tickets too. */
export function mayEverything(desk: Pick<Desk, 'roles'>, roles: readonly string[]): boolean {
  return desk.roles.some(({ id, may }) => id !== 'requester' && roles.includes(id) && may.includes('*'))
}

/** Anybody with a role besides requester works here. */
export function isAgent(desk: Pick<Desk, 'roles'>, roles: readonly string[]): boolean {
  return desk.roles.some(({ id }) => id !== 'requester' && roles.includes(id))
}
