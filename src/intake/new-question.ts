import { changeTicket } from '../acts/change.ts'
import { deskById } from '../acts/world.ts'
import type { Pressed } from '../adapter.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Message } from '../domain/ticket/message.ts'
import { withdraw } from '../domain/ticket/note.ts'
import { resolve } from '../domain/ticket/resolve.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { HeldMessage } from '../ports/drafts.ts'
import { originalsOf } from './album.ts'
import type { Hearing } from './hearing.ts'
import { openWith } from './open-with.ts'

/**
 * The word that reopened a ticket was a new question: it leaves that ticket together with what was said after it, the
 * ticket is resolved again, and the words open one of their own.
 */
export async function newQuestion(hearing: Hearing<Pressed>, ticket: Ticket, messageId: string): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const first = await unit.messages.byId(messageId)
  if (!first || first.ticketId !== ticket.id || first.authorId !== person.id || first.deletedAt) {
    throw new Refusal('button-is-stale')
  }
  const messages = await unit.messages.saidFrom(first)
  const held: HeldMessage[] = []
  for (const message of messages) held.push(await taken(hearing, message))
  await changeTicket(
    unit,
    world,
    ticket.id,
    (now, desk) => [
      ...messages.flatMap(({ id }) => withdraw(id, person.id)),
      ...resolve(now, desk, person.id, 'by-requester'),
    ],
    { occurredAt: inbound.occurredAt, messages },
  )
  return openWith(hearing, deskById(world, ticket.deskId), held)
}

/** The message out of its ticket; where it was written it belongs to nothing until it is said anew. */
async function taken({ unit, inbound }: Hearing<Pressed>, message: Message): Promise<HeldMessage> {
  const originals = originalsOf(await unit.messages.twinsOf(message.id))
  await unit.messages.remove(message.id, unit.now)
  for (const original of originals) await unit.messages.forgetTwin(original)
  const [original, ...others] = originals
  return {
    text: message.text,
    enclosures: message.enclosures,
    chat: original?.chat ?? inbound.at.chat,
    message: original?.platformMessageId ?? message.id,
    joined: others.map(({ platformMessageId }) => platformMessageId),
    parts: original?.words ? originals.flatMap(({ words }) => words ?? []) : undefined,
    occurredAt: message.occurredAt.toISOString(),
  }
}
