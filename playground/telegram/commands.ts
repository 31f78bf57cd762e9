import type { BotCommand, BotCommandScope } from 'grammy/types'
import { chatOf } from './chats.ts'
import { badRequest } from './refusal.ts'
import type { State } from './state.ts'
import type { CommandScope } from './world.ts'

/** Where the commands of a scope and a language are kept. Throws 400 for a chat or a language there is none of. */
export function commandsKey(state: State, scope: BotCommandScope | undefined, language: string | undefined): string {
  const where = scope ?? { type: 'default' }
  if (language && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified')
  const chat = 'chat_id' in where ? `:${chatOf(state, where.chat_id).id}` : ''
  const member = where.type === 'chat_member' ? `:${where.user_id}` : ''
  return `${where.type}${chat}${member}/${language ?? ''}`
}

export function commandsOf(state: State, scope: CommandScope | undefined, language: string | undefined): BotCommand[] {
  return state.commands.get(commandsKey(state, scope, language))?.commands ?? []
}

/** What a person's menu lists: Telegram's look-up, from the narrowest scope, their language before none (platforms.md §B1). */
export function menuFor(state: State, user: number, chatId: number): BotCommand[] {
  const chat = state.chats.get(chatId)
  const language = state.people.get(user)?.language_code?.slice(0, 2)
  const scopes: string[] = [`chat_member:${chatId}:${user}`]
  if (chat?.owner === user) scopes.push(`chat_administrators:${chatId}`)
  scopes.push(`chat:${chatId}`)
  if (chat?.owner === user) scopes.push('all_chat_administrators')
  scopes.push(chat?.type === 'supergroup' ? 'all_group_chats' : 'all_private_chats', 'default')
  for (const scope of scopes) {
    const found = state.commands.get(`${scope}/${language ?? ''}`) ?? state.commands.get(`${scope}/`)
    if (found) return found.commands
  }
  return []
}
