import { changeTicket } from '../acts/change.ts'
import { keptButton } from '../acts/kept-button.ts'
import { isOurs } from '../acts/shared-channels.ts'
import { keepWords, type Words } from '../acts/speak.ts'
import { deskById } from '../acts/world.ts'
import { type Edited, type Said, traits } from '../adapter.ts'
import { type Audience, audienceOf } from '../domain/audience.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { mayDo } from '../domain/desk/questions.ts'
import { isOverForGood } from '../domain/grace.ts'
import type { Actor } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { keepWords as keep } from '../domain/ticket/block.ts'
import { mayEnter } from '../domain/ticket/enter.ts'
import type { Message } from '../domain/ticket/message.ts'
import { note } from '../domain/ticket/note.ts'
import { replyAsAgent, replyAsRequester } from '../domain/ticket/reply.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { follows } from '../domain/ticket/watch.ts'
import { type Sentence, say } from '../ports/content.ts'
import type { Place } from '../ports/tickets.ts'
import { admitWords, isToldAlready } from './admit.ts'
import { readsAlong } from './by-key.ts'
import { latestIn } from './foresee.ts'
import { answer, type Hearing, meetOther, whisper } from './hearing.ts'
import { survivorOf } from './merge.ts'
import { saysNothing, thanked } from './noise.ts'
import { asColleague } from './organisation/colleague.ts'
import { followerOf, followUp } from './relate/follow-up.ts'
import { actorOf, isAgentOf } from './standing.ts'

/**
 * Words in a ticket's triage thread: who hears them is the desk's reply mode and one pure function. An agent who asked
 * for the ticket is heard there as its requester (sla.md S10).
 */
export async function heardInTriage(hearing: Hearing<Said>, ticket: Ticket, place: Place): Promise<string> {
  const { unit, world, inbound, person, standing } = hearing
  const desk = deskById(world, ticket.deskId)
  const by = actorOf(desk, person, standing)
  const byAgent = isAgentOf(desk, standing)
  const { audience, text } = audienceOf({ ...inbound, mode: desk.reply, byAgent })
  if (audience === 'requester' && isInside(ticket, desk, by, place)) {
    const own = ticket.requesterId === person.id
    if (own && isOver(ticket) && saysNothing(hearing)) return thankedInside(hearing, ticket, place)
    if (!own && !mayDo(desk, by.roles, 'reply')) throw new Refusal('not-allowed', { act: 'reply' })
    const side = own ? 'requester' : 'agent'
    const message = await keepSaid(hearing, ticket, { kind: 'message', side, text })
    await changeTicket(
      unit,
      world,
      ticket.id,
      (now, its) => replyAsAgent(now, its, by, message.id),
      occasion(inbound, message, place),
    )
    return own ? 'asked' : 'replied'
  }
  const message = await keepNote(hearing, ticket, place, { side: 'agent', text })
  if (!byAgent) return answer(hearing, say('not-an-agent', { desk: desk.name.en }), 'not-an-agent')
  if (!isInside(ticket, desk, by, place)) return answer(hearing, say('private-goes-on-elsewhere', {}), 'noted')
  // It was read as it was written: all that is left is to say so.
  if (!isOurs(world, place)) return held(hearing, ticket, message.id, say('held-shared', {}))
  return heldBack(hearing, ticket, message.id, audience)
}

/** Thanks of an agent whose own ticket is solved: a note, and it stays solved. */
async function thankedInside(hearing: Hearing<Said>, ticket: Ticket, place: Place): Promise<string> {
  await keepNote(hearing, ticket, place, { side: 'requester', text: hearing.inbound.text })
  return thanked(hearing, ticket)
}

/** Kept with the ticket, for the agents alone. */
async function keepNote(
  hearing: Hearing<Said>,
  ticket: Ticket,
  place: Place,
  said: Pick<Message, 'side' | 'text'>,
): Promise<Message> {
  const { unit, world, inbound, person } = hearing
  const message = await keepSaid(hearing, ticket, { kind: 'note', ...said })
  const decide = (now: Ticket) => note(now, person.id, message.id)
  await changeTicket(unit, world, ticket.id, decide, occasion(inbound, message, place))
  return message
}

