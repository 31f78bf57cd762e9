import { secretIn } from './secrets.ts'
import { leadingMention, startsWithWords, withoutPrefix } from './text/prefix.ts'
import type { Text } from './text/text.ts'

/** Who hears a message written in a ticket's triage thread. The `held-…` ones are internal, and say so to their author. */
export type Audience = 'requester' | 'internal' | 'held-slashes' | 'held-mention' | 'held-secret'

/** The marks an agent may put before a message. */
const SEND = '>>'
const HOLD = '//'

/** What must be known of a message in a ticket's triage thread to say who hears it. */
export interface Spoken {
  text: Text
  /** The desk's reply mode: `direct` sends what is not held back, `explicit` only what starts with `>>`. */
  mode: 'direct' | 'explicit'
  byAgent: boolean
  byBot: boolean
  /** Also sent to the whole channel. */
  broadcast: boolean
}

/**
 * Who hears it (design.md §3, §8), and the text without its mark. Anything in doubt stays inside:
 * a non-agent's, a bot's or a broadcast message in a ticket thread never goes to the requester, and a key or a card's
 * number only when its author says so once more.
 */
export function audienceOf(spoken: Spoken): { audience: Audience; text: Text } {
  const { text, mode, byAgent, byBot, broadcast } = spoken
  if (!byAgent || byBot || broadcast) return { audience: 'internal', text }
  if (startsWithWords(text, HOLD)) return { audience: 'held-slashes', text: withoutPrefix(text, HOLD) }
  if (startsWithWords(text, SEND)) return unlessSecret(withoutPrefix(text, SEND))
  if (leadingMention(text)) return { audience: 'held-mention', text }
  return mode === 'direct' ? unlessSecret(text) : { audience: 'internal', text }
}

function unlessSecret(text: Text): { audience: Audience; text: Text } {
  return { audience: secretIn(text) ? 'held-secret' : 'requester', text }
}
