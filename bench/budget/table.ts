import { seconds, shown } from '../latency.ts'
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

interface Row {
  what: string
  found: string
  allowed?: string
  ok?: boolean
}

/** One table in Markdown, and whether all of it is as it should be. */
export function tableOfBudget({ found, quiet, minutes, seed, tookMs }: Told): { lines: string[]; passed: boolean } {
  const pairs = [found.slice(0, 2), found.slice(2, 4)]
  const rows = [
    ...pairs.flatMap(([ranked, plain]) => (ranked && plain ? rowsOf(ranked, plain) : [])),
    atMost('calls before Retry-After was over, both platforms', quiet.tooSoon, 0),
    exactly('words owed meanwhile, and sent after it', quiet.sent - 2, 10),
    {
      what: 'simulated',
      found: `${minutes} min of traffic on ${found.length} chats, seed ${seed}, in ${seconds(tookMs)}`,
    },
  ]
  const line = ({ what, found: is, allowed = '', ok }: Row) =>
    `| ${what} | ${is} | ${allowed} | ${ok === undefined ? '' : ok ? 'yes' : '**NO**'} |`
  return {
    lines: ['| what | found | allowed | holds |', '| --- | --- | --- | --- |', ...rows.map(line)],
    passed: rows.every(({ ok }) => ok !== false),
  }
}

function rowsOf(ranked: Found, plain: Found): Row[] {
  const { name, at } = ranked.queue
  const ratio = plain.words.p95 === 0 ? 1 : ranked.words.p95 / plain.words.p95
  return [
    atMost(`${name}: most calls in any 60 s`, ranked.most, MOST[at.platform === 'slack' ? 'slack' : 'telegram']),
    atMost(`${name}: 429 by the platform`, ranked.refused + plain.refused, 0),
    atMost(`${name}: words lost`, ranked.lost, 0),
    atMost(`${name}: words out of their ticket's order`, ranked.disordered, 0),
    atMost(`${name}: cards and digests sent while a word waited`, ranked.overtaken, 0),
    { what: `${name}: the same in a plain queue`, found: String(plain.overtaken) },
    { what: `${name}: how long words waited`, found: shown(ranked.words) },
    { what: `${name}: the same in a plain queue`, found: shown(plain.words) },
    {
      what: `${name}: that is, of the plain queue's p95`,
      found: ratio.toFixed(3),
      allowed: `≤ ${SHARE}`,
      ok: ratio <= SHARE,
    },
    { what: `${name}: how long cards waited`, found: shown(ranked.cards) },
    { what: `${name}: changes of cards that a newer one replaced`, found: String(ranked.coalesced) },
  ]
}

function atMost(what: string, is: number, most: number): Row {
  return { what, found: String(is), allowed: most === 0 ? '0' : `≤ ${most}`, ok: is <= most }
}

function exactly(what: string, is: number, wanted: number): Row {
  return { what, found: String(is), allowed: String(wanted), ok: is === wanted }
}
