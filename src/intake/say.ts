import { type Said, traits } from '../adapter.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { NotYet } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import { heardFromRequester, heardInTriage } from './conversation.ts'
import { draftHere } from './draft-here.ts'
import { foreseenIn, ticketsHere } from './foresee.ts'
import { answerGuided } from './guided.ts'
import type { Hearing } from './hearing.ts'
import { onMention } from './mention.ts'
import { heardAsAnswer, heardInPrivate } from './private-chat.ts'
import { heardAsComment } from './rating-comment.ts'
import { askedAfter, tellStatus } from './status.ts'
import { tellUnnamed } from './unnamed.ts'

/** A new message: in a ticket's thread it belongs there, in a private chat it asks something, elsewhere it is not ours. */
export async function onSaid(hearing: Hearing<Said>): Promise<string> {
  const { inbound, standing } = hearing
  if (inbound.unnamed) return tellUnnamed(hearing)
  if (inbound.byBot || standing.kind === 'bot') return 'by-a-bot'
  const place = await placeOf(hearing)
  if (place && (traits[inbound.at.platform].threads || place.side === 'triage')) return heardIn(hearing, place)
  if (!inbound.direct) return inbound.toUs ? onMention(hearing, inbound.toUs) : 'not-ours'
  // Wanted by most words: asked side by side with what may make it needless.
  const tickets = place ? [] : ticketsHere(hearing)
  const comment = await heardAsComment(hearing)
  if (comment !== undefined) return comment
  const draft = await draftHere(hearing)
  if (draft?.purpose === 'form' && draft.body.asked !== undefined) {
    return (await heardBesideForm(hearing, place, tickets)) ?? answerGuided(hearing, draft)
  }
  const key = place ? undefined : askedAfter(hearing)
  if (key !== undefined) return tellStatus(hearing, key)
  // In a ticket's own topic nobody need say which one they mean.
  return place ? heardIn(hearing, place) : heardInPrivate(hearing, draft, await tickets)
}

async function placeOf(hearing: Hearing<Said>): Promise<Place | undefined> {
  const { unit, inbound, foreseen } = hearing
  // Asked, and it was none.
  const known = foreseen ? foreseen.there?.place : await unit.tickets.placeAt(inbound.at)
  return known ?? justKnown(hearing)
}

/**
 * A thread nobody knows may be one that is being made: then its words come again. Where none is, it is looked for once
 * more, for what is made may have been written down between the two questions.
 */
async function justKnown({ unit, inbound, person }: Hearing<Said>): Promise<Place | undefined> {
  if (inbound.at.thread === undefined) return undefined
  const makes = traits[inbound.at.platform].topics ? 'topic' : 'post'
  if (await unit.deliveries.underWay(inbound.at, person.id, makes)) throw new NotYet('thread')
  return unit.tickets.placeAt(inbound.at)
}

/** While a form asks, whoever swipes a message of a ticket answers that message. Undefined: they answer the form. */
async function heardBesideForm(
  hearing: Hearing<Said>,
  place: Place | undefined,
  tickets: readonly Ticket[] | Promise<readonly Ticket[]>,
): Promise<string | undefined> {
  const { unit, inbound } = hearing
  if (inbound.replyTo === undefined) return undefined
  if (!place) return heardAsAnswer(hearing, await tickets)
  const twin = await unit.messages.twinAt(inbound.at, inbound.replyTo)
  return twin?.ticketId === place.ticketId ? heardIn(hearing, place) : undefined
}

async function heardIn(hearing: Hearing<Said>, place: Place): Promise<string> {
  const ticket = await (foreseenIn(hearing, place.ticketId)?.ticket ?? hearing.unit.tickets.byId(place.ticketId))
  if (!ticket) throw new Error('a place without its ticket')
  return place.side === 'triage' ? heardInTriage(hearing, ticket, place) : heardFromRequester(hearing, ticket, place)
}
