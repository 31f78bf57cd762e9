import type { ButtonAct } from '../acts/buttons.ts'
import { changeTicket } from '../acts/change.ts'
import { keepWords, originalOf } from '../acts/speak.ts'
import { deskById } from '../acts/world.ts'
import type { Pressed } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { languageFor } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { replyAsRequester } from '../domain/ticket/reply.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { follows } from '../domain/ticket/watch.ts'
import { type Sentence, say } from '../ports/content.ts'
import type { Draft } from '../ports/drafts.ts'
import { refuseBlocked } from './admit.ts'
import type { Hearing } from './hearing.ts'
import { languageOf } from './hearing.ts'
import { survivorOf } from './merge.ts'
import { openWith } from './open-with.ts'
import { postTo } from './post-to.ts'

/** The choice a picker waited for: the words it held go to the ticket chosen, or make a new one. */
export async function pickTicket(
  hearing: Hearing<Pressed>,
  draft: Draft,
  act: ButtonAct,
  argument: string,
): Promise<string> {
  const { unit, world, person } = hearing
  if (act === 'choose-desk') return becomeTicket(hearing, draft, deskById(world, argument))
  const chosen = await unit.tickets.byId(argument)
  // It may have been merged since the picker was shown.
  const ticket = chosen && ((await survivorOf(unit, chosen)) ?? chosen)
  if (!ticket || !follows(ticket, person.id)) throw new Refusal('ticket-not-found', { key: '' })
  return goTo(hearing, draft, ticket)
}

/** All that a picker holds makes a new ticket. */
export async function becomeTicket(hearing: Hearing, draft: Draft, desk: Desk): Promise<string> {
  await hearing.unit.drafts.save({ ...draft, state: 'used' })
  await settled(hearing, draft, say('picked-new', {}), languageFor(desk, hearing.person.language))
  return openWith(hearing, desk, draft.body.messages)
}

/**
 * All that a picker holds goes to this ticket of theirs.
 * @throws Refusal `requester-is-blocked`
 */
export async function goTo(hearing: Hearing, draft: Draft, ticket: Ticket): Promise<string> {
  const { unit, world, person, inbound } = hearing
  await refuseBlocked(hearing, ticket.deskId)
  const place = (await unit.tickets.places(ticket.id)).find(
    ({ side, chat, open }) => side === 'requester' && open && chat === draft.chat,
  )
  for (const held of draft.body.messages) {
    const message = await keepWords(unit, world, {
      ticketId: ticket.id,
      kind: 'message',
      side: 'requester',
      authorId: person.id,
      text: held.text,
      enclosures: held.enclosures,
      occurredAt: new Date(held.occurredAt),
      original: originalOf(held, inbound.at),
    })
    await changeTicket(unit, world, ticket.id, (now, desk) => replyAsRequester(now, desk, person.id, message.id), {
      occurredAt: message.occurredAt,
      messages: [message],
      origin: place?.id,
    })
  }
  await unit.drafts.save({ ...draft, state: 'used', ticketId: ticket.id })
  await settled(hearing, draft, say('picked', { key: ticket.key }), languageOf(hearing))
  return 'picked'
}

/** The picker shows what was chosen, without its buttons. */
async function settled(hearing: Hearing, draft: Draft, sentence: Sentence, language: string): Promise<void> {
  const { asked } = draft.body
  if (asked === undefined) return
  await hearing.unit.deliveries.owe([{ ...postTo(hearing, { language, body: [sentence] }), act: 'edit', of: asked }])
}
