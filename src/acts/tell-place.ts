import { label, languageFor } from '../domain/desk/questions.ts'
import { samePlace } from '../domain/ticket/move-place.ts'
import { type ChoiceContent, say } from '../ports/content.ts'
import type { Owed } from '../ports/store.ts'
import { toTriage } from './in-places.ts'
import { internal, sentenceIn } from './owe.ts'
import { nameOf, type Scene } from './scene.ts'
import { rootOf } from './settle-places.ts'
import { isOurs } from './shared-channels.ts'
import type { Tells } from './tells.ts'

/** Agents hear where a ticket goes, and who may see it there. */
export const placeTells: Tells<'DeskMoved' | 'ChannelMoved' | 'ChannelRenumbered' | 'MadePrivate' | 'MadePublic'> = {
  DeskMoved: (scene, { by, from }) => [
    ...leftBehind(scene, by),
    ...toTriage(scene, say('desk-moved', { by: nameOf(scene, by), desk: deskName(scene, from) })),
  ],
  ChannelMoved: (scene, { by }) => [
    ...leftBehind(scene, by),
    ...toTriage(scene, say('channel-moved', { by: nameOf(scene, by) })),
  ],
  // The topic it is made anew in says so.
  ChannelRenumbered: () => [],
  MadePrivate: (scene, { by, to }) => {
    const [names, watchers] = [to, scene.after.watchers].map((ids) => ids.map((id) => nameOf(scene, id)).join(', '))
    const told = toTriage(scene, say('made-private', { by: nameOf(scene, by), names: names ?? '' }))
    // Among agents it is private now; those the requester's side has brought in read on.
    return watchers ? [...told, ...toTriage(scene, say('private-still-watched', { names: watchers }))] : told
  },
  MadePublic: (scene, { by }) => toTriage(scene, say('made-public', { by: nameOf(scene, by) })),
}

/** In the thread it left: who took it away, and a way to follow. Of a private ticket the card alone says so. */
function leftBehind(scene: Scene, by: string): Owed[] {
  const { before, after, places } = scene
  if (after.privateTo !== null || samePlace(before.triage, after.triage)) return []
  const next = rootOf(places, scene)
  const link: ChoiceContent[] =
    next === undefined ? [] : [{ kind: 'message-link', label: say('button-go-there', {}), delivery: next }]
  return places
    .filter((place) => place.side === 'triage' && place.personId === null && samePlace(place, before.triage))
    .filter((place) => isOurs(scene.world, place))
    .map((place) => ({
      ...internal(sentenceIn(scene, place, [say('moved-away', { by: nameOf(scene, by) })], [link])),
      ...(next !== undefined && { after: next }),
    }))
}

function deskName(scene: Scene, id: string): string {
  const desk = scene.world.desks.find((one) => one.desk === id)
  return desk ? label(desk.name, languageFor(scene.desk, undefined), desk) : id
}
