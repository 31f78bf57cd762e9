import type { Desk } from '../domain/desk/desk.ts'
import type { Place as Channel } from '../domain/desk/platform-id.ts'
import { triageChannels } from '../domain/desk/questions.ts'
import { nameOfError } from '../ports/log.ts'
import type { Platforms } from '../ports/platforms.ts'
import type { Store } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import type { World } from './world.ts'

/** The channels of agents that people of other companies read, too (Slack Connect), as `lookForStrangers` last saw them. */
export interface SharedChannels {
  now: Set<string>
  /** Looks begun so far, and of each channel the one that told last: of two at a time the later begun is right. */
  looks: number
  toldBy: Map<string, number>
}

/** Nobody has looked yet. */
export function sharedChannels(): SharedChannels {
  return { now: new Set(), looks: 0, toldBy: new Map() }
}

const nameOf = ({ platform, chat }: Channel): string => `${platform}:${chat}`

/**
 * Do people of other companies read what is said there? Then nothing internal is: no note, no word among agents, no
 * line of the desk's own (platforms.md §A3.8).
 */
export function isShared({ shared }: Pick<World, 'shared'>, channel: Channel): boolean {
  return shared?.now.has(nameOf(channel)) ?? false
}

/** May agents be told here what the requester is not? Their own chats are never shared. */
export function isOurs(world: Pick<World, 'shared'>, place: Pick<Place, 'platform' | 'chat' | 'personId'>): boolean {
  return place.personId !== null || !isShared(world, place)
}

/** Asks of every channel agents work in. One that cannot be asked about stays what it was. Returns how many are another now. */
export async function lookForStrangers(store: Store, world: World, platforms: Platforms): Promise<number> {
  const { shared, log } = world
  if (!shared) return 0
  const look = ++shared.looks
  const askedAt = await store.sharedChannels.hour()
  let turned = 0
  for (const channel of channelsOf(world.desks)) {
    const { platform, chat } = channel
    const is = await platforms
      .get(platform)
      ?.strangersIn(chat)
      .catch((error: unknown) => {
        log.warn({ chat, error: nameOfError(error) }, 'channel-not-seen')
        return undefined
      })
    // Asked earlier and answered later, it tells of what was: strangers who have come since would be taken for gone.
    if (is === undefined || look < (shared.toldBy.get(nameOf(channel)) ?? 0)) continue
    shared.toldBy.set(nameOf(channel), look)
    if (is !== isShared(world, channel)) {
      turned += 1
      turn(world, shared, channel, is)
    }
    // Other processes have not asked yet: they read it when they send.
    await store.sharedChannels.tell(channel, is, askedAt)
  }
  return turned
}

function turn({ log }: World, { now }: SharedChannels, channel: Channel, shared: boolean): void {
  const { platform, chat } = channel
  if (shared) {
    now.add(nameOf(channel))
    log.warn({ platform, chat }, 'triage-channel-is-shared-with-another-company')
  } else {
    now.delete(nameOf(channel))
    log.info({ platform, chat }, 'triage-channel-is-ours-again')
  }
}

function channelsOf(desks: readonly Desk[]): Channel[] {
  return [...new Map(desks.flatMap(triageChannels).map((channel) => [nameOf(channel), channel])).values()]
}
