import { seconds, shown } from '../latency.ts'
import { atMost, type Line } from '../table.ts'
import type { Found } from './found.ts'

/** What platforms.md allows in any 60 seconds: §B2 for a Telegram group over all topics; §A2 for a Slack channel, 1/s and a short burst. */
const MOST = { telegram: 20, slack: 68 }
/** Human words wait at most so much of what they would wait in a plain queue (p95). */
const SHARE = 0.25

interface Told {
  found: readonly Found[]
  quiet: { tooSoon: number; sent: number }
  minutes: number
  seed: number
  tookMs: number
}

/** Each busy chat beside its plain queue. */
export function linesOfBudget({ found, quiet, minutes, seed, tookMs }: Told): Line[] {
  const pairs = [found.slice(0, 2), found.slice(2, 4)]
  return [
    ...pairs.flatMap(([ranked, plain]) => (ranked && plain ? rowsOf(ranked, plain) : [])),
    atMost('calls before Retry-After was over, both platforms', quiet.tooSoon, 0),
    exactly('words owed meanwhile, and sent after it', quiet.sent - 2, 10),
    {
      what: 'simulated',
      found: `${minutes} min of traffic on ${found.length} chats, seed ${seed}, in ${seconds(tookMs)}`,
    },
  ]
}

function rowsOf(ranked: Found, plain: Found): Line[] {
  const { name, at } = ranked.queue
  const ratio = plain.words.p95 === 0 ? 1 : ranked.words.p95 / plain.words.p95
  return [
    atMost(`${name}: most calls in any 60 s`, ranked.most, MOST[at.platform === 'slack' ? 'slack' : 'telegram']),
    // The playground's Slack has no budgets of its own: it could not say no.
    ...(at.platform === 'slack' ? [] : [atMost(`${name}: 429 by the platform`, ranked.refused + plain.refused, 0)]),
    atMost(`${name}: words lost`, ranked.lost, 0),
    atMost(`${name}: words out of their ticket's order`, ranked.disordered, 0),
    atMost(`${name}: cards and digests sent while a word waited`, ranked.overtaken, 0),
    { what: `${name}: the same in a plain queue`, found: String(plain.overtaken) },
    { what: `${name}: how long words waited`, found: shown(ranked.words) },
    { what: `${name}: the same in a plain queue`, found: shown(plain.words) },
    {
      what: `${name}: that is, of the plain queue's p95`,
      found: ratio.toFixed(3),
      target: `≤ ${SHARE}`,
      holds: ratio <= SHARE,
    },
    { what: `${name}: how long cards waited`, found: shown(ranked.cards) },
    { what: `${name}: changes of cards that a newer one replaced`, found: String(ranked.coalesced) },
  ]
}

function exactly(what: string, is: number, wanted: number): Line {
  return { what, found: String(is), target: String(wanted), holds: is === wanted }
}
