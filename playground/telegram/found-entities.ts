import type { MessageEntity } from 'grammy/types'

/** What Telegram finds in people's words by itself: commands, mentions, links, addresses. Offsets in UTF-16. */
const patterns = [
  { type: 'bot_command', pattern: /(?<![\w/@])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{3,31})?(?![\w/])/g },
  { type: 'url', pattern: /(?<![\w@])https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/g },
  { type: 'email', pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi },
  { type: 'mention', pattern: /(?<![\w@/.+-])@[A-Za-z]\w{3,31}/g },
] as const

/** The person's own formatting comes first; nothing is found inside code or links, and no two of those found overlap. */
export function withFoundEntities(text: string, own: MessageEntity[] = []): MessageEntity[] {
  const taken = own.filter(({ type }) => ['code', 'pre', 'text_link', 'text_mention'].includes(type))
  const all = [...own]
  for (const { type, pattern } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const entity: MessageEntity = { type, offset: match.index, length: match[0].length }
      if (taken.some((other) => overlap(entity, other))) continue
      taken.push(entity)
      all.push(entity)
    }
  }
  return all.sort((one, other) => one.offset - other.offset || other.length - one.length)
}

/** Whom these words would notify. A `@name` counts wherever it is not inside code: Telegram makes it live by itself. */
export function pinged(text: string, entities: MessageEntity[]): string[] {
  return withFoundEntities(text, entities).flatMap((entity) => {
    if (entity.type === 'mention') return [text.slice(entity.offset, entity.offset + entity.length)]
    if (entity.type === 'text_mention') return [`tg://user?id=${entity.user.id}`]
    if (entity.type === 'text_link' && /^tg:\/\/user\b/i.test(entity.url)) return [entity.url]
    return []
  })
}

function overlap(one: MessageEntity, other: MessageEntity): boolean {
  return one.offset < other.offset + other.length && other.offset < one.offset + one.length
}
