import type { PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { TicketEvent } from './events.ts'
import type { Ticket } from './ticket.ts'

/** Characters of one tag at most. */
export const TAG_MAX = 30
/** Tags of one ticket at most. */
const TAGS_MAX = 20

/**
 * A tag as it is kept: small letters, digits, marks, `-` and `_` of any script, `#` before it left out. Undefined where
 * nothing is left, or it is too long.
 */
export function tagOf(word: string): string | undefined {
  const tag = word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
  return tag === '' || tag.length > TAG_MAX ? undefined : tag
}

/** All tags in a line of words, each once. Throws a `Refusal` naming the word that is none. */
export function tagsIn(words: string): string[] {
  const tags = words
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map((word) => {
      const tag = tagOf(word)
      if (tag === undefined) throw new Refusal('not-a-tag', { word: word.slice(0, TAG_MAX), max: String(TAG_MAX) })
      return tag
    })
  return [...new Set(tags)]
}

/** Words agents find it by again; they are never shown to the requester. Those it has already change nothing. */
export function tag(ticket: Readonly<Ticket>, by: PersonId, tags: readonly string[]): TicketEvent[] {
  const added = tags.filter((one) => !ticket.tags.includes(one))
  if (added.length === 0) return []
  if (ticket.tags.length + added.length > TAGS_MAX) {
    throw new Refusal('too-many-tags', { key: ticket.key, max: String(TAGS_MAX) })
  }
  return [{ type: 'TicketTagged', by, tags: added }]
}

/** Takes tags away; those it does not have are no matter. */
export function untag(ticket: Readonly<Ticket>, by: PersonId, tags: readonly string[]): TicketEvent[] {
  const gone = tags.filter((one) => ticket.tags.includes(one))
  return gone.length === 0 ? [] : [{ type: 'TicketUntagged', by, tags: gone }]
}

/** These and no others. */
export function retag(ticket: Readonly<Ticket>, by: PersonId, tags: readonly string[]): TicketEvent[] {
  const kept = { ...ticket, tags: ticket.tags.filter((one) => tags.includes(one)) }
  return [
    ...untag(
      ticket,
      by,
      ticket.tags.filter((one) => !tags.includes(one)),
    ),
    ...tag(kept, by, tags),
  ]
}
