import type { Contestant } from '../contestant.ts'
import { type Conversations, type Direction, directions, routesOf, sideOf } from './conversations.ts'
import type { Ground } from './ground.ts'
import { type Course, warm } from './measure.ts'

/** Of each platform one direction: how soon it is answered. */
export const ACKNOWLEDGED: readonly Direction[] = ['Slack → Telegram', 'Telegram → Slack']
export const AT_ONCE = 32

/** All who carry the same messages, each a process of its own that stays for the whole run. */
export interface Contestants {
  /** Bots that store nothing, by the platform that is heard. */
  bare: { slack: Contestant; telegram: Contestant }
  floor: Contestant
  /** The floor that only keeps the event and acknowledges it. */
  inserts: Contestant
  desk: Contestant
}

/** They are started one after the other, and each is warmed in all it will be measured in. */
export async function startContestants(course: Course, say: (line: string) => void): Promise<Contestants> {
  const { ground, conversations } = course
  // The desk would hear what stands in the floor's inbox and send what it owes.
  const BENCH_DATABASE = await ground.copyAs('floor')
  const warmed = async (
    name: string,
    starting: Promise<Contestant>,
    of: readonly Direction[] = directions,
    until?: 'acknowledged',
  ) => {
    const contestant = await starting
    await warm(course, contestant, of, { atOnce: AT_ONCE }, until)
    say(`${name} is warm`)
    return contestant
  }
  return {
    bare: {
      slack: await warmed('bare Bolt', startBare(ground, conversations, 'slack'), from('slack')),
      telegram: await warmed('bare grammY', startBare(ground, conversations, 'telegram'), from('telegram')),
    },
    floor: await warmed('the floor', ground.start('floor.child.ts', { BENCH_DATABASE })),
    inserts: await warmed(
      'what only inserts',
      ground.start('floor.child.ts', { BENCH_DATABASE, FLOOR_INSERTS: 'yes' }),
      ACKNOWLEDGED,
      'acknowledged',
    ),
    desk: await warmed('the desk', ground.startDesk()),
  }
}

async function startBare(
  ground: Ground,
  conversations: Conversations,
  platform: 'slack' | 'telegram',
): Promise<Contestant> {
  const contestant = await ground.start(`bare-${platform}.child.ts`)
  contestant.tell({ routes: routesOf(from(platform).flatMap((direction) => conversations[direction])) })
  return contestant
}

function from(platform: string): readonly Direction[] {
  return directions.filter((direction) => sideOf(direction).from === platform)
}
