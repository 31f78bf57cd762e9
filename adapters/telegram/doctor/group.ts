import { type Api, GrammyError } from 'grammy'
import { factsOf } from '../fault.ts'
import { type Finding, well, wrong } from './finding.ts'

/** Is the group there, and does the bot run it: without that it neither hears everything nor makes topics (platforms.md §B1)? */
export async function examineGroup(api: Api, id: string, bot: number): Promise<Finding> {
  try {
    const { title, is_forum: topics } = await api.getChat(id)
    const member = await api.getChatMember(id, bot)
    const facts = { name: title ?? id, id }
    if (member.status !== 'administrator') return wrong('telegram-group-not-admin', facts)
    if (!topics) return wrong('telegram-group-no-topics', facts)
    return member.can_manage_topics ? well('telegram-group', facts) : wrong('telegram-group-topics-not-ours', facts)
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error
    return wrong('telegram-group-unknown', { id, code: factsOf(error).code })
  }
}
