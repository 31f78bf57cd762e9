import type { PersonId } from '../person.ts'
import type { RecordedEvent } from './events.ts'

/**
 * By a ticket's whole history, who is on its requester's side: whoever asked for it, wrote or spoke for them, or was
 * brought in. Who answered it or had it assigned is an agent also where they read along, unless they asked themselves.
 */
export function ownSide(history: readonly Pick<RecordedEvent, 'event'>[]): ReadonlySet<PersonId> {
  const [asked, joined, worked] = [new Set<PersonId>(), new Set<PersonId>(), new Set<PersonId>()]
  for (const { event } of history) {
    if (event.type === 'TicketOpened') asked.add(event.requesterId)
    if (event.type === 'RequesterChanged') asked.add(event.to)
    if (event.type === 'RequesterReplied' || event.type === 'HelpStillNeeded') joined.add(event.by)
    if (event.type === 'TicketResolved' && event.by !== null && event.resolution === 'by-requester')
      joined.add(event.by)
    if (event.type === 'WatcherAdded') joined.add(event.person)
    if (event.type === 'AgentReplied' || event.type === 'NoteSent') worked.add(event.by)
    if (event.type === 'TicketAssigned') worked.add(event.to)
  }
  return new Set([...asked, ...[...joined].filter((id) => !worked.has(id))])
}
