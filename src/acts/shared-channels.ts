import type { Desk } from '../domain/desk/desk.ts'
import type { Place as Channel } from '../domain/desk/platform-id.ts'
import { triageChannels } from '../domain/desk/questions.ts'
import { nameOfError } from '../ports/log.ts'
import type { Platforms } from '../ports/platforms.ts'
import type { Place } from '../ports/store.ts'
import type { World } from './world.ts'

/** The channels of agents that people of other companies read, too (Slack Connect), as `lookForStrangers` last saw them. */
export type SharedChannels = Set<string>

const nameOf = ({ platform, chat }: Channel): string => `${platform}:${chat}`

/**
 * Do people of other companies read what is said there? Then nothing internal is: no note, no word among agents, no
 * line of the desk's own (platforms.md §A3.8).
 */
export function isShared({ shared }: Pick<World, 'shared'>, channel: Channel): boolean {
  return shared?.has(nameOf(channel)) ?? false
}

/** May agents be told here what the requester is not? Their own chats are never shared. */
export function isOurs(world: Pick<World, 'shared'>, place: Pick<Place, 'platform' | 'chat' | 'personId'>): boolean {
  return place.personId !== null || !isShared(world, place)
}

/** Asks of every channel agents work in. One that cannot be asked about stays what it was. Returns how many are another now. */
export async function lookForStrangers(world: World, platforms: Platforms): Promise<number> {
  const { shared, log } = world
  if (!shared) return 0
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
    if (is === undefined || is === isShared(world, channel)) continue
    turned += 1
    if (is) {
      shared.add(nameOf(channel))
      log.warn({ platform, chat }, 'triage-channel-is-shared-with-another-company')
    } else {
      shared.delete(nameOf(channel))
      log.info({ platform, chat }, 'triage-channel-is-ours-again')
    }
  }
  return turned
}

function channelsOf(desks: readonly Desk[]): Channel[] {
  return [...new Map(desks.flatMap(triageChannels).map((channel) => [nameOf(channel), channel])).values()]
}
