import type { Doing, Secrets, Writer } from './wire.ts'

let count = 0
/** Ids of messages people write; the bot's own are far above. */
let written = 0
const BOT_IDS = 100_000_000

/** What the Bot API answers: enough for our adapter and for grammY, and nothing looked at twice. */
export function telegramAnswer(method: string, body: string): unknown {
  return { ok: true, result: resultOf(method, body) }
}

function resultOf(method: string, body: string): unknown {
  const chat = Number(field(body, 'chat_id'))
  switch (method) {
    case 'sendMessage':
    case 'sendPhoto':
    case 'sendDocument':
    case 'sendVoice':
    case 'sendSticker':
    case 'sendVideo':
    case 'sendAudio':
    case 'sendAnimation':
    case 'sendVideoNote':
      return sent(chat, field(body, 'message_thread_id'))
    case 'sendMediaGroup':
      return [sent(chat, field(body, 'message_thread_id')), sent(chat, field(body, 'message_thread_id'))]
    case 'getMe':
      return {
        id: 700001,
        is_bot: true,
        first_name: 'Deskhand',
        username: 'deskhand_bot',
        can_join_groups: true,
        can_read_all_group_messages: false,
        supports_inline_queries: false,
        has_topics_enabled: false,
      }
    case 'getChat':
      return chat < 0
        ? { id: chat, type: 'supergroup', title: 'Agents', is_forum: true }
        : { id: chat, type: 'private', first_name: `Person ${chat}` }
    case 'getChatMember':
      return { status: 'left', user: { id: 1, is_bot: false, first_name: 'Somebody' } }
    case 'createForumTopic':
      count += 1
      return { message_thread_id: BOT_IDS + count, name: 'topic', icon_color: 7322096 }
    case 'getForumTopicIconStickers':
      return []
    case 'getFile':
      return { file_id: field(body, 'file_id'), file_unique_id: 'u', file_size: 70, file_path: field(body, 'file_id') }
    case 'editMessageText':
    case 'editMessageCaption':
      return { ...sent(chat, ''), message_id: Number(field(body, 'message_id')) }
    default:
      return true
  }
}

function sent(chat: number, thread: string) {
  count += 1
  return {
    message_id: BOT_IDS + count,
    date: Math.floor(Date.now() / 1000),
    chat: chat < 0 ? { id: chat, type: 'supergroup', is_forum: true } : { id: chat, type: 'private', first_name: 'P' },
    ...(thread !== '' && { message_thread_id: Number(thread), is_topic_message: true }),
  }
}

/** One field of a JSON body or of a multipart form; '' where it is not there. */
function field(body: string, name: string): string {
  const json = new RegExp(`"${name}":"?(-?[^",}]*)`).exec(body)?.[1]
  if (json !== undefined) return json
  return new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`).exec(body)?.[1] ?? ''
}

/** What somebody does in their chat with the bot, or in a topic, as the update Telegram sends. */
export function telegramRequest(writer: Writer, doing: Doing, { webhookSecret }: Secrets) {
  count += 1
  return {
    body: JSON.stringify({ update_id: 1_000_000 + count, ...updateOf(writer, doing) }),
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhookSecret },
  }
}

function updateOf({ chat, thread, user }: Writer, doing: Doing): Record<string, unknown> {
  const id = Number(chat)
  const from = { id: Number(user), is_bot: false, first_name: `Person ${user}`, language_code: 'en' }
  const place =
    id < 0 ? { id, type: 'supergroup', is_forum: true } : { id, type: 'private', first_name: from.first_name }
  const date = Math.floor(Date.now() / 1000)
  const base = {
    from,
    chat: place,
    date,
    ...(thread !== undefined && { message_thread_id: Number(thread), is_topic_message: true }),
  }
  switch (doing.does) {
    case 'say':
    case 'command':
      return {
        message: { message_id: nextId(doing), ...base, ...(doing.text && { text: doing.text }), ...moreOf(doing) },
      }
    case 'edit':
      return { edited_message: { message_id: Number(doing.message), ...base, edit_date: date, text: doing.text } }
    case 'react':
      return {
        message_reaction: {
          chat: place,
          message_id: Number(doing.message),
          user: from,
          date,
          old_reaction: [],
          new_reaction: [{ type: 'emoji', emoji: '👍' }],
        },
      }
    case 'delete':
    case 'home':
      throw new Error('Telegram tells bots of no deletion, and has no Home tab')
    default:
      return doing satisfies never
  }
}

function nextId(doing: Extract<Doing, { does: 'say' | 'command' }>): number {
  return Number((doing.does === 'say' ? doing.id : undefined) ?? newTelegramId())
}

function moreOf(doing: Extract<Doing, { does: 'say' | 'command' }>): Record<string, unknown> {
  return doing.does === 'say' ? (doing.more ?? {}) : {}
}

/** A message id that can be named before the message is sent. */
function newTelegramId(): string {
  written += 1
  return String(written)
}
