import type { Call } from './methods/call.ts'
import { addMessage, type KeptChat, type MessageBody, nextMessageId, nowSeconds } from './state.ts'
import { messageOnWire } from './wire.ts'

/** What it takes to tell the bot something. */
export type Doing = Pick<Call, 'state' | 'updates'>

/**
 * A service message: of its own messages the one kind a bot hears of.
 * @param about `id` and `from` where they are not the next one and the bot's
 */
export function announce(
  { state, updates }: Doing,
  chat: KeptChat,
  body: MessageBody,
  { thread, id, from }: { thread?: number; id?: number; from?: number | undefined },
): void {
  const message = addMessage(state, {
    chat: chat.id,
    id: id ?? nextMessageId(state, chat.id),
    from: from ?? state.bot.id,
    date: nowSeconds(state),
    ...(thread === undefined ? {} : { thread }),
    body,
    reactions: {},
  })
  updates.offer('message', messageOnWire(state, message), { queue: `chat ${chat.id}`, chat: chat.id })
}
