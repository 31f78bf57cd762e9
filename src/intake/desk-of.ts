import type { World } from '../acts/world.ts'
import type { Address } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { deskOfChannel } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { isAgentOf, type Standing } from './standing.ts'

/** The desks somebody may ask where they are: those whose file names their platform, and those they work for. */
export function desksFor(world: Pick<World, 'desks'>, standing: Standing): readonly Desk[] {
  return world.desks.filter((desk) => serves(desk, standing.platform) || isAgentOf(desk, standing))
}

/** @throws Refusal `no-such-desk` where the desk's file does not name their platform, and they do not work for it */
export function refuseUnserved(desk: Desk, standing: Standing): void {
  if (!serves(desk, standing.platform) && !isAgentOf(desk, standing)) throw new Refusal('no-such-desk')
}

function serves({ channels }: Desk, platform: Address['platform']): boolean {
  return channels[platform] !== undefined
}

/** The desk a place belongs to, or the only one that serves its platform; undefined: the person chooses (design.md §8). */
export function deskAt(world: Pick<World, 'desks'>, at: Pick<Address, 'platform' | 'chat'>): Desk | undefined {
  const [only, another] = world.desks.filter((desk) => serves(desk, at.platform))
  return deskOfChannel(world.desks, at.platform, at.chat) ?? (another ? undefined : only)
}

/** A type that asks nothing of its own: words alone make a ticket of it. The first such type of the desk, if it leads. */
export function plainType(desk: Desk): string | undefined {
  const [first] = desk.types
  const asks = first.fields.some((field) => field.required) || first.asks.includes('category')
  return asks ? undefined : first.id
}

/** Where the requester hears of a ticket asked for here: the desk's intake channel, else their own chat with us. */
export function requesterAt(desk: Desk, at: Address, platformId: string): Address {
  const inChannel = at.platform === 'slack' && desk.channels.slack?.intake.includes(at.chat)
  return { platform: at.platform, account: at.account, chat: inChannel ? at.chat : platformId }
}
