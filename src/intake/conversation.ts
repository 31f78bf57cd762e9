import { buttonFor } from '../acts/buttons.ts'
import { changeTicket } from '../acts/change.ts'
import { isOurs } from '../acts/shared-channels.ts'
import { keepWords } from '../acts/speak.ts'
import { deskById } from '../acts/world.ts'
import type { Edited, Said } from '../adapter.ts'
import { type Audience, audienceOf } from '../domain/audience.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { mayDo } from '../domain/desk/questions.ts'
import type { Actor } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { keepWords as keep } from '../domain/ticket/block.ts'
import { mayEnter } from '../domain/ticket/enter.ts'
import { note } from '../domain/ticket/note.ts'
import { replyAsAgent, replyAsRequester } from '../domain/ticket/reply.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type Sentence, say } from '../ports/content.ts'
import type { Place } from '../ports/store.ts'
import { admitWords, isToldAlready } from './admit.ts'
import { answer, type Hearing, meetOther, whisper } from './hearing.ts'
import { survivorOf } from './merge.ts'
import { saysNothing, thanked } from './noise.ts'
import { actorOf, isAgentOf } from './standing.ts'

/** Words in a ticket's triage thread: who hears them is the desk's reply mode and one pure function. */
export async function heardInTriage(hearing: Hearing<Said>, ticket: Ticket, place: Place): Promise<string> {
  const { unit, world, inbound, person, standing } = hearing
  const desk = deskById(world, ticket.deskId)
  const by = actorOf(desk, person, standing)
  const byAgent = isAgentOf(desk, standing)
  const { audience, text } = audienceOf({ ...inbound, mode: desk.reply, byAgent })
  const words = {
    ticketId: ticket.id,
    side: 'agent' as const,
    authorId: person.id,
    text,
    enclosures: inbound.enclosures,
    occurredAt: inbound.occurredAt,
    original: inbound,
  }

  if (audience === 'requester' && isInside(ticket, desk, by, place)) {
    if (!mayDo(desk, by.roles, 'reply')) throw new Refusal('not-allowed', { act: 'reply' })
    const message = await keepWords(unit, world, { ...words, kind: 'message' })
    await changeTicket(
      unit,
      world,
      ticket.id,
      (now, its) => replyAsAgent(now, its, by, message.id),
      occasion(inbound, message, place),
    )
    return 'replied'
  }
  const message = await keepWords(unit, world, { ...words, kind: 'note' })
  await changeTicket(
    unit,
    world,
    ticket.id,
    (now) => note(now, person.id, message.id),
    occasion(inbound, message, place),
  )
  if (!byAgent) return answer(hearing, say('not-an-agent', { desk: desk.name.en }), 'not-an-agent')
  if (!isInside(ticket, desk, by, place)) return answer(hearing, say('private-goes-on-elsewhere', {}), 'noted')
  // It was read as it was written: all that is left is to say so.
  if (!isOurs(world, place)) return held(hearing, ticket, message.id, say('held-shared', {}))
  return heldBack(hearing, ticket, message.id, audience)
}

/** Of a private ticket only what its own people write in their own chats goes on: the channel's thread is everybody's. */
export function isInside(ticket: Ticket, desk: Desk, by: Actor, place: Place): boolean {
  return ticket.privateTo === null || (place.open && mayEnter(ticket, desk, by))
}

/** Where a mark or a name holds it back it stays inside, and its author is told so, with the way out. */
export async function heldBack(
  hearing: Hearing<Said | Edited>,
  ticket: Ticket,
  messageId: string,
  audience: Audience,
): Promise<string> {
  if (audience === 'held-slashes') return held(hearing, ticket, messageId, say('held-note', {}))
  if (audience === 'held-mention')
    return held(hearing, ticket, messageId, say('held-mention', { name: await colleague(hearing) }))
  if (audience === 'held-secret') return held(hearing, ticket, messageId, say('held-secret', {}))
  return 'noted'
}

/** Its author alone is told, with the button that sends it all the same. */
export async function held(hearing: Hearing, ticket: Ticket, messageId: string, sentence: Sentence): Promise<string> {
  const button = buttonFor(hearing.world.ids, { act: 'send-anyway', ticketId: ticket.id, messageId })
  await hearing.unit.buttons.keep([button])
  await hearing.unit.deliveries.owe([
    whisper(hearing, [sentence], [[{ kind: 'button', id: button.id, label: say('button-send-anyway', {}) }]]),
  ])
  return 'held'
}

async function colleague(hearing: Hearing): Promise<string> {
  const [first] = hearing.others.keys()
  const other = first === undefined ? undefined : await meetOther(hearing, first)
  return other?.person.name ?? ''
}

/** Words in the requester's thread or chat. Somebody else's there, and thanks after the end, are a note for the agents and change nothing. */
export async function heardFromRequester(hearing: Hearing<Said>, asked: Ticket, place: Place): Promise<string> {
  const { unit, world, inbound, person } = hearing
  const ticket = (await survivorOf(unit, asked)) ?? asked
  const thanks = isOver(ticket) && saysNothing(hearing)
  const own = person.id === ticket.requesterId && !thanks
  if ((await admitWords(hearing, ticket.deskId)) === 'kept') return keepBlocked(hearing, ticket)
  const message = await keepWords(unit, world, {
    ticketId: ticket.id,
    kind: own ? 'message' : 'note',
    side: 'requester',
    authorId: person.id,
    text: inbound.text,
    enclosures: inbound.enclosures,
    occurredAt: inbound.occurredAt,
    original: inbound,
  })
  await changeTicket(
    unit,
    world,
    ticket.id,
    (now, desk) => (own ? replyAsRequester(now, desk, person.id, message.id) : note(now, person.id, message.id)),
    occasion(inbound, message, place),
  )
  if (thanks && person.id === ticket.requesterId) return thanked(hearing, ticket)
  return own ? 'asked' : 'noted'
}

/** What a blocked person writes stays with the ticket, and goes no further; they are told that once. */
async function keepBlocked(hearing: Hearing<Said>, ticket: Ticket): Promise<string> {
  const { unit, world, inbound, person } = hearing
  const message = await keepWords(unit, world, {
    ticketId: ticket.id,
    kind: 'note',
    side: 'requester',
    authorId: person.id,
    text: inbound.text,
    enclosures: inbound.enclosures,
    occurredAt: inbound.occurredAt,
    original: inbound,
  })
  await changeTicket(unit, world, ticket.id, () => keep(person.id, message.id), { occurredAt: inbound.occurredAt })
  if (await isToldAlready(unit, person, inbound, ticket.deskId)) return 'kept'
  return answer(hearing, say('blocked-told', {}), 'kept')
}

/** Thanks do not reopen what is solved, and are no reason to say that it is closed for good. */
function isOver({ stage }: Ticket): boolean {
  return stage === 'resolved' || stage === 'closed'
}

function occasion(inbound: Said, message: Awaited<ReturnType<typeof keepWords>>, place: Place) {
  return { occurredAt: inbound.occurredAt, messages: [message], origin: place.id }
}
