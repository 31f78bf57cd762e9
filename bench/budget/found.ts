import { type Latency, latencyOf } from '../latency.ts'
import type { Happening, Queue } from './traffic.ts'
import type { Call } from './watched.ts'

const MINUTE_MS = 60_000

/** Something that was owed, and when. */
export interface Debt {
  happening: Happening
  id: string
  owedMs: number
}

/** What became of one queue's traffic. */
export interface Found {
  queue: Queue
  /** The most calls in any 60 seconds. */
  most: number
  words: Latency
  cards: Latency
  sent: number
  /** Words that were never shown. */
  lost: number
  /** Words of one ticket that were shown after later ones. */
  disordered: number
  /** Cards and digests that went while a word waited. */
  overtaken: number
  /** Card edits that a newer one made needless. */
  coalesced: number
  /** 429s that were not ordered. */
  refused: number
}

/** Judges a queue by the calls made for it. */
export function foundIn(queue: Queue, debts: readonly Debt[], calls: readonly Call[]): Found {
  const here = calls.filter(({ chat }) => chat === queue.at.chat)
  const sentAt = new Map(here.filter(({ fault }) => !fault).map(({ delivery, atMs }) => [delivery, atMs]))
  const done = debts.flatMap((debt) => {
    const at = sentAt.get(debt.id)
    return at === undefined ? [] : [{ ...debt, at, age: at - debt.owedMs }]
  })
  const of = (what: Happening['what']) => done.filter(({ happening }) => happening.what === what)
  const words = of('words')
  const owedWords = debts.filter(({ happening }) => happening.what === 'words')
  const others = done.filter(({ happening }) => happening.what !== 'words')
  return {
    queue,
    most: mostIn(here.map(({ atMs }) => atMs)),
    words: latencyOf(words.map(({ age }) => age)),
    cards: latencyOf(of('card').map(({ age }) => age)),
    sent: done.length,
    lost: owedWords.length - words.length,
    disordered: disorderIn(words),
    // What was owed at the same tick may have been looked at before.
    overtaken: others.filter(({ at }) => words.some((word) => word.owedMs < at && word.at > at)).length,
    coalesced: debts.filter(({ happening }) => happening.what === 'card').length - of('card').length,
    refused: here.filter(({ fault }) => fault?.kind === 'wait').length,
  }
}

function mostIn(times: readonly number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + MINUTE_MS).length))
}

function disorderIn(words: readonly { happening: Happening; owedMs: number; at: number }[]): number {
  return words.filter((word) =>
    words.some(({ happening, owedMs, at }) => {
      return happening.ticket === word.happening.ticket && owedMs < word.owedMs && at > word.at
    }),
  ).length
}

/** Calls made to a chat after it asked for quiet and before that was over. */
export function tooSoon(calls: readonly Call[]): number {
  return calls.filter((call) =>
    calls.some(({ atMs, chat, fault }) => {
      const until = fault?.kind === 'wait' ? atMs + fault.retryAfterSeconds * 1000 : 0
      return chat === call.chat && call.atMs > atMs && call.atMs < until
    }),
  ).length
}
