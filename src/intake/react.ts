import type { Inbound, Reacted } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { deskOfChannel } from '../domain/desk/questions.ts'
import type { Platforms } from '../ports/platforms.ts'
import { crossReaction } from './cross-reaction.ts'
import type { Hearing } from './hearing.ts'
import { raiseMessage } from './raise-message.ts'

/**
 * An emoji that asks for a ticket comes without the message it is on: this has it fetched, before any transaction.
 * Any other emoji, and everything else, stays as it is.
 */
export async function withSource(platforms: Platforms, desks: readonly Desk[], inbound: Inbound): Promise<Inbound> {
  if (inbound.does !== 'react' || desksAsked(desks, inbound).length === 0) return inbound
  const source = await platforms.get(inbound.at.platform)?.fetchMessage(inbound.at.chat, inbound.message)
  return { ...inbound, source }
}

/** The desk's emoji on a message makes a ticket of it; any other on a message of a ticket goes to its twins. */
export async function onReacted(hearing: Hearing<Reacted>): Promise<string> {
  const { world, inbound, standing } = hearing
  if (standing.kind === 'bot') return 'not-ours'
  const [desk, another] = desksAsked(world.desks, inbound)
  if (!desk) return crossReaction(hearing)
  if (!inbound.source) return 'message-gone'
  return raiseMessage(hearing, another ? undefined : desk, inbound.source)
}

/** The desks whose emoji this is, here: the channel's own desk, else any. */
function desksAsked(desks: readonly Desk[], { at, emoji, gone }: Reacted): Desk[] {
  if (gone) return []
  const here = deskOfChannel(desks, at.platform, at.chat)
  return (here ? [here] : desks).filter(({ channels }) => channels.slack?.emoji === emoji)
}
