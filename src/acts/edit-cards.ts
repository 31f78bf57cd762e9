import type { PersonId } from '../domain/person.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Times } from '../ports/promises.ts'
import { type Owed, ranks, type Unit } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import { cardOf } from './card.ts'
import { sameOnCard } from './on-card.ts'
import { addressAt, type Scene } from './scene.ts'
import { isShared } from './shared-channels.ts'
import { deskById, type World } from './world.ts'

/** What of a change its ticket's cards are made of. */
type CardScene = Pick<
  Scene,
  'unit' | 'world' | 'desk' | 'before' | 'after' | 'timesBefore' | 'times' | 'people' | 'organisation' | 'places'
>

/** Cards are edited, not reposted, and only when they show something else now. `before`: the places as they were. */
export async function cardEdits(scene: CardScene, before: readonly Place[]): Promise<Owed[]> {
  const { unit, world, desk, after, people } = scene
  // Where strangers have come, the card may stand there from before with all it said.
  const exposed = isShared(world, after.triage)
  const was = { ticket: scene.before, times: scene.timesBefore }
  if (!exposed && sameOnCard(was, { ticket: after, times: scene.times })) return []
  const card = cardOf(world, desk, after, scene.times, people, scene.organisation)
  const organisation = was.ticket.organisationId === after.organisationId ? scene.organisation : undefined
  const old = cardOf(world, desk, was.ticket, was.times, people, organisation)
  if (!exposed && JSON.stringify(card.content) === JSON.stringify(old.content)) return []
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

/** The cards of a ticket to which nothing happened, but that its due times are others than `was`: they show the new ones. */
export async function showDueTimes(unit: Unit, world: World, ticket: Ticket, was: Times, times: Times): Promise<void> {
  const { organisationId } = ticket
  const places = await unit.tickets.places(ticket.id)
  const scene: CardScene = {
    unit,
    world,
    desk: deskById(world, ticket.deskId),
    before: ticket,
    after: ticket,
    timesBefore: was,
    times,
    places,
    people: await unit.people.byIds([...namedOnCard(ticket)]),
    organisation: organisationId === null ? undefined : (await unit.organisations.byId(organisationId))?.name,
  }
  await unit.deliveries.owe(await cardEdits(scene, places))
}

/** Everybody whose name a ticket's card may say. */
export function namedOnCard({ assigneeId, requesterId, privateTo, watchers }: Ticket): Set<PersonId> {
  return new Set([...(assigneeId === null ? [] : [assigneeId]), requesterId, ...(privateTo ?? []), ...watchers])
}
