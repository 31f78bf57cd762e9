import { atLeast, atMost, type Line, times } from '../table.ts'
import { type Direction, directions, sideOf } from './conversations.ts'
import type { Carried } from './measure.ts'

type PerDirection = Record<Direction, Carried>

/** Everything one run has measured. */
export interface Measured {
  bare: { atOnce: PerDirection; alone: PerDirection; rssBytes: number }
  /** `databaseMs`: what one message keeps the database, one at a time. */
  floor: { atOnce: PerDirection; alone: PerDirection; databaseMs: number }
  inserts: { slack: Carried; telegram: Carried }
  desk: { atOnce: PerDirection; alone: PerDirection; open: PerDirection; rssBytes: number }
  /** With Slack's messages waiting for earlier ones, one at a time. */
  held: Carried
  rate: number
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
    atMost('memory (RSS) of the desk, of bare Bolt’s', measured.desk.rssBytes / measured.bare.rssBytes, RSS, times),
    ...lost(measured),
    ...figures(measured),
  ]
}

function againstBare({ desk, bare }: Measured, direction: Direction): Line {
  const { from } = sideOf(direction)
  const ratio = desk.atOnce[direction].perSecond / bare.atOnce[direction].perSecond
  return atLeast(
    `${direction}, 32 at once, of ${from === 'slack' ? 'bare Bolt' : 'bare grammY'}`,
    ratio,
    OF_BARE[from],
    times,
  )
}

function againstFloor({ desk, floor }: Measured, direction: Direction): Line {
  const ratio = desk.atOnce[direction].perSecond / floor.atOnce[direction].perSecond
  return atLeast(`${direction}, 32 at once, of the floor`, ratio, OF_FLOOR, times)
}

/** What the desk adds to a bot that stores nothing, one message at a time, against what the bare rows keep the database. */
function added({ desk, bare, floor }: Measured, direction: Direction): Line {
  const addedMs = desk.alone[direction].p50 - bare.alone[direction].p50
  const line = atMost(
    `${direction}, one at a time: added latency, of the floor’s database time`,
    addedMs / floor.databaseMs,
    ADDED,
    times,
  )
  return { ...line, found: `${line.found} (${ms(addedMs)} of ${ms(floor.databaseMs)})` }
}

function acks({ desk, inserts }: Measured): Line[] {
  const line = (name: string, own: Carried, only: Carried): Line => {
    const judged = atMost(
      `${name} acknowledged, 32 at once, p99, of what only inserts`,
      own.ackP99 / only.ackP99,
      ACK,
      times,
    )
    return { ...judged, found: `${judged.found} (${ms(own.ackP99)} of ${ms(only.ackP99)})` }
  }
  return [
    line('Slack', desk.atOnce['Slack → Telegram'], inserts.slack),
    line('Telegram', desk.atOnce['Telegram → Slack'], inserts.telegram),
  ]
}

function lost({ desk }: Measured): Line[] {
  const all = [desk.atOnce, desk.alone, desk.open].flatMap((one) => directions.map((direction) => one[direction]))
  const sum = (what: 'lost' | 'doubled' | 'refused') => all.reduce((total, one) => total + one[what], 0)
  return (['lost', 'doubled', 'refused'] as const).map((what) => atMost(`messages ${what}`, sum(what), 0))
}

function figures({ bare, floor, desk, held, rate }: Measured): Line[] {
  const shown = (name: string, one: PerDirection): Line[] =>
    directions.map((direction) => ({ what: `${direction}, ${name}`, found: told(one[direction]) }))
  return [
    ...shown('32 at once: bare', bare.atOnce),
    ...shown('32 at once: floor', floor.atOnce),
    ...shown('32 at once: desk', desk.atOnce),
    ...shown('one at a time: bare', bare.alone),
    ...shown('one at a time: desk', desk.alone),
    ...shown(`${rate} a second: desk`, desk.open),
    { what: 'Slack → Telegram, one at a time, with the wait for earlier words', found: told(held) },
    { what: 'memory (RSS)', found: `desk ${megabytes(desk.rssBytes)}, bare Bolt ${megabytes(bare.rssBytes)}` },
  ]
}

function told({ perSecond, p50, p99, ackP99, cpuPerMessage, databaseCpuPerMessage }: Carried): string {
  const cpu = `CPU ${cpuPerMessage.toFixed(2)} + ${databaseCpuPerMessage.toFixed(2)} ms a message`
  return `${perSecond.toFixed(0)}/s, p50 ${ms(p50)}, p99 ${ms(p99)}, acknowledged p99 ${ms(ackP99)}, ${cpu}`
}

function ms(n: number): string {
  return `${n.toFixed(n < 10 ? 1 : 0)} ms`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}
