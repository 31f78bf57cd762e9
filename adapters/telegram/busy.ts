import type { Api } from 'grammy'
import type { Address, Busy } from '../../src/adapter.ts'

const actions = { typing: 'typing', photo: 'upload_photo', file: 'upload_document' } as const satisfies Record<
  Busy,
  string
>

/**
 * What people see under the bot's name, in a private chat and its topic; a group keeps its budget for words
 * (platforms.md §B2). Whatever comes of it, nobody waits for it and nothing is said.
 */
export async function showBusy(api: Api, { chat, thread }: Address, doing: Busy): Promise<void> {
  if (chat.startsWith('-')) return
  const where = thread === undefined ? {} : { message_thread_id: Number(thread) }
  await api.sendChatAction(Number(chat), actions[doing], where).catch(() => undefined)
}
