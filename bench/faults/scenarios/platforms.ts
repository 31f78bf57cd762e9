import { clockMoves } from '../../../test/support/clock.ts'
import { quietTicket } from '../../../test/support/customer.ts'
import { startTestDesk, type TestDesk } from '../../../test/support/desk.ts'
import { until } from '../../../test/support/people.ts'
import {
  callsTo,
  goesBy,
  outages,
  type Side,
  STEP_MS,
  saysTo,
  sends,
  shownOf,
  type Talk,
  tookToShow,
} from '../../../test/support/platform-outage.ts'
import { type Latency, latencyOf, median } from '../../latency.ts'
import { joined, type Measure, none, told } from '../measure.ts'
import { othersSlower, slower } from '../others-slower.ts'
import type { Part, Scenario, Tools } from '../scenario.ts'

const MINUTE = 60_000
const OUTAGE_MS = 10 * MINUTE
const DRAINED_MS = 5 * MINUTE
const WORD_EVERY_MS = 2_000
/** Until the waits between two tries have grown to their longest. */
const GROWING_STEPS = 4
const other: Readonly<Record<Side, Side>> = { slack: 'telegram', telegram: 'slack' }

/** R8: ten minutes of a platform's worst, on the clock of the lanes, with several chats waiting for it. */
export const platforms: Scenario = {
  name: 'platforms',
  proves: ['R8'],
  parts: (size) =>
    size === 'quick'
      ? [failing('telegram', 'answers 500', 3, { turns: 3, samples: 60 }), quiet('slack', 3)]
      : (['telegram', 'slack'] as const).flatMap((side) => [
          ...Object.keys(outages).map((what) => failing(side, what, 8, { turns: 9, samples: 120 })),
          quiet(side, 8),
          silent(side, 8),
        ]),
}

/** So often all is well, then away, and in each so many words are measured: a machine is not the same for half a minute. */
interface Turns {
  turns: number
  samples: number
}

/** Of fewer turns the medians differ by a third while all is well: what they say is told and not judged. */
const JUDGED_FROM = 9

/**
 * It fails for ten minutes, then it is well again. What that costs others is told by turns: some words while all is well,
 * as many while it fails, and again, for the machine's own ups and downs fall on both alike. The last time is the long one.
 */
function failing(side: Side, what: string, chats: number, { turns, samples }: Turns): Part {
  return part(`${side} ${what}`, chats, async ({ desk, talks, pass }, say) => {
    const fault = outages[what]?.(side)
    if (!fault) throw new Error(`no outage ${what}`)
    const { faults } = desk.playground[side]
    const took: Record<'well' | 'away', Latency[]> = { well: [], away: [] }
    const found: Measure[][] = []
    let asked: number[] = []
    await otherSide(desk, other[side], talks, 'warming up', samples, pass)
    for (let turn = 1; turn <= turns; turn++) {
      const name = `${what}, ${turn}`
      await isTold(desk, other[side], pass)
      took.well.push(await otherSide(desk, other[side], talks, `before ${name}`, samples, pass))
      faults.arm(fault, Number.POSITIVE_INFINITY)
      const words = await said(desk, side, talks, name)
      await isTold(desk, other[side], pass)
      took.away.push(await otherSide(desk, other[side], talks, `during ${name}`, samples, pass))
      if (turn === turns) asked = await goesBy(desk, side, { ms: OUTAGE_MS, pass })
      faults.clear()
      found.push(await drained(desk, side, talks, words, pass))
    }
    const [well, away] = [typical(took.well), typical(took.away)]
    say(`a word to ${other[side]} while all is well: ${shownMs(well)}; while ${side} is away: ${shownMs(away)}`)
    const [odd, even] = [1, 0].map((rest) => typical(took.well.filter((_, turn) => turn % 2 === rest)).p95)
    // Where this is not small, the machine is too busy for what is judged below to say anything.
    say(
      `while all is well every other turn differs from the rest by ${slower(odd ?? 0, even ?? 0).toFixed(0)} % at p95`,
    )
    const others = othersSlower(p95sOf(took.well), p95sOf(took.away))
    return [
      { what: 'probes in 15 s', found: Math.max(...asked.slice(GROWING_STEPS)), most: 1, over: 'worst' },
      turns < JUDGED_FROM ? { ...others, most: undefined } : others,
      told('words compared', 2 * turns * samples),
      ...joined(found),
    ]
  })
}

/** The medians of all turns. */
function typical(turns: readonly Latency[]): Pick<Latency, 'p50' | 'p95'> {
  return { p50: median(turns.map(({ p50 }) => p50)), p95: median(p95sOf(turns)) }
}

const p95sOf = (turns: readonly Latency[]): number[] => turns.map(({ p95 }) => p95)

function shownMs({ p50, p95 }: Pick<Latency, 'p50' | 'p95'>): string {
  return `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms`
}

