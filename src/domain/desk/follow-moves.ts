import type { Desk } from './desk.ts'

/** The desk with a Telegram group's new id wherever its file names the old one. `moves`: old id → new one. */
export function followMoves(desk: Desk, moves: ReadonlyMap<string, string>): Desk {
  const now = (chat: string): string => moves.get(chat) ?? chat
  const { telegram } = desk.channels
  return {
    ...desk,
    triage: desk.triage.platform === 'telegram' ? { ...desk.triage, chat: now(desk.triage.chat) } : desk.triage,
    channels: { ...desk.channels, ...(telegram && { telegram: { ...telegram, triage: telegram.triage.map(now) } }) },
    routing: desk.routing.map((route) => ({ ...route, to: now(route.to) })),
    roles: desk.roles.map((role) => ({
      ...role,
      who: { ...role.who, telegramMembersOf: role.who.telegramMembersOf.map(now) },
    })),
  }
}
