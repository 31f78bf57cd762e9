import { say } from '../ports/content.ts'
import { toRequester, toTriage, toWatchers } from './in-places.ts'
import { nameOf } from './scene.ts'
import type { Tells } from './tells.ts'

/** Who hears what tickets have to do with each other: agents; and of a ticket that goes on by itself, its requester. */
export const relationTells: Tells<
  | 'TicketUnmerged'
  | 'MergedInUndone'
  | 'TicketLinked'
  | 'TicketUnlinked'
  | 'LinkedTicketMoved'
  | 'TicketTagged'
  | 'TicketUntagged'
> = {
  TicketUnmerged: (scene, { by, fromKey }) => [
    ...toTriage(scene, say('unmerged', { by: nameOf(scene, by), key: fromKey })),
    ...toRequester(scene, say('unmerged-for-requester', { key: scene.after.key, from: fromKey })),
    ...toWatchers(scene, say('unmerged-for-requester', { key: scene.after.key, from: fromKey })),
  ],
  MergedInUndone: (scene, { by, fromKey }) =>
    toTriage(scene, say('merge-undone', { by: nameOf(scene, by), key: fromKey })),
  TicketLinked: (scene, { by, link: { kind, key } }) =>
    toTriage(scene, say('linked', { by: nameOf(scene, by), kind, key })),
  TicketUnlinked: (scene, { by, key }) => toTriage(scene, say('unlinked', { by: nameOf(scene, by), key })),
  // The card says so; a sentence for each step of the other ticket would bury the conversation.
  LinkedTicketMoved: () => [],
  TicketTagged: (scene, { by, tags }) =>
    toTriage(scene, say('tagged', { by: nameOf(scene, by), tags: tags.join(', ') })),
  TicketUntagged: (scene, { by, tags }) =>
    toTriage(scene, say('untagged', { by: nameOf(scene, by), tags: tags.join(', ') })),
}
