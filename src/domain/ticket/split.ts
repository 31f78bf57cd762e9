import { isAnswer, type RecordedEvent } from './events.ts'
import type { Message } from './message.ts'
import { stillThere } from './take-back.ts'
import type { Ticket } from './ticket.ts'

/**
 * Since when the requester has waited for an answer to what is split off from a ticket (sla.md §2), as it is known
 * there: never before it was heard of. Undefined: they were answered, or what they asked was solved.
 * @param history of the ticket they wrote it in
 * @param words what is split off, in order
 */
export function askedSince(
  from: Readonly<Ticket>,
  history: readonly RecordedEvent[],
  words: readonly Pick<Message, 'occurredAt'>[],
): Date | undefined {
  if (from.stage === 'resolved' || from.stage === 'closed') return undefined
  const standing = stillThere(history)
  const answered = history.findLast(
    ({ event }) =>
      (isAnswer(event) && standing.has(event.message)) ||
      event.type === 'TicketResolved' ||
      event.type === 'NoReplyNeeded',
  )
  const waiting = words.find(({ occurredAt }) => !answered || occurredAt > answered.occurredAt)
  if (!waiting) return undefined
  const [opened] = history
  const heard =
    opened?.event.type === 'TicketOpened' && opened.event.askedSince !== undefined
      ? new Date(opened.event.askedSince)
      : from.openedAt
  return waiting.occurredAt > heard ? waiting.occurredAt : heard
}
