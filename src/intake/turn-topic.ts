import { changeTicket } from '../acts/change.ts'
import { isOver, turnTopic } from '../acts/topic.ts'
import { deskById } from '../acts/world.ts'
import type { TopicTurned } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { mayDo } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { refuseOutsiders } from '../domain/ticket/enter.ts'
import type { TicketEvent } from '../domain/ticket/events.ts'
import { reopen } from '../domain/ticket/reopen.ts'
import { resolveAsAgent } from '../domain/ticket/resolve.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type Hearing, whisper } from './hearing.ts'
import { refusalSentence } from './refusal-sentence.ts'
import { actorOf, isAgentOf } from './standing.ts'

/** An agent who closes a ticket's topic resolves it, and opens it again likewise. Of anybody else it is undone. */
export async function onTopicTurned(hearing: Hearing<TopicTurned>): Promise<string> {
  const { unit, world, inbound, standing } = hearing
  const place = await unit.tickets.placeAt(inbound.at)
  const ticket = place && (await unit.tickets.byId(place.ticketId))
  if (!place?.topicDeliveryId || place.side !== 'triage' || !ticket) return 'not-ours'
  if (isOver(place, ticket) === inbound.closed) return 'so-already'
  const refused = refusalOf(hearing, ticket)
  if (refused) {
    const why = standing.kind === 'bot' ? [] : [whisper(hearing, [refusalSentence(refused, hearing)])]
    await unit.deliveries.owe([turnTopic(world, place, place.topicDeliveryId, !inbound.closed), ...why])
    return `undone:${refused.reason}`
  }
  await changeTicket(unit, world, ticket.id, (now, desk) => decide(hearing, now, desk), {
    occurredAt: inbound.occurredAt,
    turned: { place: place.id, closed: inbound.closed },
  })
  return inbound.closed ? 'resolved' : 'reopened'
}

function decide(
  { inbound, person, standing }: Hearing<TopicTurned>,
  ticket: Readonly<Ticket>,
  desk: Desk,
): TicketEvent[] {
  return inbound.closed
    ? resolveAsAgent(ticket, desk, actorOf(desk, person, standing))
    : reopen(ticket, desk, person.id)
}

/** Why this may not be, if so: it is asked before anything changes, for what Telegram has done already is undone then. */
function refusalOf(hearing: Hearing<TopicTurned>, ticket: Ticket): Refusal | undefined {
  const { world, person, standing, inbound } = hearing
  try {
    const desk = deskById(world, ticket.deskId)
    const by = actorOf(desk, person, standing)
    if (!isAgentOf(desk, standing)) throw new Refusal('not-an-agent')
    refuseOutsiders(ticket, desk, by)
    if (!mayDo(desk, by.roles, inbound.closed ? 'resolve' : 'reopen')) throw new Refusal('not-allowed')
    decide(hearing, ticket, desk)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
