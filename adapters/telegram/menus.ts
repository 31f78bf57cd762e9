import { isDeepStrictEqual } from 'node:util'
import type { Api } from 'grammy'
import type { LanguageCode } from 'grammy/types'
import type { CommandMenu, Delivered, Delivery } from '../../src/adapter.ts'
import { grammySignal } from './grammy-signal.ts'

/** Shows the commands of private chats and of groups, per language; Telegram keeps them, so only a change is sent (`setMyCommands`). */
export async function showMenus(api: Api, menus: CommandMenu[], signal: AbortSignal): Promise<void> {
  for (const { where: place, language, commands } of menus) {
    const where = {
      scope: { type: place === 'groups' ? 'all_group_chats' : 'all_private_chats' } as const,
      // Telegram knows two-letter codes (ISO 639-1); grammY lists them, the desk's languages are checked by Telegram.
      ...(language && { language_code: language.split('-', 1)[0] as LanguageCode }),
    }
    const wanted = commands.map(({ name, description }) => ({ command: name, description }))
    const shown = await api.getMyCommands(where, grammySignal(signal))
    if (!isDeepStrictEqual(shown, wanted)) await api.setMyCommands(wanted, where, grammySignal(signal))
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
