import type { TicketEvent, TicketEventType } from '../domain/ticket/events.ts'
import type { Owed } from '../ports/store.ts'
import type { Scene } from './scene.ts'
import { factTells } from './tell-facts.ts'
import { mergeTells } from './tell-merge.ts'
import { peopleTells } from './tell-people.ts'
import { placeTells } from './tell-place.ts'
import { ratingTells } from './tell-rating.ts'
import { relationTells } from './tell-relations.ts'
import { solvedTells } from './tell-solved.ts'
import { timeTells } from './tell-time.ts'
import { undeliveredTells } from './tell-undelivered.ts'
import { tellWatcher, tellWatcherGone } from './tell-watch.ts'
import { wordTells } from './tell-words.ts'
import type { Tells } from './tells.ts'

/** Who hears what, for every kind of event (design.md §3): a new event does not compile until it is said here. */
const tells: Tells<TicketEventType> = {
  // The first posts of a ticket make its places and are owed by `openTicket`.
  TicketOpened: () => [],
  ...wordTells,
  ...peopleTells,
  ...factTells,
  ...solvedTells,
  ...placeTells,
  WatcherAdded: tellWatcher,
  WatcherRemoved: tellWatcherGone,
  ...mergeTells,
  ...relationTells,
  ...undeliveredTells,
  ...timeTells,
  ...ratingTells,
}

/** Everything owed for one event. */
export async function tell<E extends TicketEvent>(scene: Scene, event: E): Promise<Owed[]> {
  // The table has an entry of this very type; TypeScript does not follow the link between key and event.
  const entry = tells[event.type] as (scene: Scene, event: TicketEvent) => Owed[] | Promise<Owed[]>
  return entry(scene, event)
}
