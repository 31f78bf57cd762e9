import { say } from '../ports/content.ts'
import type { Owed } from '../ports/store.ts'
import { toThreads, toTriage } from './in-places.ts'
import { keptButton } from './kept-button.ts'
import { addressAt, afterRoot, nameOf, type Scene } from './scene.ts'
import type { Tells } from './tells.ts'

/** Agents hear what got nowhere, and that it is tried once more. */
export const undeliveredTells: Tells<'UndeliveredFound' | 'DeliveriesRetried'> = {
  UndeliveredFound: async (scene, { posts }) => {
    const again = await keptButton(
      scene,
      { act: 'retry-deliveries', ticketId: scene.after.id },
      say('button-retry', {}),
    )
    return toThreads(scene, say('undelivered', { posts }), [[again]])
  },
  DeliveriesRetried: async (scene, { by, posts }) => [
    ...toTriage(scene, say('deliveries-retried', { by: nameOf(scene, by), posts })),
    ...(await sentAgain(scene)),
  ],
}

/** What got nowhere, once more and as it reads now, to where its place is now. */
async function sentAgain(scene: Scene): Promise<Owed[]> {
  const { unit, world, after, places } = scene
  const failed = await unit.deliveries.takeUndelivered(after.id)
  const again: Owed[] = []
  for (const { id: lost, placeId, messageId = null, part = 0, class: kind, rank } of failed) {
    const place = places.find(({ id, open }) => id === placeId && open)
    if (!place) continue
    const content = (await unit.deliveries.shownBy(lost)) ?? null
    const owed = { id: world.ids.uuid(), ticketId: after.id, messageId, placeId: place.id, to: addressAt(place) }
    again.push({ ...owed, class: kind, rank, act: 'post', content, part, after: afterRoot(place) })
  }
  return again
}
