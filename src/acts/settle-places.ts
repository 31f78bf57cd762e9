import { traits } from '../adapter.ts'
import { insiders } from '../domain/ticket/enter.ts'
import type { Message } from '../domain/ticket/message.ts'
import { samePlace } from '../domain/ticket/move-place.ts'
import { say } from '../ports/content.ts'
import { type Owed, ranks } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import { cardAt, type Face, faceOf } from './faces.ts'
import { ownTriageChat } from './first-places.ts'
import { copyIn, sentenceIn, takenBack } from './owe.ts'
import { ownPlace } from './own-place.ts'
import { addressAt, type Scene } from './scene.ts'
import { afterTopic, needsTopic, topicFor } from './topic.ts'
import { addressOf } from './world.ts'

/** So many of the last messages are said again where a ticket arrives. */
const REPLAYED = 20

/**
 * Where a ticket is talked about follows what it is: another channel, another requester, agents' own chats while it is
 * private. New places are made, with their card and the last messages; old ones fall silent and their card says why.
 * Of a private ticket what we posted in the channel is taken back; what agents wrote there with their own hands is
 * theirs, and no bot can remove it.
 */
export async function settlePlaces(scene: Scene): Promise<{ scene: Scene; owed: Owed[] }> {
  const { before, after } = scene
  const inTriage = !samePlace(before.triage, after.triage) || String(insidersKey(before)) !== String(insidersKey(after))
  const ofRequester = before.requesterId !== after.requesterId
  if (!inTriage && !ofRequester) return { scene, owed: [] }
  const owed: Owed[] = []
  let places = [...scene.places]
  if (inTriage) {
    places = [...places, ...(await missing(scene))]
    for (const place of places.filter(({ side }) => side === 'triage')) {
      owed.push(...(await turn({ ...scene, places }, place, scene.places.includes(place))))
    }
    places = places.map((place) => (place.side === 'triage' ? { ...place, open: isOpen(scene, place) } : place))
  }
  if (ofRequester) {
    const settled = await settleRequester({ ...scene, places })
    places = settled.places
    owed.push(...settled.owed)
  }
  return { scene: { ...scene, places }, owed }
}

function insidersKey(ticket: Scene['after']): unknown {
  return ticket.privateTo === null ? 'everybody' : insiders(ticket).toSorted()
}

const isOpen = (scene: Scene, place: Place): boolean => faceOf(place, scene.after) === 'full'

/** Places the ticket needs and has not: its channel's, and the own chats of those a private one is shared with. */
async function missing(scene: Scene): Promise<Place[]> {
  const { unit, world, after, places } = scene
  const triage = places.filter(({ side }) => side === 'triage')
  const made: Place[] = []
  const make = async (to: ReturnType<typeof addressOf>, personId: string | null): Promise<void> => {
    if (!to) return
    const place: Place = {
      id: world.ids.uuid(),
      ticketId: after.id,
      side: 'triage',
      platform: to.platform,
      account: to.account,
      chat: to.chat,
      thread: null,
      rootDeliveryId: world.ids.uuid(),
      personId,
      open: personId !== null || after.privateTo === null,
    }
    if (needsTopic(world, place)) place.topicDeliveryId = world.ids.uuid()
    await unit.tickets.addPlace(place)
    made.push(place)
  }
  if (!triage.some((place) => place.personId === null && samePlace(place, after.triage))) {
    const to = addressOf(world, after.triage)
    if (!to) throw new Error(`ticket ${after.key} goes to a platform that does not run`)
    await make(to, null)
  }
  for (const person of insiders(after)) {
    if (triage.some(({ personId }) => personId === person)) continue
    await make(await ownTriageChat(unit, world, person), person)
  }
  return made
}

/** One triage place turns from what it showed to what it must show. */
async function turn(scene: Scene, place: Place, wasThere: boolean): Promise<Owed[]> {
  const { unit, before, after } = scene
  const [was, is] = [wasThere ? faceOf(place, before) : undefined, faceOf(place, after)]
  if (was === is) return []
  if (wasThere) await unit.tickets.setOpen(place.id, is === 'full')
  const card = await cardIn(scene, place, is, wasThere ? 'edit' : 'post')
  if (is === 'full') return [...card, ...(await replay(scene, place, wasThere))]
  const cleared = was === 'full' && after.privateTo !== null ? await clear(scene, place) : []
  const told = was === 'full' && is === 'locked' ? [sentenceIn(scene, place, [say('private-from-now', {})])] : []
  return [...card, ...cleared, ...told]
}

