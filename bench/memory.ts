import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Contestant } from './contestant.ts'
import { openConversations } from './mirror/conversations.ts'
import { doorsOf, type Ground, openGround, signingSecret, webhookSecret } from './mirror/ground.ts'
import type { Load, Writer } from './platforms/wire.ts'
import { atMost, type Line, machine, publish, times } from './table.ts'

const AT_ONCE = 32
const CONVERSATIONS = 32
const SLICE_SECONDS = 10
/** Nobody counts what a process holds before it has settled. */
const IDLE_SECONDS = 20
const EVERY_MS = 1000
/** A collection of rubbish lies in every stretch of this many samples: its lowest is what is really held. */
const STRETCH = 10
/** Of what it holds when idle, in an hour. */
const FLAT = 0.1
/** What the second half of the messages may leave behind of what the first did. */
const AGAIN = 1.15

const positive = z.coerce.number().positive()

/**
 * `npm run bench -- memory [--messages N] [--rate R] [--minutes M] [--quick]`: what the desk's process holds, and whether
 * it holds more and more; see README.md beside this file. A quick run is for a smoke: it is not kept.
 */
export async function benchMemory(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      messages: { type: 'string', default: '100000' },
      // Messages a second, while the slope is measured.
      rate: { type: 'string', default: '20' },
      minutes: { type: 'string', default: '10' },
      quick: { type: 'boolean', default: false },
    },
  })
  const messages = values.quick ? 2_000 : positive.parse(values.messages)
  const minutes = values.quick ? 0.7 : positive.parse(values.minutes)
  const rate = positive.parse(values.rate)
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const ground = await openGround()
  try {
    const first = await ground.startDesk()
    const conversations = await openConversations(ground, first, CONVERSATIONS)
    await first.stop()
    const writers = Object.values(conversations)
      .flat()
      .map(({ writer }) => writer)
    const desk = await ground.startDesk()
    const idle = await settledRss(desk)
    say(`idle: ${megabytes(idle)}`)
    const half = await carryMany(ground, desk, writers, messages / 2)
    const afterHalf = await settledRss(desk)
    say(`after ${half.carried} messages: ${megabytes(afterHalf)}`)
    const rest = await carryMany(ground, desk, writers, messages / 2)
    const afterAll = await settledRss(desk)
    say(`after ${half.carried + rest.carried}: ${megabytes(afterAll)}; ${minutes} minutes at ${rate}/s begin`)
    const steady = await watchSteady(ground, desk, { writers, rate, minutes })
    const slope = slopeOf(steady.floors)
    const lines: Line[] = [
      { what: 'memory (RSS), idle', found: megabytes(idle) },
      {
        what: `after ${half.carried + rest.carried} messages`,
        found: `${megabytes(afterAll)}, ${times(afterAll / idle)} of idle`,
      },
      atMost('after all messages, of after half of them', afterAll / afterHalf, AGAIN, times),
      {
        ...atMost(`slope at ${rate} messages a second, an hour, of idle`, slope / idle, FLAT, times),
        found: `${times(slope / idle)} (${megabytes(slope)} an hour, over ${minutes} min; lowest of each ${STRETCH} s)`,
        // Half a minute after a start everything still grows.
        ...(values.quick && { holds: undefined }),
      },
      atMost('messages lost', half.lost + rest.lost + steady.lost, 0),
      { what: 'messages while the slope was measured', found: `${steady.carried}` },
      machine(),
    ]
    return await publish('memory', lines, { kept: !values.quick })
  } finally {
    await ground.close()
  }
}

/** What it holds once nothing has happened for a while: the lowest seen. */
async function settledRss(desk: Contestant): Promise<number> {
  let lowest = Number.POSITIVE_INFINITY
  for (let second = 0; second < IDLE_SECONDS; second++) {
    await sleep(EVERY_MS)
    lowest = Math.min(lowest, desk.rssBytes())
  }
  return lowest
}

interface Sum {
  carried: number
  lost: number
}

async function carryMany(ground: Ground, desk: Contestant, writers: readonly Writer[], most: number): Promise<Sum> {
  const sum = { carried: 0, lost: 0 }
  while (sum.carried < most) {
    const { messages, lost } = await ground.platforms.load({
      ...loadOn(desk, writers),
      pace: { atOnce: AT_ONCE },
      seconds: SLICE_SECONDS,
    })
    if (messages === 0) throw new Error('no message came through')
    sum.carried += messages
    sum.lost += lost
  }
  return sum
}

/** Runs at a fixed rate; `floors`: the lowest of each stretch (bytes), in order. */
async function watchSteady(
  ground: Ground,
  desk: Contestant,
  { writers, rate, minutes }: { writers: readonly Writer[]; rate: number; minutes: number },
): Promise<Sum & { floors: number[] }> {
  const samples: number[] = []
  const watch = setInterval(() => samples.push(desk.rssBytes()), EVERY_MS)
  try {
    const { messages, lost } = await ground.platforms.load({
      ...loadOn(desk, writers),
      pace: { perSecond: rate },
      seconds: minutes * 60,
    })
    const floors = Array.from({ length: Math.floor(samples.length / STRETCH) }, (_, n) =>
      Math.min(...samples.slice(n * STRETCH, (n + 1) * STRETCH)),
    )
    return { carried: messages, lost, floors }
  } finally {
    clearInterval(watch)
  }
}

function loadOn(desk: Contestant, writers: readonly Writer[]): Pick<Load, 'writers' | 'doors' | 'secrets' | 'until'> {
  return { writers, doors: doorsOf(desk), secrets: { signingSecret, webhookSecret }, until: 'copied' }
}

/** Bytes an hour: the straight line nearest to all of them (least squares), each a stretch after the other. */
function slopeOf(floors: readonly number[]): number {
  const n = floors.length
  const meanAt = (n - 1) / 2
  const mean = floors.reduce((sum, one) => sum + one, 0) / n
  const over = floors.reduce((sum, one, at) => sum + (at - meanAt) * (one - mean), 0)
  const under = floors.reduce((sum, _, at) => sum + (at - meanAt) ** 2, 0)
  const aStretch = under === 0 ? 0 : over / under
  return (aStretch * 3_600_000) / (STRETCH * EVERY_MS)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}
