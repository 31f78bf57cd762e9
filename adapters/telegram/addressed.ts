import { calmWords } from '../../src/domain/text/words.ts'
import type { Entity, Message } from './shapes.ts'

/**
 * The command a message opens with, if it is for this bot: `/new`, `/new@deskhand_bot`, not `/new@another_bot`.
 * `name` is in lower case, for people type commands too; `words` is what follows, calm.
 */
export function addressedCommand(message: Message, username: string): { name: string; words: string } | undefined {
  const { text, entities } = message
  const command = entities?.find((entity) => entity.type === 'bot_command' && entity.offset === 0)
  if (text === undefined || !command) return undefined
  const [name = '', to] = text.slice(1, command.length).split('@', 2)
  if (name === '' || (to !== undefined && !isMe(to, username))) return undefined
  return { name: name.toLowerCase(), words: calmWords(text.slice(command.length)).trim() }
}

/** Whether the bot is named in the words or the caption. */
export function mentions(message: Message, username: string): boolean {
  const found = (words: string | undefined, entities: Entity[] | undefined) =>
    entities?.some(
      ({ type, offset, length }) => type === 'mention' && isMe(words?.slice(offset + 1, offset + length), username),
    )
  return (found(message.text, message.entities) || found(message.caption, message.caption_entities)) ?? false
}

function isMe(name: string | undefined, username: string): boolean {
  return name?.toLowerCase() === username.toLowerCase()
}
