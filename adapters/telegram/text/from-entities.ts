import type { MessageEntity } from 'grammy/types'
import { calm } from '../../../src/domain/text/calm.ts'
import { codePointStart } from '../../../src/domain/text/grapheme.ts'
import { inlinesOf, type Look, lines, noLook, type Run } from '../../../src/domain/text/runs.ts'
import type { Block, Text } from '../../../src/domain/text/text.ts'
import { unhushed } from './hush.ts'
import { mentionOf, styleOf } from './look.ts'

/** An entity as the half-open range it covers, in UTF-16 units. */
interface Span {
  start: number
  end: number
  entity: MessageEntity
}

/**
 * What somebody wrote in Telegram (`text` and `entities`, or `caption` and `caption_entities`), calm. Underline,
 * spoiler, custom emoji, tags, commands, dates, `@usernames` and kinds not known yet are kept as their words; an
 * entity that lies outside the text is ignored. Never throws.
 */
export function fromEntities(text: string, entities: readonly MessageEntity[] = []): Text {
  const spans = entities.flatMap((entity) => spanOf(text, entity))
  const blocks: Block[] = []
  let at = 0
  for (const span of blockSpans(spans)) {
    // The line ends around a block are what keeps it apart, not blank lines.
    const before = text.slice(at, span.start).endsWith('\n') ? span.start - 1 : span.start
    blocks.push(...paragraph(text, at, before, spans), blockOf(text, span, spans))
    at = text[span.end] === '\n' ? span.end + 1 : span.end
  }
  return calm({ type: 'root', children: [...blocks, ...paragraph(text, at, text.length, spans)] })
}

/** Bounds that cut a surrogate pair are moved outwards, or both halves would be lost. */
function spanOf(text: string, entity: MessageEntity): Span[] {
  const { offset, length } = entity
  const end = offset + length
  const fits = Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length > 0 && end <= text.length
  if (!fits) return []
  return [{ start: codePointStart(text, offset), end: codePointStart(text, end) < end ? end + 1 : end, entity }]
}

/** Quotes and code blocks, outermost only, from first to last. */
function blockSpans(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  const sorted = spans.filter(isBlock).sort((a, b) => a.start - b.start || b.end - a.end)
  for (const span of sorted) if (span.start >= (result.at(-1)?.end ?? 0)) result.push(span)
  return result
}

function isBlock({ entity }: Span): boolean {
  return entity.type === 'pre' || entity.type === 'blockquote' || entity.type === 'expandable_blockquote'
}

function blockOf(text: string, span: Span, spans: readonly Span[]): Block {
  if (span.entity.type === 'pre') return { type: 'code', value: text.slice(span.start, span.end) }
  return { type: 'blockquote', children: paragraph(text, span.start, span.end, spans) }
}

function paragraph(text: string, start: number, end: number, spans: readonly Span[]): Block[] {
  const within = spans.filter((span) => span.start < end && span.end > start)
  const bounds = [start, end, ...within.flatMap((span) => [span.start, span.end])].filter(
    (at) => at >= start && at <= end,
  )
  const cuts = [...new Set(bounds)].sort((a, b) => a - b)
  const runs = cuts.flatMap((cut, index) => {
    const next = cuts[index + 1]
    return next === undefined ? [] : stretch(text, cut, next, within)
  })
  return runs.length === 0 ? [] : [{ type: 'paragraph', children: inlinesOf(runs) }]
}

/** Words over which no entity begins or ends. */
function stretch(text: string, start: number, end: number, spans: readonly Span[]): Run[] {
  const over = spans.filter((span) => span.start <= start && span.end >= end)
  const look: Look = { ...noLook }
  for (const span of over) Object.assign(look, lookOf(text, span))
  for (const { entity, start: begins, end: ends } of over) {
    if (entity.type !== 'text_mention') continue
    // One person, however many styles their name wears.
    return begins < start ? [] : [mentionOf(look, entity.user, text.slice(begins, ends))]
  }
  return lines(unhushed(text.slice(start, end)), look)
}

function lookOf(text: string, { entity, start, end }: Span): Partial<Look> {
  const words = text.slice(start, end)
  switch (entity.type) {
    case 'pre': // inside a quote
      return styleOf('code')
    case 'text_link':
      return { url: entity.url }
    case 'url':
      return { url: /^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `http://${words}` }
    case 'email':
      return { url: `mailto:${words}` }
    case 'phone_number':
      return { url: `tel:${words.replace(/[^+\d]/g, '')}` }
    default:
      return styleOf(entity.type)
  }
}
