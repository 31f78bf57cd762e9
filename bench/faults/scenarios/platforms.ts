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
} from '../../../test/support/platform-outage.ts'
import { latencyOf } from '../../latency.ts'
import { joined, type Measure, none, told } from '../measure.ts'
import { othersSlower, slower } from '../others-slower.ts'
import type { Part, Scenario, Tools } from '../scenario.ts'
import { inPairs, isTold, type Stage, shownMs, type Took, WORD_EVERY_MS } from '../two-desks.ts'

const MINUTE = 60_000
const OUTAGE_MS = 10 * MINUTE
const DRAINED_MS = 5 * MINUTE
/** Until the waits between two tries have grown to their longest. */
const GROWING_STEPS = 4
const other: Readonly<Record<Side, Side>> = { slack: 'telegram', telegram: 'slack' }

/** R8: ten minutes of a platform's worst, on the clock of the lanes, with several chats waiting for it. */
export const platforms: Scenario = {
  name: 'platforms',
  proves: ['R8'],
  parts: (size) =>
    size === 'quick'
      ? [failing('telegram', 'answers 500', 3, { turns: 4, samples: 50 }), quiet('slack', 3)]
      : (['telegram', 'slack'] as const).flatMap((side) => [
          ...Object.keys(outages).map((what) =>
            failing(side, what, 8, { turns: 4, samples: OUTAGE_MS / WORD_EVERY_MS }),
          ),
          quiet(side, 8),
          silent(side, 8),
        ]),
}

/** So often the two desks change places, and so many words are measured of each in between. */
interface Turns {
  turns: number
  samples: number
}

/** Of 200 words every other one differed from the rest by a sixth at p95: what is found of fewer than this is told and not judged. */
const JUDGED_FROM = 1_000

/**
 * It fails for ten minutes, then it is well again. What that costs others is told beside a desk whose platforms are all well,
 * a word of the one and a word of the other, for the machine's own ups and downs are of seconds; and the two change places
 * turn by turn, for no two desks are alike. The last time is the long one.
 */
function failing(side: Side, what: string, chats: number, { turns, samples }: Turns): Part {
  return part(`${side} ${what}`, async ({ open, say }) => {
    const fault = outages[what]?.(side)
    if (!fault) throw new Error(`no outage ${what}`)
    const [one, another] = [await open(chats), await open(chats)]
    await inPairs(one, another, other[side], 'warming up', samples)
    const took: Took = { away: [], well: [] }
    const found: Measure[][] = []
    let asked: number[] = []
    for (let turn = 1; turn <= turns; turn++) {
      const name = `${what}, ${turn}`
      const { away, well } = turn % 2 ? { away: one, well: another } : { away: another, well: one }
      const { faults } = away.desk.playground[side]
      faults.arm(fault, Number.POSITIVE_INFINITY)
      const words = await said(away.desk, side, away.talks, name)
      // What an agent has said makes the customer's next word the one that turns the ticket: in both desks, then.
      await said(well.desk, side, well.talks, name)
      for (const stage of [away, well]) await isTold(stage, other[side])
      const more = await inPairs(away, well, other[side], name, samples)
      took.away.push(...more.away)
      took.well.push(...more.well)
      if (turn === turns) asked = await goesBy(away.desk, side, { ms: OUTAGE_MS, pass: away.pass })
      faults.clear()
      found.push(await drained(away, side, words))
    }
    say(
      `a word to ${other[side]} while all is well: ${shownMs(took.well)}; while ${side} is away: ${shownMs(took.away)}`,
    )
    const [odd, even] = [1, 0].map((rest) => latencyOf(took.well.filter((_, nth) => nth % 2 === rest)).p95)
    // Where this is not small, the machine is too busy for what is judged below to say anything.
    say(
      `while all is well every other word differs from the rest by ${slower(odd ?? 0, even ?? 0).toFixed(0)} % at p95`,
    )
    const others = othersSlower(latencyOf(took.well).p95, latencyOf(took.away).p95)
    return [
      { what: 'probes in 15 s', found: Math.max(...asked.slice(GROWING_STEPS)), most: 1, over: 'worst' },
      turns * samples < JUDGED_FROM ? { ...others, most: undefined } : others,
      told('words compared', took.away.length + took.well.length),
      ...joined(found),
    ]
  })
}

/** It asks for ten minutes of quiet. */
function quiet(side: Side, chats: number): Part {
  return part(`${side} answers 429`, async ({ open }) => {
    const stage = await open(chats)
    const { desk, talks, pass } = stage
    const { faults, ledger } = desk.playground[side]
    faults.arm({ on: 'call', method: sends[side], does: 'too-many', retryAfterSeconds: OUTAGE_MS / 1000 }, 1)
    const words = await said(desk, side, talks.slice(0, 1), 'quiet')
    await until(() => ledger.entries.some((entry) => entry.what === 'refused'), 'a 429')
    await desk.desk.idle()
    const asked = await goesBy(desk, side, { ms: OUTAGE_MS - 2 * STEP_MS, pass })
    return [
      { what: 'calls before Retry-After', found: asked.reduce((sum, times) => sum + times, 0), most: 0 },
      ...(await drained(stage, side, words)),
    ]
  })
}

/** It accepts and never answers, and takes 25 seconds for what it answers. */
function silent(side: Side, chats: number): Part {
  return part(`${side} is silent or slow`, async ({ open }) => {
    const stage = await open(chats)
    const { desk, talks } = stage
    const { faults } = desk.playground[side]
    faults.arm({ on: 'call', method: sends[side], does: 'slow', ms: 25_000 }, 1)
    faults.arm({ on: 'call', method: sends[side], does: 'drop-after-accepting' }, 2)
    const words = await said(desk, side, talks, 'silence')
    return drained(stage, side, words)
  })
}

interface Hall {
  open: (chats: number) => Promise<Stage>
  say: Tools['say']
}

function part(name: string, run: (hall: Hall) => Promise<Measure[]>): Part {
  return {
    name,
    async run({ cluster, say }: Tools) {
      const opened: TestDesk[] = []
      const open = async (chats: number): Promise<Stage> => {
        let pastMs = 0
        const realNow = (): Date => new Date(Date.now() + pastMs)
        const desk = await startTestDesk({ cluster: await cluster(), platformBudgets: true, realNow })
        opened.push(desk)
        const pass = (ms: number): void => {
          pastMs += ms
        }
        const talks: Talk[] = []
        for (let n = 0; n < chats; n++) {
          talks.push(await quietTicket(desk, `Chat ${n}`))
          pass(STEP_MS)
        }
        return { desk, talks, pass }
      }
      try {
        return { R8: await run({ open, say }) }
      } finally {
        for (const desk of opened) await desk.stop()
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

/** What is lost, doubled or out of order once the platform is well again, and how long that takes on the lanes' clock. */
async function drained(
  { desk, talks, pass }: Stage,
  side: Side,
  words: ReadonlyMap<Talk, readonly string[]>,
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
