import { isDeepStrictEqual } from 'node:util'
import type { InlineKeyboardMarkup } from 'grammy/types'
import { messageOf, openChat } from '../chats.ts'
import { sentFile } from '../files.ts'
import { checkKeyboard, inlineOf } from '../keyboards.ts'
import { kindOf, mediaBody } from '../media.ts'
import { badRequest, notModelled } from '../refusal.ts'
import { type KeptMessage, keepMessage, type MessageBody, nowSeconds, type State } from '../state.ts'
import { messageOnWire } from '../wire.ts'
import type { Methods } from './call.ts'
import { captionBody, textBody } from './messages.ts'

interface Editing {
  chat_id?: number | string | undefined
  message_id?: number | undefined
  inline_message_id?: string | undefined
  reply_markup?: InlineKeyboardMarkup | undefined
}

/** The bot's own messages, changed. Every edit names the keyboard again, or it is gone. */
export const edits = {
  editMessageText(payload, { state }) {
    if ('rich_message' in payload || payload.text === undefined) throw notModelled('rich messages')
    const message = editable(state, payload)
    if (message.body.text === undefined) throw badRequest('there is no text in the message to edit')
    return change(state, message, payload, textBody(payload.text, payload.entities, payload.parse_mode))
  },

  editMessageCaption(payload, { state }) {
    const message = editable(state, payload)
    if (message.body.text !== undefined) throw badRequest('there is no caption in the message to edit')
    if (isUncaptioned(message)) throw badRequest("message can't be edited")
    const { caption: _old, caption_entities: _formatting, ...media } = message.body
    return change(state, message, payload, { ...media, ...captionBody(payload) })
  },

  /** What bears no file is given one, too. In an album documents and sound stay what they are. */
  editMessageMedia(payload, { state, uploads }) {
    const message = editable(state, payload)
    const { media } = payload
    if (isUncaptioned(message)) throw badRequest("message can't be edited")
    const was = kindOf(message.body)
    if (was !== 'text' && !isReplaceable(was)) throw badRequest('there is no media in the message to edit')
    if (!isReplaceable(media.type)) throw notModelled(media.type)
    const isMixed = [was, media.type].some((kind) => !['photo', 'video'].includes(kind)) && was !== media.type
    if (message.album !== undefined && isMixed) throw badRequest("can't change media type in the album")
    const body = { ...mediaBody(media.type, sentFile(state, media.type, media.media, uploads)), ...captionBody(media) }
    return change(state, message, payload, body)
  },

  editMessageReplyMarkup(payload, { state }) {
    const message = editable(state, payload)
    return change(state, message, payload, message.body)
  },
} satisfies Methods

const replaceable = ['photo', 'video', 'document', 'audio', 'animation'] as const

function isReplaceable(kind: string): kind is (typeof replaceable)[number] {
  return replaceable.some((one) => one === kind)
}

function isUncaptioned({ body }: KeptMessage): boolean {
  return ['sticker', 'video_note'].includes(kindOf(body))
}

function editable(state: State, { chat_id, message_id, inline_message_id }: Editing): KeptMessage {
  if (inline_message_id !== undefined) throw notModelled('inline messages')
  const message = messageOf(state, openChat(state, chat_id), message_id, 'edit')
  if (message.from !== state.bot.id || message.forwardedFrom) throw badRequest("message can't be edited")
  return message
}

function change(state: State, message: KeptMessage, { reply_markup }: Editing, body: MessageBody): object {
  checkKeyboard(reply_markup)
  const buttons = inlineOf(reply_markup)
  if (isDeepStrictEqual(message.body, body) && isDeepStrictEqual(message.buttons, buttons)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  }
  if (!isDeepStrictEqual(message.body, body)) message.editDate = nowSeconds(state)
  message.body = body
  if (buttons) message.buttons = buttons
  else delete message.buttons
  keepMessage(state, message)
  return messageOnWire(state, message)
}
