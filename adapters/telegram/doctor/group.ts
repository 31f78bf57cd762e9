import { type Api, GrammyError } from 'grammy'
import { factsOf } from '../fault.ts'
import { type Finding, well, wrong } from './finding.ts'

/** Is the group there, and does the bot run it: without that it neither hears everything nor makes topics (platforms.md §B1)? */
export async function examineGroup(api: Api, id: string, bot: number): Promise<Finding> {
  try {
    const { title } = await api.getChat(id)
    const { status } = await api.getChatMember(id, bot)
    const facts = { name: title ?? id, id }
    return status === 'administrator' || status === 'creator'
      ? well('telegram-group', facts)
      : wrong('telegram-group-not-admin', facts)
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error
    return wrong('telegram-group-unknown', { id, code: factsOf(error).code })
  }
}
