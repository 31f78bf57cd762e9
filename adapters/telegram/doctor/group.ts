import { type Api, GrammyError } from 'grammy'
import { factsOf } from '../fault.ts'
import { type Finding, well, wrong } from './finding.ts'

/** Is the group there, and does the bot run it: without that it neither hears everything nor makes topics (platforms.md §B1)? */
export async function examineGroup(api: Api, id: string, bot: number): Promise<Finding> {
  try {
    const { title, is_forum: topics } = await api.getChat(id)
    const { status } = await api.getChatMember(id, bot)
    const facts = { name: title ?? id, id }
    if (status !== 'administrator' && status !== 'creator') return wrong('telegram-group-not-admin', facts)
    return topics ? well('telegram-group', facts) : wrong('telegram-group-no-topics', facts)
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error
    return wrong('telegram-group-unknown', { id, code: factsOf(error).code })
  }
}
