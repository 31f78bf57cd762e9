import type { Look, Run } from '../../../src/domain/text/runs.ts'

const STYLES: ReadonlyMap<string, Partial<Look>> = new Map([
  ['bold', { strong: true }],
  ['italic', { emphasis: true }],
  ['strikethrough', { delete: true }],
  ['code', { code: true }],
])

/** How words look by the name Telegram has for it, in an entity and in a rich message alike; nothing where we show none. */
export function styleOf(type: string): Partial<Look> {
  return STYLES.get(type) ?? {}
}

/** Somebody named by their id, under the words that name them. */
export function mentionOf(look: Look, user: { id: number }, words: string): Run {
  return { ...look, kind: 'mention', id: String(user.id), name: words.replace(/^@/, ''), url: undefined }
}
