import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Contestant } from './contestant.ts'
import { type Direction, directions, openConversations, routesOf, sideOf } from './mirror/conversations.ts'
import { openGround } from './mirror/ground.ts'
import { judge, type Measured } from './mirror/judge.ts'
import { type Carried, type Course, carry, warm } from './mirror/measure.ts'
import { machine, publish } from './table.ts'

const AT_ONCE = 32
const CONVERSATIONS = 64
/** Of each platform one direction: how soon it is answered. */
const ACKNOWLEDGED = ['Slack → Telegram', 'Telegram → Slack'] as const

/**
 * `npm run bench -- mirror [--seconds N] [--rate N] [--quick]`: what a mirrored message costs beside a bot that stores
 * nothing and beside the bare rows; see README.md beside this file. A quick run is for a smoke: it is not kept.
 */
export async function benchMirror(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '8' },
      // Messages a second of the open loop.
      rate: { type: 'string', default: '200' },
      quick: { type: 'boolean', default: false },
    },
  })
  const number = z.coerce.number().positive()
  const seconds = values.quick ? 0.4 : number.parse(values.seconds)
  const rate = number.parse(values.rate)
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const ground = await openGround()
  try {
    const first = await ground.startDesk()
    const conversations = await openConversations(ground, first, values.quick ? AT_ONCE : CONVERSATIONS)
    await first.stop()
    say(`${Object.values(conversations).flat().length} tickets are open`)
    const measured = await measureAll({ ground, conversations, seconds }, rate, say)
    return await publish('mirror', [...judge(measured), machine()], { kept: !values.quick })
  } finally {
    await ground.close()
  }
}

async function measureAll(course: Course, rate: number, say: (line: string) => void): Promise<Measured> {
  const { ground } = course
  const bare = await measureBare(course, say)
  const floor = await measureFloor(course, say)
  await ground.tidy()
  const inserts = await withContestant(ground.start('floor.child.ts', { FLOOR_INSERTS: 'yes' }), async (contestant) => {
    await warm(course, contestant, ACKNOWLEDGED, { atOnce: AT_ONCE }, 'acknowledged')
    return both((direction) => carry(course, contestant, direction, { atOnce: AT_ONCE }, 'acknowledged'))
  })
  const held = await withContestant(ground.startDesk({ DESK_HOLDS: 'yes' }), (contestant) =>
    carry(course, contestant, 'Slack → Telegram', { atOnce: 1 }),
  )
  await ground.tidy()
  return withContestant(ground.startDesk(), async (desk) => {
    const closed = await loops(course, desk, 'desk', say)
    const open = await each((direction) => carry(course, desk, direction, { perSecond: rate }))
    return { bare, floor, inserts, desk: { ...closed, open, rssBytes: desk.rssBytes() }, held, rate }
  })
}

/** Bolt and grammY, each with its own platform's messages. */
async function measureBare(course: Course, say: (line: string) => void): Promise<Measured['bare']> {
  const { ground, conversations } = course
  const bare = (file: string, directionsOf: readonly Direction[]) =>
    withContestant(ground.start(file), async (contestant) => {
      contestant.tell({ routes: routesOf(directionsOf.flatMap((direction) => conversations[direction])) })
      const found = await loops(course, contestant, file.replace('.child.ts', ''), say, directionsOf)
      return { ...found, rssBytes: contestant.rssBytes() }
    })
  const from = (side: string) => directions.filter((direction) => sideOf(direction).from === side)
  const slack = await bare('bare-slack.child.ts', from('slack'))
  const telegram = await bare('bare-telegram.child.ts', from('telegram'))
  return {
    atOnce: { ...slack.atOnce, ...telegram.atOnce },
    alone: { ...slack.alone, ...telegram.alone },
    rssBytes: slack.rssBytes,
  }
}

async function measureFloor({ ground, ...rest }: Course, say: (line: string) => void): Promise<Measured['floor']> {
  await ground.tidy()
  return withContestant(ground.start('floor.child.ts'), async (contestant) => {
    const course = { ground, ...rest }
    await warm(course, contestant, directions, { atOnce: AT_ONCE })
    const atOnce = await each(async (direction) =>
      told(say, 'floor', direction, await carry(course, contestant, direction, { atOnce: AT_ONCE })),
    )
    await contestant.ask()
    const alone = await each(async (direction) =>
      told(say, 'floor', direction, await carry(course, contestant, direction, { atOnce: 1 })),
    )
    // What the child answers: see its `on('message')`.
    const { databaseMs } = (await contestant.ask()) as { databaseMs: number }
    return { atOnce, alone, databaseMs }
  })
}

async function loops(
  course: Course,
  contestant: Contestant,
  name: string,
  say: (line: string) => void,
  of: readonly Direction[] = directions,
) {
  await warm(course, contestant, of, { atOnce: AT_ONCE })
  const atOnce = await each(
    async (one) => told(say, name, one, await carry(course, contestant, one, { atOnce: AT_ONCE })),
    of,
  )
  const alone = await each(async (one) => told(say, name, one, await carry(course, contestant, one, { atOnce: 1 })), of)
  return { atOnce, alone }
}

function told(say: (line: string) => void, who: string, direction: Direction, carried: Carried): Carried {
  const { perSecond, p50, p99, ackP99, lost, cpuPerMessage, databaseCpuPerMessage } = carried
  say(
    `${who}, ${direction}: ${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ack p99 ${ackP99.toFixed(1)} ms, lost ${lost}, CPU ${cpuPerMessage.toFixed(2)} + ${databaseCpuPerMessage.toFixed(2)} ms`,
  )
  return carried
}

type PerDirection = Record<Direction, Carried>

async function each(
  one: (direction: Direction) => Promise<Carried>,
  of: readonly Direction[] = directions,
): Promise<PerDirection> {
  const found: Partial<PerDirection> = {}
  for (const direction of of) found[direction] = await one(direction)
  return found as PerDirection // every direction asked for
}

async function both(one: (direction: Direction) => Promise<Carried>): Promise<{ slack: Carried; telegram: Carried }> {
  const [slack, telegram] = ACKNOWLEDGED
  return { slack: await one(slack), telegram: await one(telegram) }
}

async function withContestant<T>(
  starting: Promise<Contestant>,
  work: (contestant: Contestant) => Promise<T>,
): Promise<T> {
  const contestant = await starting
  try {
    return await work(contestant)
  } finally {
    await contestant.stop()
  }
}
