import type { MessageEntity } from 'grammy/types'
import type { FileSeen } from '../../src/adapter.ts'
import { isNoise } from '../../src/domain/noise.ts'
import { joinTexts } from '../../src/domain/text/joined.ts'
import { startsWithWords } from '../../src/domain/text/prefix.ts'
import { NO_WORDS, type Text } from '../../src/domain/text/text.ts'
import type { Enclosure } from '../../src/domain/ticket/enclosure.ts'
import { heldIn } from './enclosures.ts'
import type { Message } from './shapes.ts'
import { fromEntities } from './text/index.ts'

/** What somebody wrote, and below it what they quote: a mark or a command at its beginning stays at the beginning. */
export function withQuoted(message: Message, own: Text): Text {
  const quote = quoteOf(message, own)
  return quote.children.length === 0
    ? own
    : joinTexts([own, { type: 'root', children: [{ type: 'blockquote', children: quote.children }] }])
}

/** What a message of another chat holds besides words, where this one answers it. */
export function quotedEnclosures(message: Message): Enclosure<FileSeen>[] {
  const { external_reply: replied } = message
  return replied && isFromElsewhere(message) && !isLaterPart(message) ? heldIn(replied) : []
}

/**
 * Telegram gives the words with every answer to a message of another chat, and with one to a message of this chat where
 * its author chose some of them. In a group they open with a mark where they were meant for those there alone.
 */
function quoteOf(message: Message, own: Text): Text {
  const { quote, chat } = message
  if (!quote || isLaterPart(message)) return NO_WORDS
  // The kinds of today, as in `wordsOf`.
  const words = fromEntities(quote.text, quote.entities as MessageEntity[] | undefined)
  const isPrivate = chat.type === 'private'
  // Thanks for some of an answer's words ask for nothing more than thanks for all of it.
  if (!message.external_reply) return isPrivate && !isNoise(own) ? words : NO_WORDS
  const isMarked = startsWithWords(words, '//') || startsWithWords(words, '>>')
  return isFromElsewhere(message) && (isPrivate || !isMarked) ? words : NO_WORDS
}

/** What agents say in another topic of their own group stays among them. */
function isFromElsewhere({ external_reply, chat }: Message): boolean {
  return external_reply?.chat?.id !== chat.id
}

/** Every message of an album answers the same: it is told with the words of the one that bears them. */
function isLaterPart({ media_group_id, caption = '' }: Message): boolean {
  return media_group_id !== undefined && caption === ''
}
