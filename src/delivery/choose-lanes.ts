import type { Adapter, Budget, Platform } from '../adapter.ts'
import type { LaneAsked, Taken, TakenTogether } from '../ports/lanes.ts'
import type { Pace } from './pace.ts'
import type { Relaying } from './relaying.ts'

/** How many lanes of a platform may be begun at this moment. */
type Room = (platform: Platform) => number

interface Beginning {
  /** What may be sent now, already ours. */
  taken: (one: Taken) => void
  /** A lane with a past, to be claimed by itself. */
  stuck: (lane: string) => void
}

export interface LaneChoice {
  /** Looks at the lanes, and begins what is well before anybody asks what is in trouble. */
  look(room: Room, busy: ReadonlyMap<string, unknown>, begin: Beginning): Promise<void>
  /**
   * What this lane's chat takes, where something may be sent there at once: nothing is known to wait there, and its account
   * has room. Whoever is told so says with `spent` whether a call was made of it.
   */
  atOnce(lane: string): (Budget & { spent: (made: boolean) => void }) | undefined
  /** More waits in this lane, as far as whoever sent there knows. */
  more(lane: string): void
}

const NONE: TakenTogether = { taken: [], unreadable: [] }

/** One for each relay: what it found and did not begin it keeps from look to look. */
export function laneChoice(relaying: Relaying, paces: ReadonlyMap<Platform, Pace>): LaneChoice {
  const { store, holder, log, realNow } = relaying
  /** Lanes with something that waits, of those a look has found and not begun. They are the look's: it may be taking them. */
  let waiting = new Set<string>()
  /** Calls of each platform that somebody may make at once. */
  const promised = new Map<Platform, number>()
  const promise = (platform: Platform, more: number): void =>
    void promised.set(platform, (promised.get(platform) ?? 0) + more)
  const roomOf = (platform: Platform): number =>
    (paces.get(platform)?.room(realNow()) ?? 0) - (promised.get(platform) ?? 0)
  return {
    async look(room, busy, begin) {
      const found = (await store.lanes.waiting()).filter((lane) => !busy.has(lane))
      waiting = new Set(found)
      const asked = askedOf(relaying, roomOf, found, room)
      const { taken, unreadable } = asked.length === 0 ? NONE : await store.lanes.take(asked, holder)
      for (const lane of unreadable) {
        log.error({ lane }, 'delivery-unreadable')
        waiting.delete(lane)
      }
      for (const one of taken) {
        paces.get(one.row.to.platform)?.spend(realNow())
        waiting.delete(one.lane)
        begin.taken(one)
      }
      const left = [...waiting].filter((lane) => !busy.has(lane) && room(partsOf(lane).platform) > 0)
      if (left.length === 0) return
      for (const lane of await store.lanes.stuck(left, holder, relaying.judges?.()))
        if (!busy.has(lane) && room(partsOf(lane).platform) > 0) begin.stuck(lane)
    },
    atOnce(lane) {
      const { platform, chat } = partsOf(lane)
      const adapter = relaying.platforms.get(platform)
      if (!adapter || waiting.has(lane) || roomOf(platform) < 1) return undefined
      promise(platform, 1)
      return {
        ...budgetIn(relaying, adapter, chat),
        spent(made) {
          promise(platform, -1)
          if (made) paces.get(platform)?.spend(realNow())
        },
      }
    },
    more: (lane) => void waiting.add(lane),
  }
}

/** Lanes with what their chats take, no more than may be begun, nor than their account has room for. */
function askedOf(relaying: Relaying, roomOf: Room, waiting: readonly string[], room: Room): LaneAsked[] {
  const left = new Map<Platform, number>()
  const asked: LaneAsked[] = []
  for (const lane of waiting) {
    const { platform, chat } = partsOf(lane)
    const adapter = relaying.platforms.get(platform)
    if (!adapter) continue
    const free = left.get(platform) ?? Math.min(room(platform), roomOf(platform))
    left.set(platform, free - 1)
    if (free > 0) asked.push({ lane, ...budgetIn(relaying, adapter, chat) })
  }
  return asked
}

/** What this chat takes. */
export function budgetIn({ budgetOf }: Relaying, adapter: Adapter, chat: string): Budget {
  return budgetOf?.(adapter, chat) ?? adapter.budget(chat).chat
}

/** Reads the name back; the account between the two is nobody's question here. */
export function partsOf(lane: string): { platform: Platform; chat: string } {
  const [platform = '', , chat = ''] = lane.split(':')
  // The lane's name begins with its platform, as `laneOf` made it.
  return { platform: platform as Platform, chat }
}
