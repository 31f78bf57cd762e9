import { traits } from '../adapter.ts'
import { languageFor } from '../domain/desk/questions.ts'
import type { PersonId } from '../domain/person.ts'
import type { TicketEvent } from '../domain/ticket/events.ts'
import { type ChoiceContent, type Sentence, say } from '../ports/content.ts'
import type { Owed } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import { toRequester, toTriage, toWatchers } from './in-places.ts'
import { keptButton } from './kept-button.ts'
import { sentenceIn } from './owe.ts'
import { ownPlace } from './own-place.ts'
import { nameOf, type Scene, signatureOf } from './scene.ts'
import { replay } from './settle-places.ts'

type Added = Extract<TicketEvent, { type: 'WatcherAdded' }>
type Removed = Extract<TicketEvent, { type: 'WatcherRemoved' }>

/**
 * Somebody reads along from now on. They are told who brought them in, what was said so far and how to leave; everybody
 * who is there already, that they are.
 */
export async function tellWatcher(scene: Scene, { by, person, fromKey }: Added): Promise<Owed[]> {
  const { key } = scene.after
  const was = scene.places.find((place) => place.side === 'requester' && place.personId === person)
  const place = was ? await reopened(scene, was) : await made(scene, person)
  const [name, broughtBy] = [nameOf(scene, person), shownTo(scene, by)]
  const told = by === person ? say('watcher-came', { name, key }) : say('watcher-added', { name, key, by: broughtBy })
  const inTriage =
    by === person ? say('watcher-came', { name, key }) : say('watcher-added', { name, key, by: nameOf(scene, by) })
  const root = sentenceIn(scene, place, await welcome(scene, place, { by, person, fromKey }), [
    [await button(scene, person, say('button-leave', {}))],
  ])
  return [
    was ? root : { ...root, id: place.rootDeliveryId ?? root.id, after: null },
    ...(fromKey === undefined ? await replay(scene, place, was !== undefined, 'message') : []),
    ...toTriage(scene, inTriage),
    ...toRequester(scene, told, [[await button(scene, person, say('button-take-out', { name }))]]),
    ...toWatchers(scene, told, person),
  ]
}

/** Somebody reads along no more. */
export async function tellWatcherGone(scene: Scene, { by, person }: Removed): Promise<Owed[]> {
  const { key } = scene.after
  const name = nameOf(scene, person)
  const told = (who: string) =>
    by === person ? say('watcher-left', { name, key }) : say('watcher-removed', { name, key, by: who })
  const place = scene.places.find((one) => one.open && one.side === 'requester' && one.personId === person)
  if (place) await scene.unit.tickets.setOpen(place.id, false)
  const farewell = by === person ? say('watching-over', { key }) : say('no-longer-yours', { key })
  return [
    ...(place ? [sentenceIn(scene, place, [farewell])] : []),
    ...toTriage(scene, told(nameOf(scene, by))),
    ...toRequester(scene, told(shownTo(scene, by))),
    ...toWatchers(scene, told(shownTo(scene, by)), person),
  ]
}

async function welcome(scene: Scene, { platform }: Place, { by, person, fromKey }: Omit<Added, 'type'>) {
  const { key, subject } = scene.after
  const name = shownTo(scene, by)
  const brought =
    by === person ? say('watching-now', { key, subject }) : say('watching-brought', { by: name, key, subject })
  const how = traits[platform].threads ? say('watching-how-thread', {}) : say('watching-how-chat', { key })
  if (fromKey !== undefined) return [say('watching-merged', { from: fromKey, key, subject }), how]
  return [brought, how, say('watching-so-far', {})]
}

/** Agents sign to those who ask as the desk file says; who asks, and their colleagues, by name. */
function shownTo(scene: Scene, by: PersonId): string {
  const { before, after } = scene
  const theirs = [before, after].some(({ requesterId, watchers }) => requesterId === by || watchers.includes(by))
  return theirs ? nameOf(scene, by) : signatureOf(scene, by, languageFor(scene.desk, undefined))
}

async function reopened({ unit }: Scene, place: Place): Promise<Place> {
  await unit.tickets.setOpen(place.id, true)
  return { ...place, open: true }
}

/** Their own chat with the desk. Who may be brought in has one (`intake/watch.ts`). */
async function made(scene: Scene, person: PersonId): Promise<Place> {
  const place = await ownPlace(scene, person)
  await scene.unit.tickets.addPlace(place)
  return place
}

async function button(scene: Scene, person: PersonId, label: Sentence): Promise<ChoiceContent> {
  return keptButton(scene, { act: 'unwatch', ticketId: scene.after.id, argument: person }, label)
}
