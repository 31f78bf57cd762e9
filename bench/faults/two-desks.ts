import { clockMoves } from '../../test/support/clock.ts'
import type { TestDesk } from '../../test/support/desk.ts'
import { type Side, STEP_MS, type Talk, tookToShow } from '../../test/support/platform-outage.ts'
import { latencyOf } from '../latency.ts'

/*
 * What a platform's outage costs words to the other one, told beside a desk whose platforms are all well.
 */

/** Between two words of a desk, on the clock of its lanes (ms). */
export const WORD_EVERY_MS = 2_000

/** A desk with chats in which nobody says anything else. */
export interface Stage {
  desk: TestDesk
  talks: readonly Talk[]
  /** Time goes by for its lanes (ms). */
  pass: (ms: number) => void
}

/** How long each word took (ms), where a platform is away and where all is well. */
export interface Took {
  away: number[]
  well: number[]
}

export function shownMs(took: readonly number[]): string {
  const { p50, p95 } = latencyOf(took)
  return `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms`
}

/** By then whoever waits for a platform has been told so in words, and has had a sign before. */
const TOLD_WITHIN_MS = 11_000

/**
 * What follows from words said to one platform is shown on the other: their cards, that they wait and why, that they have
 * arrived. Some forty calls, which would go by in ten minutes, would here meet two seconds of the words that are measured.
 */
export async function isTold({ desk, pass }: Stage, on: Side): Promise<void> {
  const owed = `select from delivery where platform = '${on}' and state in ('pending', 'sending')`
  await clockMoves(desk, TOLD_WITHIN_MS)
  do {
    pass(STEP_MS)
    await desk.desk.runTimers()
    await desk.desk.idle()
  } while ((await desk.database.query(owed)).rowCount)
}

/** So many words of each of two desks to this platform, by turns; whose is the first of two, by turns, too. */
export async function inPairs(away: Stage, well: Stage, side: Side, name: string, samples: number): Promise<Took> {
  const took: Took = { away: [], well: [] }
  for (let n = 0; n < samples; n++) {
    const pair = [['away', away] as const, ['well', well] as const]
    for (const [which, stage] of n % 2 ? pair : pair.toReversed())
      took[which].push(await shownWithin(stage, side, n, `${name}, word ${n}.`))
  }
  return took
}

/**
 * How long this word to a platform takes until it is shown (ms). Between two words of a desk goes as much time as the
 * channel's budget wants, and what falls due in it (a try of the platform that is away) is done then, as it would be:
 * one try in 15 s meets no word of some 20 ms, but would meet each that is said at the moment the lanes' clock jumps.
 */
async function shownWithin({ desk, talks, pass }: Stage, side: Side, nth: number, word: string): Promise<number> {
  const talk = talks[nth % talks.length]
  if (!talk) throw new Error('nobody talks')
  const took = await tookToShow(desk, side, talk, word)
  pass(WORD_EVERY_MS)
  await desk.desk.idle()
  return took
}
