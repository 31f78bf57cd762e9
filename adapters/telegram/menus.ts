import { isDeepStrictEqual } from 'node:util'
import { type Api, GrammyError } from 'grammy'
import type { BotCommandScope, LanguageCode } from 'grammy/types'
import type { CommandMenu, Delivered, Delivery } from '../../src/adapter.ts'
import { factsOf } from './fault.ts'
import { grammySignal } from './grammy-signal.ts'
import type { Log } from './log.ts'

/** Shows the commands of private chats, of groups and of the agents' own groups, per language; Telegram keeps them, so only a change is sent (`setMyCommands`). */
export async function showMenus(api: Api, log: Log, menus: CommandMenu[], signal: AbortSignal): Promise<void> {
  for (const { where: place, language, commands } of menus) {
    const where = {
      scope: scopeOf(place),
      // Telegram knows two-letter codes (ISO 639-1); grammY lists them, the desk's languages are checked by Telegram.
      ...(language && { language_code: language.split('-', 1)[0] as LanguageCode }),
    }
    const wanted = commands.map(({ name, description }) => ({ command: name, description }))
    try {
      const shown = await api.getMyCommands(where, grammySignal(signal))
      if (!isDeepStrictEqual(shown, wanted)) await api.setMyCommands(wanted, where, grammySignal(signal))
    } catch (error) {
      // A group the bot is not in, or no more: the others have theirs all the same.
      if (typeof place !== 'object' || !(error instanceof GrammyError)) throw error
      log.warn({ chat: place.chat, ...factsOf(error) }, 'telegram-menu-not-shown')
    }
  }
}

/**
 * Somebody's own chat lists the commands in the language they chose: the narrowest scope counts, before the app's language
 * is asked for (platforms.md §B1). Without commands the chat has no list of its own any more.
 */
export async function showMenu(api: Api, { to, post }: Extract<Delivery, { act: 'menu' }>): Promise<Delivered> {
  const where = { scope: { type: 'chat' as const, chat_id: Number(to.chat) } }
  const commands = (post?.fields ?? []).map(({ label, value }) => ({ command: label, description: value }))
  if (commands.length > 0) await api.setMyCommands(commands, where)
  else await api.deleteMyCommands(where)
  return { message: 'menu', chat: to.chat }
}

function scopeOf(place: CommandMenu['where']): BotCommandScope {
  if (typeof place === 'object') return { type: 'chat', chat_id: Number(place.chat) }
  return { type: place === 'groups' ? 'all_group_chats' : 'all_private_chats' }
}
