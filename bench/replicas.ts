import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Contestant } from './contestant.ts'
import { latencyOf } from './latency.ts'
import { type Conversations, openConversations } from './mirror/conversations.ts'
import { doorsOf, type Ground, openGround, signingSecret, webhookSecret } from './mirror/ground.ts'
import type { Load, Outcome, Writer } from './platforms/wire.ts'
import { atLeast, atMost, type Line, machine, publish, times } from './table.ts'

const REPLICAS = [1, 2, 4]
const CONVERSATIONS = 64
/** For each process, as many as one has: of fewer each shares its commits among fewer, and what is measured is that. */
const AT_ONCE = 64
/** For each process: until then most of what it costs is that its code is not compiled yet, and a desk runs for weeks. */
const WARM_SECONDS = 20
/** While order is looked at: so many people, each writing again before the last words are shown. */
const HASTY = 8
const HASTY_PER_SECOND = 40
/** Two processes carry no less than one, wherever the machine is full. */
const NO_LESS = 0.8
const LOST = 0

/**
 * `npm run bench -- replicas [--seconds N] [--quick]`: what one, two and four processes carry together, and where that
 * stops growing; see README.md beside this file. A quick run is for a smoke: it is not kept.
 */
export async function benchReplicas(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { seconds: { type: 'string', default: '20' }, quick: { type: 'boolean', default: false } },
  })
  const seconds = values.quick ? 2 : z.coerce.number().positive().parse(values.seconds)
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const ground = await openGround()
  try {
    const first = await ground.startDesk()
    const conversations = await openConversations(ground, first, values.quick ? 16 : CONVERSATIONS)
    await first.stop()
    const found: Carried[] = []
    for (const replicas of REPLICAS) {
      const carried = await carryBy(ground, conversations, replicas, seconds)
      found.push(carried)
      say(told(carried))
    }
    return await publish('replicas', judge(found), { kept: !values.quick })
  } finally {
    await ground.close()
  }
}

/** What so many processes carried together; CPU in cores kept busy. */
interface Carried {
  replicas: number
  outcome: Outcome
  hasty: Outcome
  desks: number
  database: number
  platforms: number
}

async function carryBy(
  ground: Ground,
  conversations: Conversations,
  replicas: number,
  seconds: number,
): Promise<Carried> {
  const writers = Object.values(conversations)
    .flat()
    .map(({ writer }) => writer)
  const carried = await withDesks(ground, replicas, {}, async (desks) => {
    const load = loadOn(desks, writers)
    const pace = { atOnce: AT_ONCE * replicas }
    await ground.platforms.load({ ...load, pace, seconds: Math.min(WARM_SECONDS, seconds) * replicas })
    await ground.tidy()
    const cpuOfDesks = (): number => desks.reduce((sum, desk) => sum + desk.cpuMs(), 0)
    const [before, databaseBefore] = [cpuOfDesks(), ground.databaseCpuMs()]
    const outcome = await ground.platforms.load({ ...load, pace, seconds })
    const busy = (cpuMs: number): number => cpuMs / 1000 / outcome.seconds
    const [deskCpu, databaseCpu] = [cpuOfDesks() - before, ground.databaseCpuMs() - databaseBefore]
    return { outcome, desks: busy(deskCpu), database: busy(databaseCpu), platforms: busy(outcome.cpuMs) }
  })
  // Slack's messages wait for earlier ones here, as they do for people: that wait is what keeps their order.
  const hasty = await withDesks(ground, replicas, { DESK_HOLDS: 'yes' }, async (desks) => {
    const pace = { perSecond: HASTY_PER_SECOND }
    return ground.platforms.load({ ...loadOn(desks, writers.slice(0, HASTY)), pace, seconds })
  })
  return { replicas, hasty, ...carried }
}

async function withDesks<T>(
  ground: Ground,
  replicas: number,
  env: Record<string, string>,
  work: (desks: readonly Contestant[]) => Promise<T>,
): Promise<T> {
  const desks: Contestant[] = []
  try {
    while (desks.length < replicas) desks.push(await ground.startDesk(env))
    return await work(desks)
  } finally {
    for (const desk of desks) await desk.stop()
  }
}

function loadOn(desks: readonly Contestant[], writers: readonly Writer[]): Omit<Load, 'pace' | 'seconds'> {
  const [doors, ...alsoAt] = desks.map(doorsOf)
  if (!doors) throw new Error('no process takes requests')
  return { writers, doors, alsoAt, secrets: { signingSecret, webhookSecret }, until: 'copied' }
}

function judge(found: readonly Carried[]): Line[] {
  const [one] = found
  const alone = perSecond(one)
  const sum = (what: 'lost' | 'doubled' | 'unordered') =>
    found.reduce((total, { outcome, hasty }) => total + outcome[what] + hasty[what], 0)
  return [
    ...found
      .slice(1)
      .map((carried) =>
        atLeast(`${carried.replicas} processes, of what one carries`, perSecond(carried) / alone, NO_LESS, times),
      ),
    atMost('messages lost', sum('lost'), LOST),
    atMost('messages doubled', sum('doubled'), LOST),
    atMost('messages shown after later ones of the same person', sum('unordered'), LOST),
    ...found.map((carried) => ({
      what: `${carried.replicas} ${carried.replicas === 1 ? 'process' : 'processes'}`,
      found: told(carried),
    })),
    { what: 'where it stops growing', found: whyItStops(found) },
    machine(),
  ]
}

/** The machine's cores are the first limit wherever they are all busy; what is left of them is waiting. */
function whyItStops(found: readonly Carried[]): string {
  const cores = availableParallelism()
  const full = found.find(({ desks, database, platforms }) => desks + database + platforms > 0.9 * cores)
  if (!full) return 'not within these: no core is full'
  const { replicas, desks, database, platforms } = full
  const share = (busy: number): string => `${((busy / cores) * 100).toFixed(0)} %`
  return `at ${replicas}: all ${cores} cores are busy, desks ${share(desks)}, PostgreSQL ${share(database)}, the platforms of the bench ${share(platforms)}`
}

function told({ replicas, outcome, hasty, desks, database, platforms }: Carried): string {
  const { p50, p99 } = latencyOf(outcome.latency)
  const each = (busy: number): string =>
    `${((busy * 1000 * outcome.seconds) / Math.max(1, outcome.messages)).toFixed(2)} ms`
  return (
    `${replicas}: ${perSecond({ outcome }).toFixed(0)}/s at ${AT_ONCE * replicas} at once, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms; ` +
    `CPU a message: desks ${each(desks)}, PostgreSQL ${each(database)}, platforms ${each(platforms)}; ` +
    `in haste ${hasty.messages} messages, ${hasty.unordered} out of order, ${hasty.late} marked late`
  )
}

function perSecond(carried: Pick<Carried, 'outcome'> | undefined): number {
  return carried ? carried.outcome.messages / carried.outcome.seconds : Number.NaN
}
