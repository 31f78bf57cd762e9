import { deskById } from '../acts/world.ts'
import type { Said } from '../adapter.ts'
import { languageFor } from '../domain/desk/questions.ts'
import { say } from '../ports/content.ts'
import type { Hearing } from './hearing.ts'
import { postTo } from './post-to.ts'

/** So long one line in a topic is enough. */
const TOLD_EVERY_MS = 86_400_000

/**
 * Words among agents in the name of a whole group: whoever it was may be no agent, so they go nowhere (platforms.md §B3.4).
 * Whoever it was believes that the requester reads them, so it is said there, and not at every word.
 */
export async function tellUnnamed(hearing: Hearing<Said>): Promise<string> {
  const { unit, world, inbound } = hearing
  const place = await unit.tickets.placeAt(inbound.at)
  const ticket = place?.side === 'triage' ? await unit.tickets.byId(place.ticketId) : undefined
  if (!place || !ticket) return 'not-ours'
  if (!(await hearing.once(`unnamed:${place.id}`, TOLD_EVERY_MS))) return 'unnamed'
  const content = { language: languageFor(deskById(world, ticket.deskId), undefined), body: [say('unnamed', {})] }
  await unit.deliveries.owe([
    { ...postTo(hearing, content), ticketId: ticket.id, placeId: place.id, after: place.rootDeliveryId },
  ])
  return 'unnamed'
}
