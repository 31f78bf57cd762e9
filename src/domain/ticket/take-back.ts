import type { Desk } from '../desk/desk.ts'
import { statusOf } from '../desk/questions.ts'
import type { PersonId } from '../person.ts'
import { asks, isAnswer, type RecordedEvent, type TakenBack, type TicketEvent } from './events.ts'
import { moveBy } from './move.ts'
import type { Ticket } from './ticket.ts'

/**
 * A reply goes from the requester: where it, and no other that still stands, had made it their turn, the ticket goes
 * back to where it stood before. Nobody is reminded of, or closed out for not answering, words they do not have.
 * `message`: our id of the reply.
 */
export function movesAfterTakingBack(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: PersonId,
  message: string,
  history: readonly RecordedEvent[],
): TicketEvent[] {
  if (ticket.stage !== 'waiting-requester') return []
  const moved = history.findLast(({ event }) => event.type === 'StatusMoved')
  if (moved?.event.type !== 'StatusMoved') return []
  const { cause, status, from } = moved.event
  if (cause !== 'onAgentReply' || status !== ticket.status) return []
  // What moved it was recorded just before the move.
  const standing = stillThere(history.filter(({ sequence }) => sequence >= moved.sequence - 1))
  if (!standing.delete(message) || standing.size > 0) return []
  return moveBy(ticket, desk, by, statusBefore(desk, from), 'takenBack')
}

/** What a reply that goes says of what the requester asked last: that it is without an answer now, or has another. */
export function takenBack(message: string, history: readonly RecordedEvent[]): TakenBack {
  const asked = history.findLastIndex(
    ({ event }, index) => settles(event) !== undefined && !isUndone(event, history.slice(index)),
  )
  const question = history[asked]
  if (!question || settles(question.event) === 'over') return {}
  const standing = stillThere(history.slice(asked))
  const first = earliest(standing)
  if (!standing.delete(message)) return {}
  const next = earliest(standing)
  if (!first || !next) return { unanswered: true }
  // An answer is not older than the question, whatever the clocks of two platforms say.
  return first < next ? { answeredAt: later(next, question.occurredAt).toISOString() } : {}
}

function earliest(standing: ReadonlyMap<string, Date>): Date | undefined {
  return [...standing.values()].toSorted((one, other) => Number(one) - Number(other))[0]
}

const later = (one: Date, other: Date): Date => (one > other ? one : other)

/** What begins a wait for an answer, or ends it for good, whatever becomes of the replies before. */
function settles(event: TicketEvent): 'asked' | 'over' | undefined {
  switch (event.type) {
    case 'TicketOpened':
      return event.by === event.requesterId ? 'asked' : 'over'
    case 'RequesterReplied':
    case 'HelpStillNeeded':
      return 'asked'
    case 'NoteSent':
      return event.asked ? 'asked' : undefined
    case 'TicketReopened':
      return asks(event) ? 'asked' : undefined
    case 'TicketMergedIn':
      return event.unansweredSince === null ? undefined : 'asked'
    // Resolving is an answer that nobody takes back (sla.md S14).
    case 'TicketResolved':
    case 'NoReplyNeeded':
      return 'over'
    default:
      return undefined
  }
}

/** What another ticket's requester asked is theirs again once that one goes on by itself. */
function isUndone(event: TicketEvent, since: readonly RecordedEvent[]): boolean {
  if (event.type !== 'TicketMergedIn') return false
  return since.some(({ event: later }) => later.type === 'MergedInUndone' && later.fromKey === event.fromKey)
}

/** The replies that nobody has taken back, and when each was given. */
export function stillThere(history: readonly RecordedEvent[]): Map<string, Date> {
  const replies = new Map<string, Date>()
  for (const { event, occurredAt } of history) {
    if (isAnswer(event)) replies.set(event.message, occurredAt)
    if (event.type === 'ReplyWithdrawn' || event.type === 'MessageDeleted') replies.delete(event.message)
  }
  return replies
}

/** As far as the desk has it still, as one of those a ticket can be moved to. */
function statusBefore(desk: Desk, id: string): string {
  const stage = statusOf(desk, id)?.stage
  return stage === undefined || stage === 'resolved' || stage === 'closed' ? desk.moves.onRequesterReply : id
}
