import type { Ledger } from '../../playground/ledger.ts'
import type { Playground } from '../../playground/open.ts'
import { TRIAGE } from '../../playground/slack/index.ts'
import { dbOf, type Orm } from '../../src/store/orm.ts'
import { type Stored, storedIn } from '../../test/support/settled.ts'
import { judge, type Verdict } from '../../test/support/verdict.ts'
import { type Latency, latencyOf } from '../latency.ts'
import type { Ground } from './ground.ts'
import type { Talk } from './load.ts'

/** What an independent eye finds: people's screens and the playground's ledger against the database. */
export interface Findings {
  verdict: Verdict
  stored: Stored
  /** Acknowledged and in no inbox row, neither as that event nor as what was found in the history of its chat meanwhile. */
  unstored: string[]
  /** Subjects with more than one ticket, with none though acknowledged, and tickets nobody began. */
  tickets: { doubled: string[]; missing: string[]; strange: string[] }
  /** Take was acknowledged, and nobody has the ticket. */
  untaken: string[]
  unaskedExits: number
  /** `unseen`: words of requesters of which no agent has seen a copy. */
  slack: { acknowledged: Latency; seenByAgent: Latency; unseen: number }
  /** Answers the desks gave Slack, by status (0: died on it), and the slowest 503 (ms). */
  statuses: ReadonlyMap<number, number>
  slowestRefusalMs: number
}

interface Evidence {
  ground: Ground
  orm: Orm
  talk: Talk
}

export async function check({ ground, orm, talk }: Evidence): Promise<Findings> {
  const { playground, replicas } = ground
  const stored = await storedIn(orm)
  return {
    verdict: judge(playground, talk),
    stored,
    unstored: await unstored(playground, orm),
    tickets: ticketsOf(talk, stored),
    untaken: untaken(playground, talk, stored),
    unaskedExits: replicas.reduce((sum, { unasked }) => sum + unasked, 0),
    slack: latencies([...playground.slack.ledger.entries, ...playground.telegram.ledger.entries]),
    statuses: ground.balancer.statuses,
    slowestRefusalMs: ground.balancer.slowestRefusalMs,
  }
}

async function unstored({ slack, telegram }: Playground, orm: Orm): Promise<string[]> {
  const db = dbOf(orm.em.fork())
  const rows = await db.selectFrom('inbox').select(['platform', 'key']).execute()
  const keys = new Set(rows.map(({ platform, key }) => `${platform} ${key}`))
  const acknowledged = [...slack.ledger.entries, ...telegram.ledger.entries].flatMap((entry) =>
    entry.what === 'acknowledged'
      ? [`${entry.platform} ${entry.platform === 'telegram' ? `update:${entry.id}` : entry.id}`]
      : [],
  )
  const missing = acknowledged.filter((key) => !keys.has(key))
  if (missing.length === 0) return []
  // After a minute without its database the desk asks Slack for what was said in it: the event comes to what is there.
  const found = await db.selectFrom('inbox').select('body').where('key', 'not like', 'Ev%').execute()
  const history = found.map(({ body }) => JSON.stringify(body))
  const offered = new Map(slack.ledger.entries.flatMap((one) => (one.what === 'offered' ? [[one.id, one.words]] : [])))
  return missing.filter((key) => {
    const words = offered.get(key.replace(/^slack /, ''))
    return words === undefined || !history.some((body) => body.includes(JSON.stringify(words)))
  })
}

function ticketsOf({ begun, unsure, said }: Talk, { tickets }: Stored): Findings['tickets'] {
  const made = new Map<string, number>()
  for (const { subject } of tickets) {
    const who = /^[\w.]+?(?=#\d|\.?$| begins)/.exec(subject)?.[0] ?? subject
    made.set(who, (made.get(who) ?? 0) + 1)
  }
  const missing = [...begun].filter((who) => !made.has(who) && (who.startsWith('U0') || said.has(who)))
  return {
    doubled: [...made].flatMap(([who, times]) => (times > 1 ? [who] : [])),
    missing,
    strange: [...made.keys()].filter((who) => !begun.has(who) && !unsure.has(who)),
  }
}

function untaken({ slack }: Playground, { taken }: Talk, { tickets }: Stored): string[] {
  const free = new Set(tickets.flatMap(({ key, assigneeId }) => (assigneeId === null ? [key] : [])))
  return [...taken].flatMap((ts) => {
    const card = slack.world.message(TRIAGE, ts)
    const key = /[A-Z]+-\d+/.exec(card ? slack.world.textOf(card) : '')?.[0]
    return key === undefined || free.has(key) ? [key ?? ts] : []
  })
}

/** From a person's word to our 2xx, and to the copy an agent sees; of these entries of both ledgers. */
export function latencies(entries: readonly Ledger['entries'][number][]): Findings['slack'] {
  const acknowledged: number[] = []
  const seen: number[] = []
  const offered = new Map<string, number>()
  const written = new Map<string, number>()
  for (const entry of entries.toSorted((a, b) => a.atMs - b.atMs)) {
    if (entry.what === 'offered') {
      if (entry.platform === 'slack') offered.set(entry.id, entry.atMs)
      if (entry.words !== undefined) written.set(entry.words, entry.atMs)
    }
    if (entry.what === 'acknowledged') {
      const since = offered.get(entry.id)
      if (since !== undefined && entry.platform === 'slack') acknowledged.push(entry.atMs - since)
    }
    if (entry.what !== 'called' || entry.platform !== 'slack' || entry.method !== 'chat.postMessage') continue
    for (const [words] of (entry.words ?? '').matchAll(/[\w.]+#\d+\./g)) {
      const since = words.startsWith('ada') ? undefined : written.get(words)
      if (since !== undefined) seen.push(entry.atMs - since)
      written.delete(words)
    }
  }
  const unseen = [...written.keys()].filter((words) => /^(c\d+|U0[\w.]+)#\d+\.$/.test(words)).length
  return { acknowledged: latencyOf(acknowledged), seenByAgent: latencyOf(seen), unseen }
}
