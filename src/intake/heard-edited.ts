import { deskById } from '../acts/world.ts'
import type { Edited } from '../adapter.ts'
import { type Audience, audienceOf } from '../domain/audience.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { secretIn } from '../domain/secrets.ts'
import { leadingMention } from '../domain/text/prefix.ts'
import type { Text } from '../domain/text/text.ts'
import { deskHeardOn } from '../domain/ticket/heard-on.ts'
import type { Message } from '../domain/ticket/message.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Place } from '../ports/tickets.ts'
import type { SaidNow } from './album.ts'
import { audienceInTheOpen } from './conversation.ts'
import type { Hearing } from './hearing.ts'
import { isAgentOf } from './standing.ts'

/**
 * Who hears a message after an edit of it, and its words without their mark. An answer loses its requester only by what
 * its author now wrote, not by where its ticket, or they themselves, have gone since.
 */
export async function heardEdited(
  hearing: Hearing<Edited>,
  { message, ticket, place, said }: { message: Message; ticket: Ticket; place: Place | undefined; said: SaidNow },
): Promise<{ audience: Audience; text: Text }> {
  if (message.side === 'requester') return { audience: 'requester', text: said.text }
  const { world, inbound, standing } = hearing
  const desk = deskById(world, ticket.deskId)
  const byAgent = message.kind === 'message' || isAgentOf(desk, standing)
  if (place?.side === 'requester' && byAgent) return stillSent(message, said, audienceInTheOpen(said))
  const mode = await modeFor(hearing, ticket, desk, message)
  return stillSent(message, said, audienceOf({ ...said, mode, byAgent, byBot: false, broadcast: inbound.broadcast }))
}

/**
 * Where the ticket has changed desk, an edit with no mark changes nothing: what went out of a desk that asks for no `>>`
 * stays out on one that does, and what stayed inside for want of it does not go out on one that asks for none.
 */
async function modeFor(
  { unit, world }: Pick<Hearing, 'unit' | 'world'>,
  ticket: Ticket,
  desk: Desk,
  message: Message,
): Promise<Desk['reply']> {
  const asItIs = message.kind === 'message' ? 'direct' : 'explicit'
  if (desk.reply === asItIs) return asItIs
  const then = deskHeardOn(ticket, message.id, await unit.tickets.history(ticket.id))
  return world.desks.find((one) => one.desk === then)?.reply ?? asItIs
}

/**
 * What went out all the same, though it opens by naming a colleague, holds a secret or went to the whole channel, too,
 * stays out while it does. `before`: what it said, each part of an album by itself.
 */
function stillSent(
  message: Message,
  { before = [message.text] }: SaidNow,
  heard: { audience: Audience; text: Text },
): { audience: Audience; text: Text } {
  const sent = { ...heard, audience: 'requester' } as const
  if (message.kind !== 'message') return heard
  // That the channel reads it, too, is nothing an edit of its words has changed.
  if (heard.audience === 'held-broadcast') return sent
  if (heard.audience === 'held-secret') return secretIn(message.text) ? sent : heard
  if (heard.audience === 'held-mention') return before.some((part) => leadingMention(part)) ? sent : heard
  return heard
}
