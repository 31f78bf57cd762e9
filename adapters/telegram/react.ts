import { type Api, GrammyError } from 'grammy'
import type { ReactionTypeEmoji } from 'grammy/types'
import type { Delivered, Delivery, Receipt } from '../../src/adapter.ts'

type Emoji = ReactionTypeEmoji['emoji']

/** Of Telegram's own list, the only reactions a bot may set (platforms.md §B). */
const receipts: Record<Receipt, Emoji> = { queued: '👀', accepted: '👌', refused: '💔' }

/** A bot has one reaction on a message: a new one stands in place of the former. */
export async function react(api: Api, delivery: Extract<Delivery, { act: 'react' }>): Promise<Delivered> {
  const { to, target, sign } = delivery
  const emoji = sign.receipt === null ? undefined : receipts[sign.receipt]
  try {
    await api.setMessageReaction(Number(to.chat), Number(target), emoji === undefined ? [] : [{ type: 'emoji', emoji }])
  } catch (error) {
    // There is no message any more to show it on.
    if (!(error instanceof GrammyError && /message to react not found|MESSAGE_ID_INVALID/.test(error.description)))
      throw error
  }
  return { message: target, chat: to.chat, thread: to.thread }
}
