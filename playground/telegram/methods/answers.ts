import { reactionEmoji } from '../../../adapters/telegram/reaction-emoji.ts'
import { chatOf, messageOf, openChat, threadOf } from '../chats.ts'
import { badRequest } from '../refusal.ts'
import { keepMessage } from '../state.ts'
import type { Methods } from './call.ts'

const answerWithinMs = 15_000
const answerLimit = 200
const actionShowsMs = 5_000
const actions = new Set<string>(
  ['typing', 'upload_photo', 'record_video', 'upload_video', 'record_voice', 'upload_voice', 'upload_document'].concat([
    'choose_sticker',
    'find_location',
    'record_video_note',
    'upload_video_note',
  ]),
)

/** Small signs: reactions, answers to pressed buttons, "typing". */
export const answers = {
  /** At most one reaction, of Telegram's own list (platforms.md §B). */
  setMessageReaction(payload, { state }) {
    const message = messageOf(state, chatOf(state, payload.chat_id), payload.message_id, 'react')
    const [wanted, second] = payload.reaction ?? []
    if (second) throw badRequest('REACTIONS_TOO_MANY')
    if (!wanted) delete message.reactions[state.bot.id]
    else if (wanted.type !== 'emoji' || !reactionEmoji.has(wanted.emoji)) throw badRequest('REACTION_INVALID')
    else message.reactions[state.bot.id] = wanted.emoji
    keepMessage(state, message)
    return true
  },

  answerCallbackQuery(payload, { state }) {
    const query = state.queries.get(payload.callback_query_id)
    if (!query || state.now() - query.atMs > answerWithinMs) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid')
    }
    const text = payload.text ?? ''
    if (text.length > answerLimit) throw badRequest('MESSAGE_TOO_LONG')
    state.queries.set(query.id, { ...query, answer: { text, alert: payload.show_alert ?? false } })
    state.changed()
    return true
  },

  sendChatAction(payload, { state }) {
    const chat = openChat(state, payload.chat_id)
    const thread = threadOf(chat, payload.message_thread_id)
    if (!actions.has(payload.action)) throw badRequest('wrong parameter action in request')
    const { action } = payload
    const untilMs = state.now() + actionShowsMs
    state.actions.push({ chat: chat.id, action, untilMs, ...(thread === undefined ? {} : { thread }) })
    state.actions.splice(0, state.actions.length - 100)
    state.changed()
    // Nothing else happens when the sign goes.
    setTimeout(state.changed, actionShowsMs + 20).unref()
    return true
  },
} satisfies Methods
