import type { Platform } from '../adapter.ts'
import type { LaneAsked, Taken } from '../ports/lanes.ts'
import type { Pace } from './pace.ts'
import type { Relaying } from './relay.ts'

/** How many lanes of a platform may be begun at this moment. */
type Room = (platform: Platform) => number

interface Beginning {
  /** What may be sent now, already ours. */
  taken: (one: Taken) => void
  /** A lane with a past, to be claimed by itself. */
  stuck: (lane: string) => void
}

/** Looks at the lanes, and begins what is well before anybody asks what is in trouble. */
export function laneChoice(relaying: Relaying, paces: ReadonlyMap<Platform, Pace>) {
  const { store, holder, realNow } = relaying
  return async (room: Room, busy: ReadonlyMap<string, unknown>, begin: Beginning): Promise<void> => {
    const waiting = (await store.lanes.waiting()).filter((lane) => !busy.has(lane))
    const asked = askedOf(relaying, paces, waiting, room)
    const taken = asked.length === 0 ? [] : await store.lanes.take(asked, holder)
    for (const one of taken) {
      paces.get(one.row.to.platform)?.spend(realNow())
      begin.taken(one)
    }
    const mine = new Set(taken.map(({ lane }) => lane))
    const left = waiting.filter((lane) => !mine.has(lane) && room(partsOf(lane).platform) > 0)
    if (left.length === 0) return
    for (const lane of await store.lanes.stuck(left, holder)) if (room(partsOf(lane).platform) > 0) begin.stuck(lane)
  }
}

/** Lanes with what their chats take, no more than may be begun, nor than their account has room for. */
function askedOf(
  { platforms, realNow, budgetOf }: Relaying,
  paces: ReadonlyMap<Platform, Pace>,
  waiting: readonly string[],
  room: Room,
): LaneAsked[] {
  const left = new Map<Platform, number>()
  const asked: LaneAsked[] = []
  for (const lane of waiting) {
    const { platform, chat } = partsOf(lane)
    const adapter = platforms.get(platform)
    const pace = paces.get(platform)
    if (!adapter || !pace) continue
    const free = left.get(platform) ?? Math.min(room(platform), pace.room(realNow()))
    left.set(platform, free - 1)
    if (free > 0) asked.push({ lane, ...(budgetOf?.(adapter, chat) ?? adapter.budget(chat).chat) })
  }
  return asked
}

export function partsOf(lane: string): { platform: Platform; chat: string } {
  const [platform = '', , chat = ''] = lane.split(':')
  // The lane's name begins with its platform, as `laneOf` made it.
  return { platform: platform as Platform, chat }
}