/** It asks for ten minutes of quiet. */
function quiet(side: Side, chats: number): Part {
  return part(`${side} answers 429`, chats, async ({ desk, talks, pass }) => {
    const { faults, ledger } = desk.playground[side]
    faults.arm({ on: 'call', method: sends[side], does: 'too-many', retryAfterSeconds: OUTAGE_MS / 1000 }, 1)
    const words = await said(desk, side, talks.slice(0, 1), 'quiet')
    await until(() => ledger.entries.some((entry) => entry.what === 'refused'), 'a 429')
    await desk.desk.idle()
    const asked = await goesBy(desk, side, { ms: OUTAGE_MS - 2 * STEP_MS, pass })
    return [
      { what: 'calls before Retry-After', found: asked.reduce((sum, times) => sum + times, 0), most: 0 },
      ...(await drained(desk, side, talks, words, pass)),
    ]
  })
}

/** It accepts and never answers, and takes 25 seconds for what it answers. */
function silent(side: Side, chats: number): Part {
  return part(`${side} is silent or slow`, chats, async ({ desk, talks, pass }) => {
    const { faults } = desk.playground[side]
    faults.arm({ on: 'call', method: sends[side], does: 'slow', ms: 25_000 }, 1)
    faults.arm({ on: 'call', method: sends[side], does: 'drop-after-accepting' }, 2)
    const words = await said(desk, side, talks, 'silence')
    return drained(desk, side, talks, words, pass)
  })
}

interface Stage {
  desk: TestDesk
  talks: readonly Talk[]
  /** Time goes by for the lanes (ms). */
  pass: (ms: number) => void
}

function part(name: string, chats: number, run: (stage: Stage, say: Tools['say']) => Promise<Measure[]>): Part {
  return {
    name,
    async run({ cluster, say }: Tools) {
      let pastMs = 0
      const desk = await startTestDesk({
        cluster: await cluster(),
        platformBudgets: true,
        realNow: () => new Date(Date.now() + pastMs),
      })
      const pass = (ms: number): void => {
        pastMs += ms
      }
      try {
        const talks: Talk[] = []
        for (let n = 0; n < chats; n++) {
          talks.push(await quietTicket(desk, `Chat ${n}`))
          pass(STEP_MS)
        }
        return { R8: await run({ desk, talks, pass }, say) }
      } finally {
        await desk.stop()
      }
    },
  }
}

/** Three words in each chat, on their way to this platform. */
async function said(desk: TestDesk, side: Side, talks: readonly Talk[], what: string) {
  const words = new Map<Talk, string[]>()
  for (const [n, talk] of talks.entries()) {
    const own = [1, 2, 3].map((nth) => `${what} in ${n}, word ${nth}`)
    words.set(talk, own)
    await saysTo(desk, side, talk, own)
  }
  return words
}

/** By then whoever waits for a platform has been told so in words, and has had a sign before. */
const TOLD_WITHIN_MS = 11_000

/**
 * What follows from words said to one platform is shown on the other: their cards, that they wait and why, that they have
 * arrived. Some forty calls, which would go by in ten minutes, would here meet two seconds of the words that are measured.
 */
async function isTold(desk: TestDesk, on: Side, pass: Stage['pass']): Promise<void> {
  const owed = `select from delivery where platform = '${on}' and state in ('pending', 'sending')`
  await clockMoves(desk, TOLD_WITHIN_MS)
  do {
    pass(STEP_MS)
    await desk.desk.runTimers()
    await desk.desk.idle()
  } while ((await desk.database.query(owed)).rowCount)
}

/**
 * How long each of these words to the other platform takes until it is shown (ms). Between two words goes as much time as
 * the channel's budget wants, and what falls due in it (a try of the platform that is away) is done then, as it would be:
 * one try in 15 s meets no word of some 20 ms, but would meet each that is said at the moment the lanes' clock jumps.
 */
async function otherSide(
  desk: TestDesk,
  side: Side,
  talks: readonly Talk[],
  name: string,
  samples: number,
  pass: Stage['pass'],
): Promise<Latency> {
  const took: number[] = []
  for (let n = 0; n < samples; n++) {
    const talk = talks[n % talks.length]
    if (!talk) throw new Error('nobody talks')
    took.push(await tookToShow(desk, side, talk, `${name}, word ${n}.`))
    pass(WORD_EVERY_MS)
    await desk.desk.idle()
  }
  return latencyOf(took)
}

/** What is lost, doubled or out of order once the platform is well again, and how long that takes on the lanes' clock. */
async function drained(
  desk: TestDesk,
  side: Side,
  talks: readonly Talk[],
  words: ReadonlyMap<Talk, readonly string[]>,
  pass: Stage['pass'],
): Promise<Measure[]> {
  const missing = () =>
    talks.flatMap((talk) => {
      const shown = shownOf(desk, side, talk, words.get(talk) ?? [])
      return (words.get(talk) ?? []).filter((word) => !shown.includes(word))
    })
  const calls = callsTo(desk, side)
  let ms = 0
  for (; missing().length > 0 && ms < 2 * DRAINED_MS; ms += STEP_MS) {
    pass(STEP_MS)
    await desk.desk.idle()
  }
  const order = talks.filter((talk) => {
    const shown = [...new Set(shownOf(desk, side, talk, words.get(talk) ?? []))]
    return String(shown) !== String(words.get(talk) ?? [])
  })
  return [
    none('words lost', missing()),
    none('chats out of order', order),
    { what: 'drained within', found: ms / 1000, unit: 's', most: DRAINED_MS / 1000 },
    told('calls until then', callsTo(desk, side) - calls),
  ]
}
