import type { ClockEvent, Instant } from './clock.ts'

const SECOND_MS = 1000

/**
 * What happened, as it was recorded, with the times the clocks count it by (sla.md S26). What was decided about the
 * ticket as it was recorded by then does not come before that, though somebody's word with an earlier time led to it:
 * clocks end in the status and by the promises the ticket has. A ticket the desk closed because nobody wrote was not
 * closed where a word from before opens it again (sla.md §1, silence timers), and where an answer was taken back, one
 * from before stands in its stead.
 * @param recorded in that order, and so it is returned: it is the caller who sorts
 */
export function placed<H extends { event: ClockEvent }>(recorded: readonly H[]): H[] {
  const before: H[] = []
  for (const one of recorded) {
    const closed = before.findLastIndex(({ event }) => decided[event.type] === 'standing')
    if (undoes(one.event, before[closed]?.event)) before.splice(closed, 1)
    const last = before.findLastIndex(({ event }) => event.type === 'answer-withdrawn')
    const gone = before[last]
    if (gone) before.splice(last, 1, { ...gone, event: answeredBy(one.event, gone.event, before) })
    before.push({ ...one, event: { ...one.event, at: Math.max(one.event.at, notBefore(one.event, before)) } })
  }
  return before
}

/** Things of one kind were decided one upon the other; null: it counts by its own time alone. */
const decided: Record<ClockEvent['type'], 'standing' | 'promise' | 'breach' | null> = {
  opened: null,
  'requester-message': null,
  'agent-message': null,
  'answer-withdrawn': null,
  status: 'standing',
  priority: 'promise',
  category: 'promise',
  plan: 'promise',
  'merged-in': 'standing',
  'merged-away': 'standing',
  unmerged: 'standing',
  'merged-in-undone': 'standing',
  'no-reply-needed': null,
  warned: null,
  announced: 'breach',
  retracted: 'breach',
  climbed: null,
  acknowledged: null,
}

function undoes(event: ClockEvent, last: ClockEvent | undefined): boolean {
  if (event.type !== 'status' || event.resolved || last?.type !== 'status') return false
  return last.unheard === true && event.at < last.at
}

/** What was taken back, where an answer to the same question comes to be known that was given before: the first counts. */
function answeredBy(event: ClockEvent, gone: ClockEvent, before: readonly { event: ClockEvent }[]): ClockEvent {
  if (event.type !== 'agent-message' || gone.type !== 'answer-withdrawn' || event.at >= gone.at) return gone
  const asked = before.findLast((one) => one.event.type === 'requester-message' && one.event.at <= gone.at)
  if (asked && event.at < asked.event.at) return gone
  return { ...gone, answeredAt: Math.min(event.at, gone.answeredAt ?? event.at) }
}

function notBefore(event: ClockEvent, before: readonly { event: ClockEvent }[]): Instant {
  const kind = decided[event.type]
  if (kind !== null) return before.findLast((one) => decided[one.event.type] === kind)?.event.at ?? event.at
  if (event.type === 'answer-withdrawn') {
    return before.findLast((one) => one.event.type === 'agent-message')?.event.at ?? event.at
  }
  if (!isWord(event) || event.at % SECOND_MS !== 0) return event.at
  // Telegram and forms tell the second alone: within it, words count as they were heard.
  const sameSecond = before.filter(
    (one) => isWord(one.event) && one.event.at >= event.at && one.event.at < event.at + SECOND_MS,
  )
  return Math.max(event.at, ...sameSecond.map((one) => one.event.at))
}

/** Resolving is the last word of an answer (sla.md S14). */
function isWord(event: ClockEvent): boolean {
  return (
    event.type === 'requester-message' || event.type === 'agent-message' || (event.type === 'status' && event.resolved)
  )
}
