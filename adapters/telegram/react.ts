import { type Api, GrammyError } from 'grammy'
import type { ReactionTypeEmoji } from 'grammy/types'
import type { Delivered, Delivery, Receipt, Sign } from '../../src/adapter.ts'
import { reactionEmoji } from './reaction-emoji.ts'

type Emoji = ReactionTypeEmoji['emoji']

/** What people react with elsewhere and Telegram has no reaction for. */
const nearest: Readonly<Record<string, Emoji>> = {
  '✅': '👍',
  '✔': '👍',
  '🆗': '👍',
  '❌': '👎',
  '😂': '🤣',
  '😀': '😁',
  '😃': '😁',
  '😄': '😁',
  '🙂': '😁',
  '😊': '🥰',
  '🙌': '👏',
  '💪': '🔥',
  '🚀': '🔥',
  '🥳': '🎉',
  '🎊': '🎉',
  '😞': '😢',
  '🙁': '😢',
  '😠': '😡',
  '😮': '😱',
  '💙': '❤',
  '💚': '❤',
  '💛': '❤',
  '🧡': '❤',
  '💜': '❤',
  '🖤': '❤',
}

const receipts: Record<Receipt, Emoji> = { queued: '👀', accepted: '👌', refused: '💔' }

/** A bot has one reaction on a message: a new one stands in place of the former. */
export async function react(api: Api, delivery: Extract<Delivery, { act: 'react' }>): Promise<Delivered> {
  const { to, target, sign } = delivery
  const landed = { message: target, chat: to.chat, thread: to.thread }
  const emoji = emojiFor(sign)
  // Nothing on the list comes near it: what stands there stays.
  if (emoji === undefined) return landed
  try {
    await api.setMessageReaction(Number(to.chat), Number(target), emoji === null ? [] : [{ type: 'emoji', emoji }])
  } catch (error) {
    // There is no message any more to show it on.
    if (!(error instanceof GrammyError && /message to react not found|MESSAGE_ID_INVALID/.test(error.description)))
      throw error
  }
  return landed
}

/** Null: none any more. Undefined: none to be had. */
function emojiFor(sign: Sign): Emoji | null | undefined {
  if (sign.kind === 'receipt') return sign.receipt === null ? null : receipts[sign.receipt]
  const standing = sign.standing.flatMap((emoji) => nearestOf(emoji) ?? [])
  return standing.at(-1) ?? (sign.gone ? null : undefined)
}

function nearestOf(emoji: string): Emoji | undefined {
  const plain = emoji.replaceAll('\uFE0F', '')
  return isAllowed(plain) ? plain : nearest[plain]
}

function isAllowed(emoji: string): emoji is Emoji {
  return reactionEmoji.has(emoji)
}
