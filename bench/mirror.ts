import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ACKNOWLEDGED, AT_ONCE, type Contestants, startContestants } from './mirror/contestants.ts'
import { directions, listsPerDirection, openConversations, sideOf } from './mirror/conversations.ts'
import { openGround } from './mirror/ground.ts'
import { judge, type Measured, type Turns, told } from './mirror/judge.ts'
import { type Carried, type Course, carry } from './mirror/measure.ts'
import { machine, publish } from './table.ts'

const CONVERSATIONS = 64

/**
 * `npm run bench -- mirror [--seconds N] [--rounds N] [--rate N] [--quick]`: what a mirrored message costs beside a bot that
 * stores nothing and beside the bare rows; see README.md beside this file. A quick run is for a smoke: it is not kept.
 */
export async function benchMirror(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '5' },
      // Messages a second of the open loop.
      rate: { type: 'string', default: '200' },
      quick: { type: 'boolean', default: false },
    },
  })
  const number = z.coerce.number().positive()
  const seconds = values.quick ? 0.4 : number.parse(values.seconds)
  const rounds = values.quick ? 1 : number.int().parse(values.rounds)
  const rate = number.parse(values.rate)
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const ground = await openGround()
  try {
    const first = await ground.startDesk()
    const conversations = await openConversations(ground, first, values.quick ? AT_ONCE : CONVERSATIONS)
    await first.stop()
    say(`${Object.values(conversations).flat().length} tickets are open`)
    const measured = await measureAll({ ground, conversations, seconds }, { rounds, rate }, say)
    return await publish('mirror', [...judge(measured), machine()], { kept: !values.quick })
  } finally {
    await ground.close()
  }
}

async function measureAll(
  course: Course,
  { rounds, rate }: { rounds: number; rate: number },
  say: (line: string) => void,
): Promise<Measured> {
  const { ground } = course
  const contestants = await startContestants(course, say)
  const atOnce = await inTurns(course, contestants, AT_ONCE, rounds, say)
  await contestants.floor.ask()
  const alone = await inTurns(course, contestants, 1, 1, say)
  // What the child answers: see its `on('message')`.
  const { databaseMs } = (await contestants.floor.ask()) as { databaseMs: number }
  const { desk, bare } = contestants
  const open = listsPerDirection<Carried>()
  for (const direction of directions) open[direction].push(await carry(course, desk, direction, { perSecond: rate }))
  const rssBytes = { desk: desk.rssBytes(), bare: bare.slack.rssBytes() }
  await desk.stop()
  const patient = await ground.startDesk({ DESK_HOLDS: 'yes' })
  const held = await carry(course, patient, 'Slack → Telegram', { atOnce: 1 })
  await patient.stop()
  return { atOnce, alone, databaseMs, open, rate, held, rssBytes }
}

/**
 * So many rounds in which all have their turn in each direction, one right after the other: what else goes on on the
 * machine, which is much in some minutes, goes on for all of them.
 */
async function inTurns(
  course: Course,
  { bare, floor, inserts, desk }: Contestants,
  atOnce: number,
  rounds: number,
  say: (line: string) => void,
): Promise<Turns> {
  const turns: Turns = {
    bare: listsPerDirection(),
    floor: listsPerDirection(),
    desk: listsPerDirection(),
    inserts: listsPerDirection(),
  }
  for (let round = 1; round <= rounds; round++) {
    await course.ground.tidy()
    for (const direction of directions) {
      const carrying = [
        ['bare', bare[sideOf(direction).from], 'copied'],
        ['floor', floor, 'copied'],
        ['desk', desk, 'copied'],
        ...(atOnce > 1 && ACKNOWLEDGED.includes(direction) ? [['inserts', inserts, 'acknowledged'] as const] : []),
      ] as const
      for (const [name, contestant, until] of carrying) {
        const carried = await carry(course, contestant, direction, { atOnce }, until)
        turns[name][direction].push(carried)
        say(`${round}: ${name}, ${direction}, ${atOnce} at once: ${told(carried)}, lost ${carried.lost}`)
      }
    }
  }
  return turns
}
