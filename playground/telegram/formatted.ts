import type { MessageEntity } from 'grammy/types'
import { fromHtml } from './html.ts'
import { badRequest, notModelled } from './refusal.ts'

/** Words with their formatting, as they are shown. */
export interface Formatted {
  text: string
  entities: MessageEntity[]
}

export const textLimit = 4096
export const captionLimit = 1024
const entityLimit = 100

const kinds = new Set<string>(
  ['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number', 'bold', 'italic', 'underline']
    .concat(['strikethrough', 'spoiler', 'blockquote', 'expandable_blockquote', 'code', 'pre', 'text_link'])
    .concat(['text_mention', 'custom_emoji', 'date_time']),
)

/**
 * What Telegram makes of words and formatting (platforms.md §B2: 4096 or 1024 UTF-16 units after parsing, 100 entities,
 * each inside the words). White space at both ends goes, as it does there. Throws 400 in Telegram's words.
 */
export function formatted(
  words: string,
  given: readonly MessageEntity[] | undefined,
  parseMode: string | undefined,
  limit: { units: number; exceeded: string },
): Formatted {
  const parsed = parseMode ? parse(words, parseMode) : { text: words, entities: [...(given ?? [])] }
  for (const entity of parsed.entities) checkEntity(entity, parsed.text)
  if (parsed.entities.length > entityLimit) throw badRequest('ENTITIES_TOO_LONG')
  const trimmed = trim(parsed)
  if (trimmed.text.length > limit.units) throw badRequest(limit.exceeded)
  return trimmed
}

function parse(words: string, parseMode: string): Formatted {
  if (parseMode.toLowerCase() === 'html') return fromHtml(words)
  if (/^markdown(v2)?$/i.test(parseMode)) throw notModelled(`parse_mode ${parseMode}`)
  throw badRequest('unsupported parse_mode')
}

function checkEntity(entity: MessageEntity, text: string): void {
  const { offset, length, type } = entity
  const end = offset + length
  if (!kinds.has(type)) throw badRequest(`can't parse MessageEntity: unsupported type "${String(type)}" specified`)
  if (offset < 0 || length < 1)
    throw badRequest(`can't parse MessageEntity: wrong offset ${offset} or length ${length}`)
  if (end > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    )
  }
  if (splitsSymbol(text, offset)) throw badRequest(`entity begins in a middle of a UTF-16 symbol at offset ${offset}`)
  if (splitsSymbol(text, end)) throw badRequest(`entity ends in a middle of a UTF-16 symbol at offset ${end}`)
  if (type === 'text_link' && !URL.canParse(entity.url)) throw badRequest('can\'t parse MessageEntity: wrong "url"')
  if (type === 'text_mention' && !entity.user) throw badRequest('can\'t parse MessageEntity: can\'t find field "user"')
  if (type === 'date_time' && !Number.isInteger(entity.unix_time)) {
    throw badRequest('can\'t parse MessageEntity: can\'t find field "unix_time"')
  }
}

function splitsSymbol(text: string, at: number): boolean {
  return /^[\udc00-\udfff]/.test(text.slice(at, at + 1)) && /[\ud800-\udbff]$/.test(text.slice(0, at))
}

function trim({ text, entities }: Formatted): Formatted {
  const kept = text.trim()
  const start = text.indexOf(kept)
  const inside = entities.flatMap((entity) => {
    const from = Math.max(entity.offset - start, 0)
    const to = Math.min(entity.offset + entity.length - start, kept.length)
    return to > from ? [{ ...entity, offset: from, length: to - from }] : []
  })
  return { text: kept, entities: inside }
}