/** Of a private ticket only what its own people write in their own chats goes on: the channel's thread is everybody's. */
export function isInside(ticket: Ticket, desk: Desk, by: Actor, place: Place): boolean {
  return ticket.privateTo === null || (place.open && mayEnter(ticket, desk, by))
}

/** Where a mark, a name, a secret or the whole channel holds it back it stays inside, and its author is told so, with the way out. */
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
  if (audience === 'held-broadcast') return held(hearing, ticket, messageId, say('held-broadcast', {}))
  return 'noted'
}

/** Its author alone is told, with the button that sends it all the same; `stillOurs`: and that leaves the turn ours. */
export async function held(
  hearing: Hearing,
  ticket: Ticket,
  messageId: string,
  sentence: Sentence,
  stillOurs = false,
): Promise<string> {
  const argument = stillOurs ? STILL_OURS : undefined
  const sends = { act: 'send-anyway', ticketId: ticket.id, messageId, argument } as const
  const button = await keptButton(hearing, sends, say('button-send-anyway', {}))
  await hearing.unit.deliveries.owe([whisper(hearing, [sentence], [[button]])])
  return 'held'
}

/** The argument of such a button. */
export const STILL_OURS = 'still-ours'

async function colleague(hearing: Hearing): Promise<string> {
  const [first] = hearing.others.keys()
  const other = first === undefined ? undefined : await meetOther(hearing, first)
  return other?.person.name ?? ''
}

/**
 * Words on the requester's side: in their thread or chat, in a channel's thread where all may follow, in the chat of
 * somebody who was brought in. An agent's are an answer there, whoever else of the company speaks is heard as the
 * requester is. Anything in doubt, and thanks after the end, are a note for the agents and change nothing.
 */
export async function heardFromRequester(hearing: Hearing<Said>, asked: Ticket, place: Place): Promise<string> {
  const { unit, world, inbound, person } = hearing
  const ended = (await survivorOf(unit, asked)) ?? asked
  const isClosed = (one: Ticket): boolean => isOverForGood(one, deskById(world, one.deskId), unit.now)
  const ticket = isClosed(ended) ? ((await followerOf(unit, ended)) ?? ended) : ended
  // The thread was there before the ticket: what was said in it then is brought along by whoever asks for it.
  if (place.rootDeliveryId === null && traits[place.platform].threads && inbound.occurredAt < asked.openedAt) {
    return 'said-before'
  }
  const voice = voiceOf(hearing, ticket, place, await readsAlong(hearing, ticket))
  if (voice === 'agent') return heardInTheOpen(hearing, ticket, place)
  if (voice === 'gone') return answer(hearing, say('no-longer-yours', { key: ticket.key }), 'no-longer-theirs')
  const thanks = isOver(ticket) && saysNothing(hearing)
  // A colleague whom the desk lets read and not write leaves a note.
  const readsOnly = ticket.requesterId !== person.id && (await asColleague(hearing, ticket)) === 'see'
  const heard = voice === 'requester' && !thanks && !readsOnly
  if ((await admitWords(hearing, ticket.deskId)) === 'kept') return keepBlocked(hearing, ticket)
  const own = ticket.requesterId === person.id
  if (own && heard && isClosed(ticket)) return followUp(hearing, ticket, place)
  const kind = heard ? 'message' : 'note'
  const message = await keepSaid(hearing, ticket, { kind, side: 'requester', text: inbound.text })
  await changeTicket(
    unit,
    world,
    ticket.id,
    (now, desk) => (heard ? replyAsRequester(now, desk, person.id, message.id) : note(now, person.id, message.id)),
    occasion(inbound, message, place),
  )
  if (thanks && follows(ticket, person.id)) return thanked(hearing, ticket)
  return heard ? 'asked' : 'noted'
}

