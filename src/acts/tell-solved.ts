import { traits } from '../adapter.ts'
import { type ChoiceContent, say } from '../ports/content.ts'
import { backLine } from './back-line.ts'
import { isRequesters, toRequester, toTriage, toWatchers } from './in-places.ts'
import { keptButton } from './kept-button.ts'
import { nameOf, type Scene } from './scene.ts'
import { once, stillNeedHelp, tellSilence } from './tell-time.ts'
import type { Tells } from './tells.ts'

/** Who hears that a ticket is solved, and that it is not after all. */
export const solvedTells: Tells<'TicketResolved' | 'TicketReopened' | 'TicketClosed'> = {
  TicketResolved: async (scene, event) => {
    if (event.by === null) return tellSilence(scene, event)
    const { key } = scene.after
    const name = nameOf(scene, event.by)
    const own = event.resolution === 'by-requester'
    const inTriage = own ? say('resolved-by-requester', { name }) : say('resolved-by', { by: name })
    const byThem = event.by === scene.after.requesterId
    const theirs = byThem ? say('resolved-by-yourself', { key }) : say('resolved-by-colleague', { key, name })
    const told = own ? theirs : say('resolved-for-requester', { key })
    const again = await stillNeedHelp(scene)
    const others = toWatchers(
      scene,
      own ? say('resolved-for-watcher', { key, name }) : say('resolved-for-requester', { key }),
    )
    const closing = [...toRequester(scene, told, [[again]]), ...others]
    return [...toTriage(scene, inTriage), ...closing.map(once)]
  },
  TicketReopened: async (scene, event) => {
    const { key } = scene.after
    const told = toTriage(scene, say('reopened-by', { by: nameOf(scene, event.by) }))
    const again = say('reopened-for-requester', { key })
    // Where an agent opens it again, somebody is there.
    const back = event.by === scene.after.requesterId ? await backLine(scene) : []
    const theirs = toRequester(scene, [again, ...back], await newQuestion(scene, event))
    return [...told, ...theirs, ...toWatchers(scene, again)]
  },
  // The card says so; the requester was told when it was resolved.
  TicketClosed: () => [],
}

/** A word that reopened a ticket may have been a new question after all; not where it was said in the ticket's own thread. */
async function newQuestion(scene: Scene, event: { by: string }): Promise<ChoiceContent[][] | undefined> {
  const [message] = [...scene.messages.values()].filter(({ side }) => side === 'requester')
  const shared = scene.places.some(
    (place) => place.open && isRequesters(scene, place) && !traits[place.platform].threads,
  )
  if (!shared || !message || event.by !== scene.after.requesterId) return undefined
  return [
    [
      await keptButton(
        scene,
        { act: 'new-question', ticketId: scene.after.id, messageId: message.id },
        say('button-new-question', {}),
      ),
    ],
  ]
}
