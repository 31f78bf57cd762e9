import type { OfClock, TicketEvent } from './events.ts'

/**
 * What only the clocks make happen, and only once: the key of clock, cycle and threshold that the table of events keeps
 * unique for its ticket (sla.md, storage and firing). Null: people may do it as often as they like.
 */
export function effectOf(event: TicketEvent): string | null {
  switch (event.type) {
    case 'BreachWarned':
      return `warned ${clock(event)} ${event.threshold} ${event.dueAt}`
    case 'BreachAnnounced':
      // What was taken back may come back by another late word: the same breach, told once more.
      return `breached ${clock(event)} ${event.breachedAt}${event.again === undefined ? '' : ` ${event.again}`}`
    case 'Escalated':
      return `escalated ${clock(event)} ${event.step} ${event.round}`
    case 'RequesterReminded':
      return `reminded ${event.rule} ${event.anchoredAt} ${event.step}`
    case 'UndeliveredFound':
      return `undelivered ${event.upTo}`
    default:
      return null
  }
}

function clock({ metric, cycle }: OfClock): string {
  return `${metric} ${cycle}`
}
