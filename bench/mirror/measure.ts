import type { Contestant } from '../contestant.ts'
import { latencyOf, median } from '../latency.ts'
import type { Load, Outcome } from '../platforms/wire.ts'
import type { Conversations, Direction } from './conversations.ts'
import { doorsOf, type Ground, signingSecret, webhookSecret } from './ground.ts'

/** How one contestant carried one load. Times in ms; per message where it says so. */
export interface Carried {
  perSecond: number
  p50: number
  p99: number
  ackP50: number
  ackP99: number
  messages: number
  lost: number
  doubled: number
  refused: number
  cpuPerMessage: number
  databaseCpuPerMessage: number
}

/**
 * Compiled code, prepared statements, connections: nobody is measured before they have them. V8 compiles what has run often,
 * which of a desk's code takes some ten thousand messages, and a desk runs for weeks.
 */
const WARM_SECONDS = 20
/**
 * Before each figure: what a new pace or direction, or the others' turns in between, still want. A quarter of a minute without
 * work costs whoever has much code a tenth of its speed for some thousand messages.
 */
const AGAIN_WARM_SECONDS = 3

export interface Course {
  ground: Ground
  conversations: Conversations
  seconds: number
}

/** One contestant in all directions it will be measured in, side by side, until it costs what it will cost. */
export async function warm(
  course: Course,
  contestant: Contestant,
  directions: readonly Direction[],
  pace: Load['pace'],
  until: Load['until'] = 'copied',
): Promise<void> {
  const load = loadOf(course, contestant, directions, pace, until)
  await course.ground.platforms.load({ ...load, seconds: Math.min(WARM_SECONDS, 6 * course.seconds) })
}

/** One contestant in one direction at one pace. */
export async function carry(
  course: Course,
  contestant: Contestant,
  direction: Direction,
  pace: Load['pace'],
  until: Load['until'] = 'copied',
): Promise<Carried> {
  const { ground, seconds } = course
  const load = loadOf(course, contestant, [direction], pace, until)
  await ground.platforms.load({ ...load, seconds: Math.min(AGAIN_WARM_SECONDS, seconds) })
  const [cpu, databaseCpu] = [contestant.cpuMs(), ground.databaseCpuMs()]
  const outcome = await ground.platforms.load({ ...load, seconds })
  return carried(outcome, contestant.cpuMs() - cpu, ground.databaseCpuMs() - databaseCpu)
}

function loadOf(
  { conversations }: Course,
  contestant: Contestant,
  directions: readonly Direction[],
  pace: Load['pace'],
  until: Load['until'],
): Omit<Load, 'seconds'> {
  const writers = directions.flatMap((direction) => conversations[direction]).map(({ writer }) => writer)
  return { writers, doors: doorsOf(contestant), secrets: { signingSecret, webhookSecret }, pace, until }
}

function carried(outcome: Outcome, cpuMs: number, databaseCpuMs: number): Carried {
  const { messages, seconds, lost, doubled, refused } = outcome
  const [latency, ack] = [latencyOf(outcome.latency), latencyOf(outcome.ack)]
  return {
    perSecond: messages / seconds,
    p50: latency.p50,
    p99: latency.p99,
    ackP50: ack.p50,
    ackP99: ack.p99,
    messages,
    lost,
    doubled,
    refused,
    cpuPerMessage: cpuMs / Math.max(1, messages),
    databaseCpuPerMessage: databaseCpuMs / Math.max(1, messages),
  }
}

/** Of several turns the middle of each figure, and all that was lost. */
export function middleOf(turns: readonly Carried[]): Carried {
  const middle = (figure: keyof Carried): number => median(turns.map((turn) => turn[figure]))
  const sum = (figure: keyof Carried): number => turns.reduce((total, turn) => total + turn[figure], 0)
  return {
    perSecond: middle('perSecond'),
    p50: middle('p50'),
    p99: middle('p99'),
    ackP50: middle('ackP50'),
    ackP99: middle('ackP99'),
    messages: sum('messages'),
    lost: sum('lost'),
    doubled: sum('doubled'),
    refused: sum('refused'),
    cpuPerMessage: middle('cpuPerMessage'),
    databaseCpuPerMessage: middle('databaseCpuPerMessage'),
  }
}
