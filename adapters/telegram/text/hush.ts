import type { MessageEntity } from 'grammy/types'

/** What `sendMessage` takes in place of a parse mode. */
export interface Entitled {
  text: string
  entities: MessageEntity[]
}

/** Invisible, not a letter, and no line may break there. */
const joiner = '\u2060'

/**
 * Telegram makes links of its own out of `@name`, `/command` and `tg://…` in plain words; no option of `sendMessage`
 * turns that off (platforms.md §B3.5). A word joiner behind the sign keeps the words readable and dead. The patterns
 * follow the server's (tdlib, MessageEntity.cpp: match_mentions, match_bot_commands, match_tg_urls), with a wider idea
 * of what `@` may follow. E-mail addresses stay whole, and so does what Telegram leaves alone: code, links, web
 * addresses (in one of an unknown top-level domain, `/@name` stays live; it can ping nobody in a private chat).
 */
export function hushed({ text, entities }: Entitled): Entitled {
  const safe = [...entities.filter(leavesAlone).map(rangeOf), ...[...text.matchAll(webAddress)].map(matchRange)]
  const places = live.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match.index + match[0].length))
  const inserts = [...new Set(places)]
    .filter((at) => !safe.some((range) => range.start < at && at <= range.end))
    .sort((a, b) => a - b)
  return { text: inserted(text, inserts), entities: entities.map((entity) => shifted(entity, inserts)) }
}

/** The words without our joiners: somebody copied them out of our message. */
export function unhushed(words: string): string {
  return words.replace(/(?<=[@/:])\u2060/g, '')
}

const live = [
  /(?<![A-Za-z0-9_])@(?=[A-Za-z0-9_])/g,
  /(?<![\p{L}\p{N}_/<>])\/(?=[A-Za-z0-9_]{1,64}(?![\p{L}\p{N}_/<>]))/gu,
  /(?:tg|ton):(?=\/\/[A-Za-z0-9_-])/gi,
]

const webAddress = /(?:https?:\/\/|(?<![\w@.-]))(?:[a-z0-9-]+\.)+[a-z]{2,24}(?::\d+)?[/?#][^\s<>"«»\u2000-\u206f]*/gi

function leavesAlone(entity: MessageEntity): boolean {
  return entity.type === 'code' || entity.type === 'pre' || entity.type === 'text_link'
}

function rangeOf(entity: MessageEntity): { start: number; end: number } {
  return { start: entity.offset, end: entity.offset + entity.length }
}

function matchRange(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length }
}

function inserted(text: string, places: readonly number[]): string {
  return [0, ...places].map((from, index) => text.slice(from, places[index] ?? text.length)).join(joiner)
}

/** A joiner goes with the sign before it: an entity that ends there takes it in, one that begins there does not. */
function shifted(entity: MessageEntity, places: readonly number[]): MessageEntity {
  const end = entity.offset + entity.length
  const before = places.filter((at) => at <= entity.offset).length
  const upToEnd = places.filter((at) => at <= end).length
  return { ...entity, offset: entity.offset + before, length: entity.length + upToEnd - before }
}
