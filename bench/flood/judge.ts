import type { Ledger } from '../../playground/ledger.ts'
import type { Queue } from '../budget/traffic.ts'
import { type Latency, latencyOf } from '../latency.ts'

/** Words somebody said, and when they were owed (by the simulated clock). */
export interface Word {
  words: string
  ticket: number
  owedMs: number
}

/** What Telegram has of one queue, by its own ledger. */
export interface Flooded {
  queue: Queue
  /** From when words were owed until they were shown. */
  age: Latency
  lost: string[]
  doubled: string[]
  /** Words of one ticket shown after later ones. */
  disordered: string[]
  /** The most calls that cost something in any 60 seconds. */
  most: number
  /** All that took effect: words, cards, topics. */
  calls: number
  /** From the last word said until the last was shown. */
  drainedMs: number
}

const MINUTE_MS = 60_000
/** What counts against a group's budget, as platforms.md §B2 has it. */
const costly = /^(send|edit|createForumTopic)/

/** @param fromMs when the flood began: what was set up before is not counted */
export function judgeFlood(queue: Queue, said: readonly Word[], ledger: Ledger, fromMs: number): Flooded {
  const calls = ledger.entries.flatMap((entry) =>
    entry.what === 'called' && entry.chat === queue.at.chat && entry.atMs >= fromMs && costly.test(entry.method)
      ? [entry]
      : [],
  )
  const shown = new Map<string, { atMs: number; n: number }[]>()
  for (const { method, words = '', atMs, n } of calls) {
    if (method === 'sendMessage') shown.set(words, [...(shown.get(words) ?? []), { atMs, n }])
  }
  const first = said.flatMap((word) => {
    const [own] = shown.get(word.words) ?? []
    return own ? [{ ...word, ...own }] : []
  })
  return {
    queue,
    age: latencyOf(first.map(({ atMs, owedMs }) => atMs - owedMs)),
    lost: said.flatMap(({ words }) => (shown.has(words) ? [] : [words])),
    doubled: said.flatMap(({ words }) => ((shown.get(words) ?? []).length > 1 ? [words] : [])),
    disordered: first.flatMap(({ words, ticket, owedMs, n }) =>
      first.some((other) => other.ticket === ticket && other.owedMs > owedMs && other.n < n) ? [words] : [],
    ),
    most: mostIn(calls.map(({ atMs }) => atMs)),
    calls: calls.length,
    drainedMs: Math.max(...first.map(({ atMs }) => atMs)) - Math.max(...said.map(({ owedMs }) => owedMs)),
  }
}

function mostIn(times: readonly number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + MINUTE_MS).length))
}
