import { DeliveryFault, type Inbound, type Reacted } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { deskOfChannel } from '../domain/desk/questions.ts'
import type { InboxRow } from '../ports/inbox.ts'
import { NotYet } from '../ports/store.ts'
import { crossReaction } from './cross-reaction.ts'
import type { Hearing } from './hearing.ts'
import type { Handling } from './prepare.ts'
import { raiseMessage } from './raise-message.ts'

/** So long it is asked for again where it cannot be had just now (ms). */
const ASKED_FOR_MS = 3_600_000
/** How soon at first (ms); then ever more seldom. */
const AGAIN_MS = 2_000

/**
 * An emoji that asks for a ticket comes without the message it is on: this has it fetched, before any transaction.
 * Any other emoji, and everything else, stays as it is.
 */
export async function withSource(handling: Handling, inbound: Inbound, row: InboxRow): Promise<Inbound> {
  const { platforms, world } = handling
  if (inbound.does !== 'react' || desksAsked(world.desks, inbound).length === 0) return inbound
  try {
    const source = await platforms.get(inbound.at.platform)?.fetchMessage(inbound.at.chat, inbound.message)
    return { ...inbound, source }
  } catch (error) {
    throw await laterPerhaps(handling, row, error)
  }
}

/** A platform that wants quiet, or cannot be reached, wants it for longer than a row is tried. */
async function laterPerhaps({ store }: Handling, { receivedAt }: InboxRow, error: unknown): Promise<unknown> {
  if (!(error instanceof DeliveryFault) || error.fault.kind === 'refused') return error
  const waitedMs = (await store.clock.now()).getTime() - receivedAt.getTime()
  if (waitedMs >= ASKED_FOR_MS) return error
  const { fault } = error
  const waitMs = fault.kind === 'wait' ? fault.retryAfterSeconds * 1000 : Math.max(AGAIN_MS, waitedMs / 4)
  return new NotYet('the message it is on', waitMs)
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
