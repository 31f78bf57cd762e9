import { type ChoiceContent, say } from '../ports/content.ts'
import type { Owed } from '../ports/store.ts'
import { toRequester, toTriage, toWatchers } from './in-places.ts'
import { keptButton } from './kept-button.ts'
import { nameOf, type Scene } from './scene.ts'
import type { Tells } from './tells.ts'

/** Who hears that two tickets became one. */
export const mergeTells: Tells<'TicketMerged' | 'TicketMergedIn'> = {
  TicketMerged: (scene, { by, into, intoKey }) => merged(scene, by, into, intoKey),
  TicketMergedIn: async (scene, { by, fromKey }) =>
    toTriage(scene, say('merged-in', { by: nameOf(scene, by), key: fromKey }), [[await undoes(scene, fromKey)]]),
}

/** Everybody at the ticket that ends is told where it goes on; agents with a way to follow, unless that is private. */
async function merged(scene: Scene, by: string, into: string, intoKey: string): Promise<Owed[]> {
  const { unit, after } = scene
  const survivor = await unit.tickets.byId(into)
  const next =
    survivor?.privateTo === null
      ? (await unit.tickets.places(into)).find(({ side, open, personId }) => side === 'triage' && open && !personId)
      : undefined
  const link: ChoiceContent[] = next?.rootDeliveryId
    ? [{ kind: 'message-link', label: say('button-go-there', {}), delivery: next.rootDeliveryId }]
    : []
  const goesOn = say('merged-for-requester', { key: after.key, into: intoKey })
  const undo = await undoes(scene, after.key)
  const line = say('merged', { by: nameOf(scene, by), into: intoKey })
  return [...toTriage(scene, line, [[...link, undo]]), ...toRequester(scene, goesOn), ...toWatchers(scene, goesOn)]
}

/** At either of the two, of which the one with this key ended. */
function undoes(scene: Scene, key: string): Promise<ChoiceContent> {
  return keptButton(scene, { act: 'unmerge', ticketId: scene.after.id, argument: key }, say('button-undo', {}))
}
