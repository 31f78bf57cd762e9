import type { ForceReply, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types'
import { badRequest } from './refusal.ts'

export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply

const dataLimitBytes = 64
const placeholderLimit = 64

/** Holds a keyboard against platforms.md §B2. Throws 400 in Telegram's words. */
export function checkKeyboard(markup: Markup | undefined): void {
  if (!markup) return
  if ('inline_keyboard' in markup) checkInline(markup)
  if ('keyboard' in markup) checkReply(markup)
  if ('input_field_placeholder' in markup && (markup.input_field_placeholder ?? '').length > placeholderLimit) {
    throw badRequest('INPUT_FIELD_PLACEHOLDER_INVALID')
  }
}

/** The keyboard as a message shows it; undefined where it has no button. */
export function inlineOf(markup: Markup | undefined): InlineKeyboardMarkup | undefined {
  if (!markup || !('inline_keyboard' in markup)) return undefined
  return markup.inline_keyboard.some((row) => row.length > 0) ? markup : undefined
}

function checkInline({ inline_keyboard: rows }: InlineKeyboardMarkup): void {
  for (const button of rows.flat()) {
    if (button.text.trim() === '') throw badRequest('inline keyboard button text must be non-empty')
    const does = Object.keys(button).filter((key) => !['text', 'style', 'icon_custom_emoji_id'].includes(key))
    if (does.length !== 1) throw badRequest('text buttons are unallowed in the inline keyboard')
    if ('callback_data' in button) {
      const bytes = Buffer.byteLength(button.callback_data)
      if (bytes < 1 || bytes > dataLimitBytes) throw badRequest('BUTTON_DATA_INVALID')
    }
    if ('url' in button && !/^(https?|tg):\/\//i.test(button.url)) throw badRequest('BUTTON_URL_INVALID')
  }
}

function checkReply({ keyboard }: ReplyKeyboardMarkup): void {
  if (keyboard.flat().length === 0) throw badRequest('REPLY_MARKUP_INVALID')
  for (const button of keyboard.flat()) {
    if (labelOf(button).trim() === '') throw badRequest('keyboard button text must be non-empty')
  }
}

/** A reply keyboard's button may be its label alone. */
export function labelOf(button: ReplyKeyboardMarkup['keyboard'][number][number]): string {
  return typeof button === 'string' ? button : button.text
}
