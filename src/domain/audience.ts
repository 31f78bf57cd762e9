import { secretIn } from './secrets.ts'
import { joinTexts } from './text/joined.ts'
import { leadingMention, type Prefix, startsWithWords, withoutPrefix } from './text/prefix.ts'
import type { Text } from './text/text.ts'

/** Who hears a message written in a ticket's triage thread. The `held-…` ones are internal, and say so to their author. */
export type Audience = 'requester' | 'internal' | 'held-slashes' | 'held-mention' | 'held-secret' | 'held-broadcast'

/** The marks an agent may put before a message. */
const SEND = '>>'
const HOLD = '//'

/** What must be known of a message in a ticket's triage thread to say who hears it. */
export interface Spoken {
  text: Text
  /** Of an album: what each of its messages says by itself. A mark on one of them is a mark on all, for they go together. */
  parts?: readonly Text[] | undefined
  /** The desk's reply mode: `direct` sends what is not held back, `explicit` only what starts with `>>`. */
  mode: 'direct' | 'explicit'
  byAgent: boolean
  byBot: boolean
  /** Also sent to the whole channel. */
  broadcast: boolean
}

/**
 * Who hears it (design.md §3, §8), and the text without its mark. Anything in doubt stays inside: a non-agent's or a
 * bot's message in a ticket thread never goes to the requester; a key, a card's number, or what was also sent to the
 * whole channel only when its author says so once more.
 */
export function audienceOf(spoken: Spoken): { audience: Audience; text: Text } {
  if (!spoken.byAgent || spoken.byBot) return { audience: 'internal', text: spoken.text }
  const heard = byItsWords(spoken)
  return spoken.broadcast && heard.audience === 'requester' ? { ...heard, audience: 'held-broadcast' } : heard
}

function byItsWords(spoken: Spoken): { audience: Audience; text: Text } {
  const { text, mode } = spoken
  const parts = spoken.parts ?? [text]
  const held = unmarked(parts, HOLD)
  if (held) return { audience: 'held-slashes', text: held }
  const sent = unmarked(parts, SEND)
  if (sent) return unlessSecret(sent)
  if (parts.some((part) => leadingMention(part))) return { audience: 'held-mention', text }
  return mode === 'direct' ? unlessSecret(text) : { audience: 'internal', text }
}

/** All of it without the mark; undefined where none of it bears it. */
function unmarked(parts: readonly Text[], mark: Prefix): Text | undefined {
  if (!parts.some((part) => startsWithWords(part, mark))) return undefined
  return joinTexts(parts.map((part) => withoutPrefix(part, mark)))
}

function unlessSecret(text: Text): { audience: Audience; text: Text } {
  return { audience: secretIn(text) ? 'held-secret' : 'requester', text }
}
