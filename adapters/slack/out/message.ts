import type { types } from '@slack/bolt'
import type { Delivery, Post } from '../../../src/adapter.ts'
import { cutWords } from '../../../src/domain/text/cut.ts'
import { toPlain } from '../../../src/domain/text/plain.ts'
import { plainText } from '../../../src/domain/text/text.ts'
import { escaped } from '../text/fallback.ts'
import { blocksOf, shortOf } from './blocks.ts'
import { choiceBlocks } from './choices.ts'
import { plain } from './plain.ts'

/** `event_type` of the metadata that tells our posts apart (platforms.md §A1 "delivery marker"). */
export const MARK = 'desk_delivery'

/** Slack refuses blocks near 13,000 characters of JSON without saying so in its manual (platforms.md §A2). */
const MOST_BYTES_OF_BLOCKS = 12_000
/** A section's text takes so much (UTF-16 units; platforms.md §A2). */
const SECTION_UNITS = 3000

export interface Shown {
  text: string
  blocks?: types.KnownBlock[]
}

/**
 * How a post is shown. What is too long for blocks loses its looks first: its words alone take a fraction of them. Words
 * too long even so go as `text`, whole, when there are no choices to be lost by it; with choices Slack is left to refuse
 * them. `text` alone is the last resort: but in a new post Slack reads markup in it.
 */
export function shownOf(post: Post): Shown {
  const blocks = blocksOf(post)
  if (fits(blocks)) return { text: shortOf(post), blocks }
  const bare = [...sectionsOf(wholeText(post)), ...choiceBlocks(post.choices ?? [])]
  if (fits(bare)) return { text: shortOf(post), blocks: bare }
  return post.choices?.some((row) => row.length > 0)
    ? { text: shortOf(post), blocks }
    : { text: escaped(wholeText(post)) }
}

function fits(blocks: readonly types.KnownBlock[]): boolean {
  return Buffer.byteLength(JSON.stringify(blocks)) <= MOST_BYTES_OF_BLOCKS
}

/** Words nobody parses, in as many sections as they need. */
function sectionsOf(words: string): types.SectionBlock[] {
  const sections: types.SectionBlock[] = []
  for (let rest = words; rest !== ''; ) {
    const { end, next } =
      rest.length > SECTION_UNITS ? cutWords(rest, SECTION_UNITS) : { end: rest.length, next: rest.length }
    const text = plain(rest.slice(0, end), SECTION_UNITS)
    sections.push({ type: 'section', block_id: `words:${sections.length}`, text })
    rest = rest.slice(next)
  }
  return sections
}

/** Nothing in `text` is looked for: no links to names, no markup, no previews. */
export const INERT = { link_names: false, parse: 'none', mrkdwn: false } as const

/** The mark by which `find` knows a post again. */
export function markOf(delivery: Delivery) {
  return {
    event_type: MARK,
    event_payload: { delivery_id: delivery.id, ...(delivery.ticket ? { ticket: delivery.ticket } : {}) },
  }
}

function wholeText(post: Post): string {
  const fields = (post.fields ?? []).map((field) => `${field.label}: ${field.value}`)
  const parts = [post.heading, post.author, toPlain(post.body), ...fields, post.footnote]
  return parts.filter((part) => part !== undefined && part !== '').join('\n')
}

/** A sentence of the core's as a post of its own. */
export function postOf(sentence: string): Post {
  return { body: plainText(sentence) }
}
