import { type Api, GrammyError } from 'grammy'
import type { ChatFullInfo, ChatMember } from 'grammy/types'
import { factsOf } from '../fault.ts'
import { type Finding, open, well, wrong } from './finding.ts'

/** A group of a desk file, and what for. */
export interface ExaminedGroup {
  /** In decimal. */
  id: string
  /** `triage`: agents work here. `agents`: its members are agents. */
  uses: ReadonlySet<'triage' | 'agents'>
}

/**
 * Is the group there, may it be what the desk file makes of it, and does the bot run it: without that it neither hears
 * everything, nor is told of others' membership, nor makes topics (platforms.md §B1)?
 */
export async function examineGroup(api: Api, { id, uses }: ExaminedGroup, bot: number): Promise<Finding[]> {
  try {
    const chat = await api.getChat(id)
    const member = await api.getChatMember(id, bot)
    const facts = { name: chat.title ?? id, id }
    const found = [...rights(chat, member, uses, facts), ...privacy(chat, uses, facts)]
    return found.some(({ state }) => state === 'wrong') ? found : [well('telegram-group', facts), ...found]
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error
    return [wrong('telegram-group-unknown', { id, code: factsOf(error).code })]
  }
}

/** Topics are made, and words taken back, only where tickets are. */
function rights(
  { is_forum: topics }: ChatFullInfo,
  member: ChatMember,
  uses: ExaminedGroup['uses'],
  facts: Finding['facts'],
): Finding[] {
  if (member.status !== 'administrator') return [wrong('telegram-group-not-admin', facts)]
  if (!uses.has('triage')) return []
  const deletes = member.can_delete_messages ? [] : [wrong('telegram-group-cannot-delete', facts)]
  if (!topics) return [wrong('telegram-group-no-topics', facts), ...deletes]
  return [...(member.can_manage_topics ? [] : [wrong('telegram-group-topics-not-ours', facts)]), ...deletes]
}

/** Members of a group are agents only where it is private (design.md §8); a public one has a name of its own. */
function privacy({ username }: ChatFullInfo, uses: ExaminedGroup['uses'], facts: Finding['facts']): Finding[] {
  if (username === undefined) return []
  return [uses.has('agents') ? wrong('telegram-group-open-to-all', facts) : open('telegram-group-readable', facts)]
}