async function cardIn(scene: Scene, place: Place, face: Face, act: 'post' | 'edit'): Promise<Owed[]> {
  const { unit, world, desk, after, times, people, places } = scene
  if (place.rootDeliveryId === null) return []
  const next = face === 'elsewhere' ? rootOf(places, scene) : undefined
  const card = cardAt(face, world, desk, after, times, people, scene.organisation, next)
  await unit.buttons.keep(card.buttons)
  const owed = {
    ticketId: after.id,
    placeId: place.id,
    to: addressAt(place),
    class: 'must-arrive' as const,
    content: card.content,
  }
  if (act === 'post') {
    const root = { ...owed, id: place.rootDeliveryId, rank: ranks.words, act, after: afterTopic(place) }
    return [...topicFor(desk, after, place), root]
  }
  return [
    { ...owed, id: world.ids.uuid(), rank: ranks.card, act, of: place.rootDeliveryId, ...(next && { after: next }) },
  ]
}

/** The card of the channel the ticket is in now. */
export function rootOf(places: readonly Place[], { after }: Pick<Scene, 'after'>): string | undefined {
  const place = places.find((one) => one.side === 'triage' && one.personId === null && samePlace(one, after.triage))
  return place?.rootDeliveryId ?? undefined
}

/** The last messages (of a kind), said again where they are not to be read yet. */
export async function replay(scene: Scene, place: Place, wasThere: boolean, kind?: Message['kind']): Promise<Owed[]> {
  const { unit, after } = scene
  const last = await unit.messages.lastOf(after.id, REPLAYED, kind)
  const shown = new Set((wasThere ? await unit.deliveries.postsAt(place.id) : []).map(({ messageId }) => messageId))
  const authors = await unit.people.byIds([...new Set(last.map(({ authorId }) => authorId))])
  const people = new Map([...scene.people, ...authors])
  const owed: Owed[] = []
  for (const message of last) {
    // What this change is about is told by its own event.
    if (shown.has(message.id) || scene.messages.has(message.id)) continue
    const twins = wasThere ? await unit.messages.twinsOf(message.id) : []
    if (twins.some(({ role, chat }) => role === 'original' && chat === place.chat)) continue
    owed.push(...copyIn({ ...scene, people }, place, message))
  }
  return owed
}

/** What we posted in a place goes, but for its card; what still waits is not said there at all. */
async function clear(scene: Scene, place: Place): Promise<Owed[]> {
  const owed: Owed[] = []
  for (const post of await scene.unit.deliveries.postsAt(place.id)) {
    if (post.id === place.rootDeliveryId) continue
    // Long threads go message by message: people's words to others need not wait for that.
    owed.push(...(await takenBack(scene, place, post, ranks.card)))
  }
  return owed
}

/** Another requester hears of it in their own chat, and nothing of what was said before; the old one that it is gone. */
async function settleRequester(scene: Scene): Promise<{ places: Place[]; owed: Owed[] }> {
  const { unit, world, after, places } = scene
  const { key, subject, requesterId } = after
  const owed: Owed[] = []
  const settled: Place[] = []
  for (const place of places) {
    const open = place.side === 'triage' ? place.open : place.personId === requesterId
    if (open !== place.open) {
      await unit.tickets.setOpen(place.id, open)
      if (!open) owed.push(sentenceIn({ ...scene, after: scene.before }, place, [say('no-longer-yours', { key })]))
    }
    settled.push({ ...place, open })
  }
  const theirs = settled.find(({ side, open }) => side === 'requester' && open)
  if (theirs) {
    // They were brought in before, and it is their own now; or it was theirs once, and they were told that it is no longer.
    const news = scene.before.watchers.includes(requesterId) || !places.some(({ id, open }) => id === theirs.id && open)
    if (news) owed.push(sentenceIn(scene, theirs, [say('ticket-opened-for-you', { key, subject })]))
    return { places: settled, owed }
  }
  const place = await ownPlace(scene, requesterId)
  if (needsTopic(world, place)) place.topicDeliveryId = world.ids.uuid()
  await unit.tickets.addPlace(place)
  const sentences = [say('ticket-opened-for-you', { key, subject })]
  if (!traits[place.platform].threads) sentences.push(say('ticket-opened-how-to-follow', { key }))
  const root = { ...sentenceIn(scene, place, sentences), id: place.rootDeliveryId ?? '', after: afterTopic(place) }
  return { places: [...settled, place], owed: [...owed, ...topicFor(scene.desk, after, place), root] }
}
