import type { Address, Platform } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import type { Place } from '../domain/desk/platform-id.ts'
import { signature } from '../domain/desk/questions.ts'
import type { Limits } from '../domain/limits.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Ids } from '../ports/ids.ts'
import type { Log } from '../ports/log.ts'
import type { SharedChannels } from './shared-channels.ts'

/** What acts and intake know besides one transaction: the desks, who we are on each platform, how ids are made. */
export interface World {
  desks: readonly Desk[]
  /** One process is one Slack app and one Telegram bot (design.md §8): the account on each platform that runs. */
  accountOf(platform: Platform): string | undefined
  /** A link that begins a chat with us by this parameter; undefined where a platform has none. */
  startLink?: ((platform: Platform, parameter: string) => string | undefined) | undefined
  /** Whether a person's own chat with us may have topics there: the bot's own setting, as it was at the start. Default no. */
  privateTopics?: ((platform: Platform) => boolean) | undefined
  ids: Ids
  log: Log
  /** Channels that people of other companies read, too; none unless somebody looks (`shared-channels.ts`). */
  shared?: SharedChannels | undefined
  /** What is taken in at once; default `usualLimits`. */
  limits?: Limits | undefined
}

/** The desk of a ticket or draft; one that is not in the files any more refuses. */
export function deskById(world: World, id: string): Desk {
  const desk = world.desks.find((candidate) => candidate.desk === id)
  if (!desk) throw new Refusal('no-such-desk', { desk: id })
  return desk
}

/** How an agent of this name signs to requesters of a desk; of one that is not in the files any more, by the name. */
export function signedAt({ desks }: World, id: string, name: string, language: string): string {
  const desk = desks.find((candidate) => candidate.desk === id)
  return desk ? signature(desk, name, language) : name
}

/** A place of the desk file as an address; undefined where its platform does not run. */
export function addressOf(world: World, place: Place): Address | undefined {
  const account = world.accountOf(place.platform)
  return account === undefined ? undefined : { platform: place.platform, account, chat: place.chat }
}
