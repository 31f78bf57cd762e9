import type { types } from '@slack/bolt'
import type { Delivery, Post } from '../../../src/adapter.ts'
import { toPlain } from '../../../src/domain/text/plain.ts'
import { plainText } from '../../../src/domain/text/text.ts'
import { escaped } from '../text/fallback.ts'
import { blocksOf, shortOf } from './blocks.ts'

/** `event_type` of the metadata that tells our posts apart (platforms.md §A1 "delivery marker"). */
export const MARK = 'desk_delivery'

/** Slack refuses blocks near 13,000 characters of JSON without saying so in its manual (platforms.md §A2). */
const MOST_BYTES_OF_BLOCKS = 12_000

export interface Shown {
  text: string
  blocks?: types.KnownBlock[]
}

/**
 * How a post is shown. Words too long for blocks go as plain text, whole, when there are no choices to be lost by it;
 * with choices Slack is left to refuse them.
 */
export function shownOf(post: Post): Shown {
  const blocks = blocksOf(post)
  const tooLong = Buffer.byteLength(JSON.stringify(blocks)) > MOST_BYTES_OF_BLOCKS
  return tooLong && !post.choices?.some((row) => row.length > 0)
    ? { text: wholeText(post) }
    : { text: shortOf(post), blocks }
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
  return escaped(parts.filter((part) => part !== undefined && part !== '').join('\n'))
}

/** A sentence of the core's as a post of its own. */
export function postOf(sentence: string): Post {
  return { body: plainText(sentence) }
}
