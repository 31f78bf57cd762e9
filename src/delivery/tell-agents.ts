import type { Content, Sentence } from '../ports/content.ts'
import { type Owed, ranks, type Unit } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import type { Settling } from './settle.ts'

/** What became of a delivery is told in the ticket's threads of agents, but for the place it was meant for. */
export async function tellAgents(settling: Settling, unit: Unit, place: Place, sentence: Sentence): Promise<void> {
  const { row, uuid } = settling
  if (row.ticketId === null) return
  const places = await unit.tickets.places(row.ticketId)
  for (const triage of places.filter(({ side, id, open }) => side === 'triage' && open && id !== place.id)) {
    // The card was written in the desk's own language.
    const card = triage.rootDeliveryId ? await unit.deliveries.byId(triage.rootDeliveryId) : undefined
    const content = { language: card?.content?.language ?? 'en', body: [sentence] }
    await unit.deliveries.owe([toldIn(triage, row.ticketId, uuid, content)])
  }
}

/** The desk itself says something in a place. */
function toldIn(place: Place, ticketId: string, uuid: () => string, content: Content): Owed {
  const { id, platform, account, chat, thread, rootDeliveryId } = place
  return {
    id: uuid(),
    ticketId,
    placeId: id,
    to: { platform, account, chat, thread: thread ?? undefined },
    class: 'must-arrive',
    rank: ranks.words,
    act: 'post',
    content,
    after: rootDeliveryId,
  }
}
