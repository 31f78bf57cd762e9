import { changeTicket } from '../acts/change.ts'
import { deskById } from '../acts/world.ts'
import type { Pressed } from '../adapter.ts'
import { Refusal } from '../domain/refusal.ts'
import { withdraw } from '../domain/ticket/note.ts'
import { resolve } from '../domain/ticket/resolve.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Hearing } from './hearing.ts'
import { openWith } from './private-chat.ts'

/** The word that reopened a ticket was a new question: it leaves that ticket, which is resolved again, and opens its own. */
export async function newQuestion(hearing: Hearing<Pressed>, ticket: Ticket, messageId: string): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const message = await unit.messages.byId(messageId)
  if (!message || message.ticketId !== ticket.id || message.authorId !== person.id || message.deletedAt) {
    throw new Refusal('button-is-stale')
  }
  const original = (await unit.messages.twinsOf(messageId)).find(({ role }) => role === 'original')
  await unit.messages.remove(messageId, unit.now)
  await changeTicket(
    unit,
    world,
    ticket.id,
    (now, desk) => [
      ...withdraw(messageId, person.id),
      ...resolve(now, desk, person.id, ticket.resolution ?? 'by-requester'),
    ],
    { occurredAt: inbound.occurredAt, messages: [message] },
  )
  if (original) await unit.messages.forgetTwin(original)
  return openWith(hearing, deskById(world, ticket.deskId), [
    {
      text: message.text,
      uncarried: message.uncarried,
      chat: original?.chat ?? inbound.at.chat,
      message: original?.platformMessageId ?? messageId,
      occurredAt: message.occurredAt.toISOString(),
    },
  ])
}
