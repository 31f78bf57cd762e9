import type { PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import { turnOf } from '../turn.ts'
import { replay, spokeSince } from './apply.ts'
import { asks, isAnswer, type RecordedEvent, type TicketEvent } from './events.ts'
import { stillThere } from './take-back.ts'
import type { Ticket } from './ticket.ts'
import { unwatch } from './watch.ts'

/** How a ticket stood before a merge, as far as the merge changed it; where others' silence counts, it begins anew. Instants: UTC, ISO 8601. */
export type StoodBefore = Pick<Ticket, 'status' | 'stage' | 'resolution' | 'silence' | 'rating'> &
  Record<'statusSince', string> &
  Record<'resolvedAt' | 'snoozedUntil', string | null>

type Merged = Extract<TicketEvent, { type: 'TicketMerged' }>

/** The merge this ticket ended by, if it has not been undone. */
export function mergeOf(history: readonly RecordedEvent[]): (RecordedEvent & { event: Merged }) | undefined {
  const last = history.findLast(({ event }) => event.type === 'TicketMerged' || event.type === 'TicketUnmerged')
  return last?.event.type === 'TicketMerged' ? { ...last, event: last.event } : undefined
}

/**
 * They were two questions after all: the ticket that ended is again what it was. Where it went on, agents may have
 * answered since: then nobody waits for an answer here any more. `now`: a snooze that is over stays over.
 * @param answeredAt when the other ticket was first answered after the merge
 */
export function unmerge(
  source: Readonly<Ticket>,
  history: readonly RecordedEvent[],
  by: PersonId,
  { answeredAt, now }: { answeredAt: Date | null; now: Date },
): TicketEvent[] {
  const merge = mergeOf(history)
  if (!merge) throw new Refusal('not-merged', { key: source.key })
  const { into, intoKey } = merge.event
  return [
    {
      type: 'TicketUnmerged',
      by,
      from: into,
      fromKey: intoKey,
      stood: stoodBefore(history, merge.sequence, now),
      answeredAt: answeredAt?.toISOString() ?? null,
    },
  ]
}

/**
 * The ticket that took the other in gives it back. What the merge alone did is undone: its status comes back where
 * nobody has moved it or written since, the requester waits here only for what they asked here, and who came along with
 * the other ticket reads on there and not here; also where this one is closed by now.
 */
export function giveBack(
  survivor: Readonly<Ticket>,
  history: readonly RecordedEvent[],
  by: PersonId,
  source: Pick<Ticket, 'key'>,
  now: Date,
): TicketEvent[] {
  const merge = history.findLast(({ event }) => event.type === 'TicketMergedIn' && event.fromKey === source.key)
  if (merge?.event.type !== 'TicketMergedIn') return []
  const gone = cameWith(survivor, history, merge, source.key).flatMap((person) => unwatch(survivor, by, person))
  if (survivor.stage === 'closed') return gone
  const since = merge.event.unansweredSince
  return [
    {
      type: 'MergedInUndone',
      by,
      fromKey: source.key,
      unansweredSince: since,
      waitsSince: waitsSince(history, merge.sequence)?.toISOString() ?? null,
      stood: since === null || isNewer(history, merge) ? null : stoodBefore(history, merge.sequence, now),
    },
    ...gone,
  ]
}

/** Who follows this ticket for the merge alone: whoever left and was brought in again is here for itself. */
function cameWith(
  { watchers }: Readonly<Ticket>,
  history: readonly RecordedEvent[],
  merge: RecordedEvent,
  fromKey: string,
): PersonId[] {
  const since = history.slice(merge.sequence)
  return watchers.filter((person) => {
    const came = since.findLast(({ event }) => event.type === 'WatcherAdded' && event.person === person)?.event
    return came?.type === 'WatcherAdded' && came.fromKey === fromKey
  })
}

/** When agents first answered here after then, by a reply that still stands. */
export function firstAnswerAfter(history: readonly RecordedEvent[], at: Date): Date | null {
  const standing = stillThere(history)
  const answer = history.find(
    ({ event, receivedAt }) => isAnswer(event) && standing.has(event.message) && receivedAt > at,
  )
  return answer?.occurredAt ?? null
}

/** What a merge's own moves cannot bring back any more, because somebody has spoken, or moved it, since, or asks in its stead. */
const contradicts: ReadonlySet<string> = new Set<TicketEvent['type']>([
  'RequesterReplied',
  'HelpStillNeeded',
  'AgentReplied',
  'NoteSent',
  'StatusMoved',
  'TicketResolved',
  'TicketReopened',
  'TicketClosed',
  'TicketMerged',
  'TicketMergedIn',
  'DeskMoved',
  'RequesterChanged',
  'Snoozed',
])

/** The merge's own moves were recorded in the same breath. */
function isNewer(history: readonly RecordedEvent[], { sequence, receivedAt }: RecordedEvent): boolean {
  return history.some(
    (one) =>
      one.sequence > sequence && one.receivedAt.getTime() !== receivedAt.getTime() && contradicts.has(one.event.type),
  )
}

function stoodBefore(history: readonly RecordedEvent[], sequence: number, now: Date): StoodBefore {
  const before = replay(history.slice(0, sequence - 1))
  if (!before) throw new Error('a merge without a ticket before it')
  const { status, stage, resolution, silence, rating, statusSince, resolvedAt, snoozedUntil } = before
  // Nobody is closed out for the time in which there was nothing here to answer; a silence their word has ended stays ended.
  const anew = turnOf(stage) === 'requester' || turnOf(stage) === 'other'
  return {
    status,
    stage,
    resolution,
    silence: anew ? null : silence,
    rating,
    statusSince: (anew && !spokeSince(before) ? now : statusSince).toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    snoozedUntil: snoozedUntil && snoozedUntil > now ? snoozedUntil.toISOString() : null,
  }
}

/** Since when the requester waits for an answer to what they asked here, or in what else is merged into this. */
function waitsSince(history: readonly RecordedEvent[], without: number): Date | null {
  let since: Date | null = null
  let before: Date | null = null
  for (const { event, occurredAt, sequence } of history) {
    if (event.type === 'TicketOpened' && event.by === event.requesterId) since = occurredAt
    if (event.type === 'TicketOpened' && event.askedSince !== undefined) since = new Date(event.askedSince)
    if (event.type === 'RequesterReplied' || event.type === 'HelpStillNeeded') since ??= occurredAt
    if (event.type === 'NoteSent' && event.asked) since ??= occurredAt
    if (event.type === 'TicketReopened' && asks(event)) since ??= occurredAt
    if (event.type === 'TicketMergedIn' && event.unansweredSince !== null && sequence !== without) {
      const theirs = new Date(event.unansweredSince)
      since = since !== null && since < theirs ? since : theirs
    }
    if ((event.type === 'ReplyWithdrawn' || event.type === 'MessageDeleted') && event.unanswered) since ??= before
    if (isAnswer(event)) before = since ?? before
    if (isAnswer(event) || event.type === 'NoReplyNeeded' || event.type === 'TicketResolved') since = null
  }
  return since
}