/**
 * As whom somebody speaks on the requester's side. `bystander`: not to be heard as the requester is; of another company,
 * where nobody can say who they are, or on a ticket that is solved: others do not reopen it. `along`: they were brought in,
 * and still are there.
 */
function voiceOf(
  { world, person, standing, inbound }: Hearing<Said>,
  ticket: Ticket,
  place: Place,
  along: boolean,
): 'requester' | 'agent' | 'bystander' | 'gone' {
  if (ticket.requesterId === person.id) return 'requester'
  const desk = deskById(world, ticket.deskId)
  const by = actorOf(desk, person, standing)
  const shown = place.open
  if (shown && isAgentOf(desk, standing)) {
    return mayEnter(ticket, desk, by) && mayDo(desk, by.roles, 'reply') ? 'agent' : 'bystander'
  }
  if (along) return 'requester'
  // A chat of their own: they were here once.
  if (inbound.direct) return 'gone'
  const ofHere = standing.kind === 'member' || standing.kind === 'guest'
  if (!shown || !ofHere || isOver(ticket) || saysNothing({ inbound })) return 'bystander'
  return 'requester'
}

/**
 * An agent's words where those who ask read them already: an answer. Naming somebody holds nothing back there; a mark
 * or a secret keeps it from going any further.
 */
async function heardInTheOpen(hearing: Hearing<Said>, ticket: Ticket, place: Place): Promise<string> {
  const { unit, world, inbound, person, standing } = hearing
  const by = actorOf(deskById(world, ticket.deskId), person, standing)
  const { audience, text } = audienceInTheOpen(inbound)
  const kind = audience === 'requester' ? 'message' : 'note'
  const message = await keepSaid(hearing, ticket, { kind, side: 'agent', text })
  await changeTicket(
    unit,
    world,
    ticket.id,
    (now, its) => (audience === 'requester' ? replyAsAgent(now, its, by, message.id) : note(now, by.id, message.id)),
    occasion(inbound, message, place),
  )
  return audience === 'requester' ? 'replied' : heldBack(hearing, ticket, message.id, audience)
}

/** Who hears an agent on the requester's side (`domain/audience.ts`); also after an edit. */
export function audienceInTheOpen({ text, parts }: Pick<Said, 'text' | 'parts'>): ReturnType<typeof audienceOf> {
  const heard = audienceOf({ text, parts, mode: 'direct', byAgent: true, byBot: false, broadcast: false })
  return heard.audience === 'held-mention' ? { ...heard, audience: 'requester' } : heard
}

/** What a blocked person writes stays with the ticket, and goes no further; they are told that once. */
async function keepBlocked(hearing: Hearing<Said>, ticket: Ticket): Promise<string> {
  const { unit, world, inbound, person } = hearing
  const message = await keepSaid(hearing, ticket, { kind: 'note', side: 'requester', text: inbound.text })
  await changeTicket(unit, world, ticket.id, () => keep(person.id, message.id), { occurredAt: inbound.occurredAt })
  if (await isToldAlready(unit, person, inbound, ticket.deskId)) return 'kept'
  return answer(hearing, say('blocked-told', {}), 'kept')
}

/** What was said here becomes the ticket's, with whatever came along and where it stands. */
function keepSaid(hearing: Hearing<Said>, ticket: Ticket, as: Pick<Words, 'kind' | 'side' | 'text'>): Promise<Message> {
  const { unit, world, inbound, person } = hearing
  const { enclosures, occurredAt } = inbound
  return keepWords(unit, world, {
    ...as,
    ticketId: ticket.id,
    authorId: person.id,
    enclosures,
    occurredAt,
    original: inbound,
    latest: latestIn(hearing, ticket.id),
  })
}

/** Thanks do not reopen what is solved, and are no reason to say that it is closed for good. */
function isOver({ stage }: Ticket): boolean {
  return stage === 'resolved' || stage === 'closed'
}

function occasion(inbound: Said, message: Message, place: Place) {
  return { occurredAt: inbound.occurredAt, messages: [message], origin: place.id }
}
