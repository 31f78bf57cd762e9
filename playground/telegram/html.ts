import type { MessageEntity } from 'grammy/types'
import type { Formatted } from './formatted.ts'
import { badRequest } from './refusal.ts'

/** `parse_mode: 'HTML'` for the plain tags. The desk never uses it (platforms.md §B3.5); other programs may. */
const types = new Map<string, Exclude<MessageEntity['type'], `text_${string}` | 'custom_emoji' | 'date_time'>>([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strikethrough'],
  ['del', 'strikethrough'],
  ['tg-spoiler', 'spoiler'],
  ['code', 'code'],
  ['blockquote', 'blockquote'],
])

const escapes = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&quot;', '"'],
])

export function fromHtml(html: string): Formatted {
  const open: { tag: string; offset: number; url: string | undefined }[] = []
  const entities: MessageEntity[] = []
  let text = ''
  for (const [token] of html.matchAll(/<[^<>]*>|&(?:lt|gt|amp|quot);|[^<&]+|[<&]/g)) {
    if (!token.startsWith('<')) {
      text += escapes.get(token) ?? token
    } else if (token.startsWith('</')) {
      const began = open.pop()
      if (began?.tag !== token.slice(2, -1).trim().toLowerCase()) throw unbalanced(token)
      const entity = { offset: began.offset, length: text.length - began.offset }
      if (entity.length > 0) entities.push(entityOf(began.tag, began.url, entity, token))
    } else {
      const [, tag, url] = /^<([a-z-]+)(?:\s+href="([^"]*)")?\s*>$/i.exec(token) ?? []
      if (tag === undefined) throw unbalanced(token)
      open.push({ tag: tag.toLowerCase(), offset: text.length, url })
    }
  }
  const left = open.at(-1)
  if (left) throw unbalanced(`<${left.tag}>`)
  return { text, entities: entities.sort((one, other) => one.offset - other.offset || other.length - one.length) }
}

function entityOf(
  tag: string,
  url: string | undefined,
  where: { offset: number; length: number },
  token: string,
): MessageEntity {
  if (tag === 'a' && url !== undefined) return { type: 'text_link', url, ...where }
  if (tag === 'pre') return { type: 'pre', ...where }
  const type = types.get(tag)
  if (!type) throw unbalanced(token)
  return { type, ...where }
}

function unbalanced(token: string) {
  return badRequest(`can't parse entities: unexpected or unclosed tag "${token}"`)
}
