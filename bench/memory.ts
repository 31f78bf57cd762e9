import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ASK_MEMORY, type Memory } from '../test/support/asked-of-child.ts'
import type { Contestant } from './contestant.ts'
import { judgeSlope, megabytes } from './memory/judge.ts'
import { openConversations } from './mirror/conversations.ts'
import { doorsOf, type Ground, openGround, signingSecret, webhookSecret } from './mirror/ground.ts'
import type { Load, Writer } from './platforms/wire.ts'
import type { Held } from './slope.ts'
import { atMost, type Line, machine, publish, times } from './table.ts'

const AT_ONCE = 32
const CONVERSATIONS = 32
const SLICE_SECONDS = 10
/** Nobody counts what a process holds before it has settled. */
const IDLE_SECONDS = 20
const EVERY_MS = 1000
const HELD_EVERY_MS = 10_000
/** Until then what the many messages needed goes: queues, connections, texts that are asked for no more. */
const SETTLE_MS = 120_000
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
  const settleMs = values.quick ? 0 : SETTLE_MS
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
    const steady = await watchSteady(ground, desk, { writers, rate, minutes, settleMs })
    const lines: Line[] = [
      { what: 'memory (RSS), idle', found: megabytes(idle) },
      {
        what: `after ${half.carried + rest.carried} messages`,
        found: `${megabytes(afterAll)}, ${times(afterAll / idle)} of idle`,
      },
      atMost('after all messages, of after half of them', afterAll / afterHalf, AGAIN, times),
      {
        ...judgeSlope(
          `held after collections at ${rate} messages a second: more in an hour, of idle`,
          steady.held,
          idle,
        ),
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

/** Runs at a fixed rate; `held`: what its objects and buffers take after a collection, in order. */
async function watchSteady(
  ground: Ground,
  desk: Contestant,
  { writers, rate, minutes, settleMs }: { writers: readonly Writer[]; rate: number; minutes: number; settleMs: number },
): Promise<Sum & { held: Held[] }> {
  const held: Held[] = []
  const began = performance.now()
  const look = async (): Promise<void> => {
    const atMs = performance.now() - began
    if (atMs >= settleMs) held.push({ atMs, bytes: await heldBy(desk) })
  }
  // Who has died answers nothing; what it owes is lost, and told as such.
  const watch = setInterval(() => void look().catch(() => {}), HELD_EVERY_MS)
  try {
    const { messages, lost } = await ground.platforms.load({
      ...loadOn(desk, writers),
      pace: { perSecond: rate },
      seconds: minutes * 60,
    })
    return { carried: messages, lost, held }
  } finally {
    clearInterval(watch)
  }
}

async function heldBy(desk: Contestant): Promise<number> {
  // What `answerOf` says to that question.
  const { held } = (await desk.ask(ASK_MEMORY)) as Memory
  return held
}

function loadOn(desk: Contestant, writers: readonly Writer[]): Pick<Load, 'writers' | 'doors' | 'secrets' | 'until'> {
  return { writers, doors: doorsOf(desk), secrets: { signingSecret, webhookSecret }, until: 'copied' }
}
