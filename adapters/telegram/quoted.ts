import type { MessageEntity } from 'grammy/types'
import type { FileSeen, Said } from '../../src/adapter.ts'
import { isNoise } from '../../src/domain/noise.ts'
import { joinTexts } from '../../src/domain/text/joined.ts'
import { startsWithWords } from '../../src/domain/text/prefix.ts'
import { NO_WORDS, type Text } from '../../src/domain/text/text.ts'
import type { Enclosure } from '../../src/domain/ticket/enclosure.ts'
import { heldIn } from './enclosures.ts'
import type { Message } from './shapes.ts'
import { fromEntities } from './text/index.ts'

/** What somebody wrote, and below it what they quote: a mark or a command at its beginning stays at the beginning. */
export function withQuoted(message: Message, own: Text): Pick<Said, 'text' | 'own'> {
  const quote = quoteOf(message, own)
  if (quote.children.length === 0) return { text: own }
  const text = joinTexts([own, { type: 'root', children: [{ type: 'blockquote', children: quote.children }] }])
  return message.external_reply ? { text } : { text, own }
}

/** What a message of another chat holds besides words, where this one answers it. */
export function quotedEnclosures(message: Message): Enclosure<FileSeen>[] {
  const { external_reply: replied } = message
  return replied && mayBeTold(message) && !isLaterPart(message) ? heldIn(replied) : []
}

/**
 * Telegram gives the words with every answer to a message of another chat, and with one to a message of this chat where
 * its author chose some of them.
 */
function quoteOf(message: Message, own: Text): Text {
  const { quote, chat } = message
  if (!quote || isLaterPart(message)) return NO_WORDS
  // Thanks for some of an answer's words ask for nothing more than thanks for all of it.
  const isMeant = message.external_reply ? mayBeTold(message) : chat.type === 'private' && !isNoise(own)
  return isMeant ? wordsIn(quote) : NO_WORDS
}

/**
 * May what is answered be told to whoever reads the answer? Agents speak in groups. What is said in one, a topic of theirs
 * or another group, stays there: whether it was meant for agents alone is not to be seen in what is chosen from its middle,
 * nor where nothing goes out but what bears a mark. From elsewhere it may open with such a mark.
 */
function mayBeTold({ external_reply, quote, chat }: Message): boolean {
  if (chat.type === 'private') return true
  // A private chat is not told.
  const from = external_reply?.chat
  if (from && from.type !== 'channel') return false
  const words = quote ? wordsIn(quote) : NO_WORDS
  return !startsWithWords(words, '//') && !startsWithWords(words, '>>')
}

/** The kinds of today, as in `wordsOf`. */
function wordsIn({ text, entities }: NonNullable<Message['quote']>): Text {
  return fromEntities(text, entities as MessageEntity[] | undefined)
}

/** Every message of an album answers the same: it is told with the words of the one that bears them. */
function isLaterPart({ media_group_id, caption = '' }: Message): boolean {
  return media_group_id !== undefined && caption === ''
}
