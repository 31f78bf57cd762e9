import { median } from '../latency.ts'
import { atLeast, atMost, type Line, times } from '../table.ts'
import { ACKNOWLEDGED } from './contestants.ts'
import { type Direction, directions, type PerDirection, sideOf } from './conversations.ts'
import { type Carried, middleOf } from './measure.ts'

/** What each carried in each of its turns, one of a round. */
export type Turns = Record<'bare' | 'floor' | 'inserts' | 'desk', PerDirection<Carried[]>>

/** Everything one run has measured. */
export interface Measured {
  atOnce: Turns
  alone: Turns
  /** What one message keeps the database on the floor, one at a time. */
  databaseMs: number
  open: PerDirection<Carried[]>
  rate: number
  /** With Slack's messages waiting for earlier ones, one at a time. */
  held: Carried
  rssBytes: { desk: number; bare: number }
}

/** Of a bot that stores nothing, by the platform the message comes from. */
const OF_BARE = { slack: 0.5, telegram: 0.25 }
const OF_FLOOR = 0.8
const ADDED = 3
const ACK = 2
const RSS = 2

/** The lines of the table: what was asked for, what was found, whether it holds. */
export function judge(measured: Measured): Line[] {
  return [
    ...directions.map((direction) => againstBare(measured, direction)),
    ...directions.map((direction) => againstFloor(measured, direction)),
    ...directions.map((direction) => added(measured, direction)),
    ...acks(measured),
    atMost('memory (RSS) of the desk, of bare Bolt’s', measured.rssBytes.desk / measured.rssBytes.bare, RSS, times),
    ...lost(measured),
    ...figures(measured),
  ]
}

function againstBare({ atOnce: { desk, bare } }: Measured, direction: Direction): Line {
  const { from } = sideOf(direction)
  const what = `${direction}, 32 at once, of ${from === 'slack' ? 'bare Bolt' : 'bare grammY'}`
  const ratios = ratiosOf(desk[direction], bare[direction], 'perSecond')
  return withRounds(atLeast(what, median(ratios), OF_BARE[from], times), ratios)
}

function againstFloor({ atOnce: { desk, floor } }: Measured, direction: Direction): Line {
  const ratios = ratiosOf(desk[direction], floor[direction], 'perSecond')
  return withRounds(atLeast(`${direction}, 32 at once, of the floor`, median(ratios), OF_FLOOR, times), ratios)
}

/** What the desk adds to a bot that stores nothing, one message at a time, against what the bare rows keep the database. */
function added({ alone: { desk, bare }, databaseMs }: Measured, direction: Direction): Line {
  const addedMs = middleOf(desk[direction]).p50 - middleOf(bare[direction]).p50
  const line = atMost(
    `${direction}, one at a time: added latency, of the floor’s database time`,
    addedMs / databaseMs,
    ADDED,
    times,
  )
  return { ...line, found: `${line.found} (${ms(addedMs)} of ${ms(databaseMs)})` }
}

function acks({ atOnce: { desk, inserts } }: Measured): Line[] {
  return ACKNOWLEDGED.map((direction) => {
    const what = `${direction}: acknowledged, 32 at once, p99, of what only inserts`
    const ratios = ratiosOf(desk[direction], inserts[direction], 'ackP99')
    return withRounds(atMost(what, median(ratios), ACK, times), ratios)
  })
}

/** Of the desk's figure, turn by turn, how much of the other's that came right before or after it. */
function ratiosOf(desk: readonly Carried[], other: readonly Carried[], figure: 'perSecond' | 'ackP99'): number[] {
  return desk.map((turn, round) => turn[figure] / (other[round]?.[figure] ?? Number.NaN))
}

function withRounds(line: Line, ratios: readonly number[]): Line {
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)]
  return { ...line, found: `${line.found} (${least.toFixed(2)} to ${most.toFixed(2)})` }
}

function lost({ atOnce, alone, open }: Measured): Line[] {
  const all = directions.flatMap((one) => [...atOnce.desk[one], ...alone.desk[one], ...open[one]])
  const sum = (what: 'lost' | 'doubled' | 'refused') => all.reduce((total, one) => total + one[what], 0)
  return (['lost', 'doubled', 'refused'] as const).map((what) => atMost(`messages ${what}`, sum(what), 0))
}

function figures({ atOnce, alone, open, rate, held, rssBytes }: Measured): Line[] {
  const shown = (name: string, turns: PerDirection<readonly Carried[]>): Line[] =>
    directions.map((direction) => ({ what: `${direction}, ${name}`, found: told(middleOf(turns[direction])) }))
  return [
    ...shown('32 at once: bare', atOnce.bare),
    ...shown('32 at once: floor', atOnce.floor),
    ...shown('32 at once: desk', atOnce.desk),
    ...shown('one at a time: bare', alone.bare),
    ...shown('one at a time: desk', alone.desk),
    ...shown(`${rate} a second: desk`, open),
    { what: 'Slack → Telegram, one at a time, with the wait for earlier words', found: told(held) },
    { what: 'memory (RSS)', found: `desk ${megabytes(rssBytes.desk)}, bare Bolt ${megabytes(rssBytes.bare)}` },
  ]
}

/** In words. */
export function told({ perSecond, p50, p99, ackP99, cpuPerMessage, databaseCpuPerMessage }: Carried): string {
  const cpu = `CPU ${cpuPerMessage.toFixed(2)} + ${databaseCpuPerMessage.toFixed(2)} ms a message`
  return `${perSecond.toFixed(0)}/s, p50 ${ms(p50)}, p99 ${ms(p99)}, acknowledged p99 ${ms(ackP99)}, ${cpu}`
}

function ms(n: number): string {
  return `${n.toFixed(n < 10 ? 1 : 0)} ms`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}
