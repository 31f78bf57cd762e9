import { type Said, traits } from '../adapter.ts'
import { NotYet } from '../ports/store.ts'
import { heardFromRequester, heardInTriage } from './conversation.ts'
import { answerGuided } from './guided.ts'
import type { Hearing } from './hearing.ts'
import { onMention } from './mention.ts'
import { heardInPrivate } from './private-chat.ts'
import { heardAsComment } from './rating-comment.ts'
import { askedAfter, tellStatus } from './status.ts'

/** A new message: in a ticket's thread it belongs there, in a private chat it asks something, elsewhere it is not ours. */
export async function onSaid(hearing: Hearing<Said>): Promise<string> {
  const { unit, inbound, person, standing } = hearing
  if (inbound.byBot || standing.kind === 'bot') return 'by-a-bot'
  const place = await unit.tickets.placeAt(inbound.at)
  if (place) {
    const ticket = await unit.tickets.byId(place.ticketId)
    if (!ticket) throw new Error('a place without its ticket')
    return place.side === 'triage' ? heardInTriage(hearing, ticket, place) : heardFromRequester(hearing, ticket, place)
  }
  const makes = traits[inbound.at.platform].topics ? 'topic' : 'post'
  if (inbound.at.thread !== undefined && (await unit.deliveries.underWay(inbound.at, person.id, makes)))
    throw new NotYet('thread')
  if (!inbound.direct) return inbound.toUs ? onMention(hearing, inbound.toUs) : 'not-ours'
  const comment = await heardAsComment(hearing)
  if (comment !== undefined) return comment
  const draft = await unit.drafts.openIn(person.id, inbound.at.chat)
  if (draft?.purpose === 'form' && draft.body.asked !== undefined) return answerGuided(hearing, draft)
  const key = askedAfter(hearing)
  return key === undefined ? heardInPrivate(hearing, draft) : tellStatus(hearing, key)
}
