import type { Contestant } from '../contestant.ts'
import { latencyOf } from '../latency.ts'
import type { Load, Outcome } from '../platforms/wire.ts'
import type { Conversation, Conversations, Direction } from './conversations.ts'
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
 * which of a desk's code takes some thousand messages, and a desk runs for weeks.
 */
const WARM_SECONDS = 10

export interface Course {
  ground: Ground
  conversations: Conversations
  seconds: number
}

/** One contestant in one direction at one pace. */
export async function carry(
  { ground, conversations, seconds }: Course,
  contestant: Contestant,
  direction: Direction,
  pace: Load['pace'],
  until: Load['until'] = 'copied',
): Promise<Carried> {
  const writers = conversations[direction].map(({ writer }: Conversation) => writer)
  const load = { writers, doors: doorsOf(contestant), secrets: { signingSecret, webhookSecret }, pace, until }
  await ground.platforms.load({ ...load, seconds: Math.min(WARM_SECONDS, seconds) })
  const [cpu, databaseCpu] = [contestant.cpuMs(), ground.databaseCpuMs()]
  const outcome = await ground.platforms.load({ ...load, seconds })
  return carried(outcome, contestant.cpuMs() - cpu, ground.databaseCpuMs() - databaseCpu)
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
