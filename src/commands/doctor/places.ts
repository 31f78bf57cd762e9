import type { ExaminedChannel } from '../../../adapters/slack/doctor/channel.ts'
import type { ExaminedGroup } from '../../../adapters/telegram/doctor/group.ts'
import { triageChannels } from '../../domain/desk/channels.ts'
import type { Desk } from '../../domain/desk/desk.ts'

/** Every Slack channel these desks name, each once, with all it is used for. */
export function slackChannelsOf(desks: readonly Desk[]): ExaminedChannel[] {
  const uses = new Map<string, Set<'triage' | 'intake' | 'agents'>>()
  const note = (id: string, use: 'triage' | 'intake' | 'agents') => uses.set(id, (uses.get(id) ?? new Set()).add(use))
  for (const desk of desks) {
    for (const { platform, chat } of triageChannels(desk)) if (platform === 'slack') note(chat, 'triage')
    for (const chat of desk.channels.slack?.intake ?? []) note(chat, 'intake')
    for (const { who } of desk.roles) for (const chat of who.slackMembersOf) note(chat, 'agents')
  }
  return Array.from(uses, ([id, used]) => ({ id, uses: used }))
}

/** Every Slack user group whose people have a role. */
export function groupsOf(desks: readonly Desk[]): string[] {
  return [...new Set(desks.flatMap(({ roles }) => roles.flatMap(({ who }) => who.slackGroup)))]
}

/** Every Telegram group these desks name, each once, with all it is used for. */
export function telegramGroupsOf(desks: readonly Desk[]): ExaminedGroup[] {
  const uses = new Map<string, Set<'triage' | 'agents'>>()
  const note = (id: string, use: 'triage' | 'agents') => uses.set(id, (uses.get(id) ?? new Set()).add(use))
  for (const desk of desks) {
    for (const { platform, chat } of triageChannels(desk)) if (platform === 'telegram') note(chat, 'triage')
    for (const { who } of desk.roles) for (const chat of who.telegramMembersOf) note(chat, 'agents')
  }
  return Array.from(uses, ([id, used]) => ({ id, uses: used }))
}
