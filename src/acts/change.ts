import type { Desk } from '../domain/desk/desk.ts'
import type { PersonId } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { apply } from '../domain/ticket/apply.ts'
import type { RecordedEvent, TicketEvent } from '../domain/ticket/events.ts'
import type { Message } from '../domain/ticket/message.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type Owed, type Place, ranks, type Unit } from '../ports/store.ts'
import { cardOf } from './card.ts'
import { addressAt, type Scene } from './scene.ts'
import { settlePlaces } from './settle-places.ts'
import { tell } from './tell.ts'
import { deskById, type World } from './world.ts'

/** What a change is about, besides the ticket itself. */
export interface Occasion {
  /** The platform's own time of what was said or pressed (sla.md S1). */
  occurredAt: Date
  /** The messages the decided events name, as they read now. */
  messages?: readonly Message[]
  /** The place where it was said: it needs no copy there. */
  origin?: string | undefined
}

/**
 * The one place a ticket changes: load → decide → apply → record → owe, in the caller's transaction (design.md §1).
 * A lost race throws `LostRace`, and the transaction runs again from the start. Returns the ticket as it stands after.
 */
export async function changeTicket(
  unit: Unit,
  world: World,
  ticketId: string,
  decide: (ticket: Readonly<Ticket>, desk: Desk) => TicketEvent[],
  occasion: Occasion,
): Promise<Ticket> {
  const before = await unit.tickets.byId(ticketId)
  if (!before) throw new Refusal('ticket-not-found', { key: '' })
  const desk = deskById(world, before.deskId)
  const events = decide(before, desk)
  if (events.length === 0) return before

  const recorded = number(events, before.version, occasion.occurredAt, unit.now)
  const after = recorded.reduce<Ticket>(apply, before)
  await unit.tickets.update(after, before.version)
  await unit.tickets.record(ticketId, recorded)

  const there = await sceneOf(unit, world, deskById(world, after.deskId), before, after, events, occasion)
  const { scene, owed } = await settlePlaces(there)
  for (const event of events) owed.push(...(await tell(scene, event)))
  owed.push(...(await cardEdits(scene, there.places)))
  await unit.deliveries.owe(owed)
  return after
}

/** Events as they are kept: numbered on from `version`, with both times. */
export function number(
  events: readonly TicketEvent[],
  version: number,
  occurredAt: Date,
  receivedAt: Date,
): RecordedEvent[] {
  return events.map((event, index) => ({ sequence: version + 1 + index, occurredAt, receivedAt, event }))
}

async function sceneOf(
  unit: Unit,
  world: World,
  desk: Desk,
  before: Ticket,
  after: Ticket,
  events: readonly TicketEvent[],
  occasion: Occasion,
): Promise<Scene> {
  const messages = occasion.messages ?? []
  return {
    unit,
    world,
    desk,
    before,
    after,
    places: await unit.tickets.places(after.id),
    people: await unit.people.byIds([...named(before, after, events, messages)]),
    messages: new Map(messages.map((message) => [message.id, message])),
    origin: occasion.origin,
  }
}

/** Everybody whose name may be said. */
function named(
  before: Ticket,
  after: Ticket,
  events: readonly TicketEvent[],
  messages: readonly Message[],
): Set<PersonId> {
  const ids = [
    before.assigneeId,
    after.assigneeId,
    before.requesterId,
    after.requesterId,
    ...(before.privateTo ?? []),
    ...(after.privateTo ?? []),
    ...events.map((event) => event.by),
    ...messages.map((message) => message.authorId),
  ]
  return new Set(ids.filter((id) => id !== null))
}

/** Cards are edited, not reposted, and only when they show something else now. `before`: the places as they were. */
async function cardEdits(scene: Scene, before: readonly Place[]): Promise<Owed[]> {
  const { unit, world, desk, after, people } = scene
  const card = cardOf(world, desk, after, people)
  const old = cardOf(world, desk, scene.before, people)
  if (JSON.stringify(card.content) === JSON.stringify(old.content)) return []
  // A place that has just been opened, or made, has this very card already.
  const wasOpen = new Set(before.filter(({ open }) => open).map(({ id }) => id))
  await unit.buttons.keep(card.buttons)
  return scene.places
    .filter((place) => place.side === 'triage' && place.open && wasOpen.has(place.id))
    .flatMap((place) => (place.rootDeliveryId === null ? [] : [{ place, root: place.rootDeliveryId }]))
    .map(({ place, root }) => ({
      id: world.ids.uuid(),
      ticketId: after.id,
      placeId: place.id,
      to: addressAt(place),
      class: 'must-arrive',
      rank: ranks.card,
      act: 'edit',
      content: card.content,
      of: root,
    }))
}
