import { type Address, traits } from '../adapter.ts'
import { defaultPriority, routeOf } from '../domain/desk/questions.ts'
import type { PersonId } from '../domain/person.ts'
import { insiders } from '../domain/ticket/enter.ts'
import { samePlace } from '../domain/ticket/move-place.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Unit } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import type { Asking } from './asking.ts'
import { faceOf } from './faces.ts'
import { needsTopic } from './topic.ts'
import { addressOf, type World } from './world.ts'

/**
 * Of several forum groups the one with the fewest open tickets: a group takes 20 messages a minute over all its topics
 * (platforms.md §B2). Undefined where the desk has no choice, or a route decides.
 */
export async function quietestGroup(unit: Unit, world: World, { desk, ticketType: type, ...asked }: Asking) {
  const { triage, channels } = desk
  const groups = channels.telegram?.triage ?? []
  const { category, fields, priority = defaultPriority(desk).id } = asked
  const to = routeOf(desk, { type, priority, category, fields })
  const account = world.accountOf('telegram')
  if (groups.length < 2 || !samePlace(triage, to) || !groups.includes(to.chat) || account === undefined)
    return undefined
  const open = await unit.tickets.openIn({ platform: 'telegram', account }, groups)
  const [quietest = to.chat] = groups.toSorted((one, other) => (open.get(one) ?? 0) - (open.get(other) ?? 0))
  return { platform: 'telegram' as const, chat: quietest }
}

/**
 * Where a new ticket is spoken of: its thread in the triage channel, which of a private one stays locked; the own chats of
 * those it is private to; and the place of who asked.
 */
export async function firstPlaces(
  unit: Unit,
  world: World,
  asking: Asking,
  ticket: Ticket,
): Promise<{ triage: Place; inside: Place[]; root: Place }> {
  const to = addressOf(world, ticket.triage)
  if (!to) throw new Error(`desk ${asking.desk.desk} routes to a platform that does not run`)
  const { ids } = world
  const bare = placeAt(ids.uuid(), ticket, 'triage', to)
  const triage: Place = {
    ...bare,
    open: faceOf(bare, ticket) === 'full',
    rootDeliveryId: ids.uuid(),
    topicDeliveryId: needsTopic(world, bare) ? ids.uuid() : null,
  }
  const root = await requesterPlace(unit, world, asking, ticket)
  const inside: Place[] = []
  for (const person of insiders(ticket)) {
    const own = await ownTriageChat(unit, world, person)
    if (own)
      inside.push({ ...placeAt(ids.uuid(), ticket, 'triage', own), personId: person, rootDeliveryId: ids.uuid() })
  }
  for (const place of [triage, ...inside, root]) await unit.tickets.addPlace(place)
  return { triage, inside, root }
}

/** An agent's own chat with the desk, where a ticket can be worked on; undefined where they have none with threads. */
export async function ownTriageChat(unit: Unit, world: World, person: PersonId): Promise<Address | undefined> {
  const own = (await unit.people.addresses(person)).find(
    ({ platform, account }) => traits[platform].threads && world.accountOf(platform) === account,
  )
  return own && { platform: own.platform, account: own.account, chat: own.id }
}

/**
 * The requester's thread, chat or topic. A topic that is no ticket's yet is one they made for this; words said in
 * another ticket's get one of their own.
 */
async function requesterPlace(unit: Unit, world: World, { at }: Asking, ticket: Ticket): Promise<Place> {
  const { ids } = world
  const place = { ...placeAt(ids.uuid(), ticket, 'requester', at), personId: ticket.requesterId }
  // A thread that is there already (the message it was raised from) needs no root of ours.
  if (!traits[at.platform].topics) return { ...place, rootDeliveryId: at.thread === undefined ? ids.uuid() : null }
  const theirs = at.thread !== undefined && !(await unit.tickets.placeAt(at))
  return {
    ...place,
    thread: theirs ? place.thread : null,
    rootDeliveryId: ids.uuid(),
    topicDeliveryId: theirs || needsTopic(world, place) ? ids.uuid() : null,
  }
}

function placeAt(id: string, ticket: Ticket, side: Place['side'], at: Address): Place {
  const { platform, account, chat, thread } = at
  return {
    id,
    ticketId: ticket.id,
    side,
    platform,
    account,
    chat,
    thread: thread ?? null,
    rootDeliveryId: null,
    personId: null,
    open: true,
  }
}
