import type { ClockEvent } from '../clock.ts'
import { asks, type RecordedEvent } from './events.ts'
import type { Ticket } from './ticket.ts'

/** What clocks make of what happened to a ticket; most of it does not concern them. `after`: the ticket as it left it. */
export function clockEventsOf({ event, occurredAt }: RecordedEvent, after: Readonly<Ticket>): ClockEvent[] {
  const at = occurredAt.getTime()
  switch (event.type) {
    case 'TicketOpened': {
      const { plan, priority, category, status, askedSince } = event
      // Opened by an agent for a customer: nobody waits for a first answer (sla.md S10), but for what they had asked.
      const by = event.by === event.requesterId ? 'requester' : 'agent'
      const since = askedSince === undefined ? {} : { askedSince: Date.parse(askedSince) }
      return [{ at, type: 'opened', by, plan, priority, category, status, ...since }]
    }
    case 'RequesterReplied':
    case 'HelpStillNeeded':
      return [{ at, type: 'requester-message' }]
    case 'AgentReplied':
      return [{ at, type: 'agent-message' }]
    case 'NoteSent':
      return [{ at, type: event.asked ? 'requester-message' : 'agent-message' }]
    case 'ReplyWithdrawn':
    case 'MessageDeleted':
      if (event.answeredAt) return [{ at, type: 'answer-withdrawn', answeredAt: Date.parse(event.answeredAt) }]
      return event.unanswered ? [{ at, type: 'answer-withdrawn' }] : []
    case 'StatusMoved': {
      const resolved = event.stage === 'resolved'
      return [{ at, type: 'status', status: event.status, resolved, ...(resolved && { counted: !event.uncounted }) }]
    }
    case 'TicketReopened':
      return [
        ...(asks(event) ? [{ at, type: 'requester-message' as const }] : []),
        { at, type: 'status', status: event.status, resolved: false },
      ]
    case 'TicketResolved': {
      const resolved = { at, type: 'status', status: event.status, resolved: true } as const
      if (event.uncounted) return [{ ...resolved, counted: false }]
      return [event.by === null ? { ...resolved, unheard: true } : resolved]
    }
    case 'TicketClosed':
      return [{ at, type: 'status', status: event.status, resolved: true }]
    case 'TicketMerged':
      return [
        { at, type: 'merged-away' },
        { at, type: 'status', status: event.status, resolved: true },
      ]
    case 'TicketMergedIn':
      return [
        { at, type: 'merged-in', unansweredSince: event.unansweredSince ? Date.parse(event.unansweredSince) : null },
      ]
    case 'TicketUnmerged':
      return [
        {
          at,
          type: 'unmerged',
          status: after.status,
          resolved: after.stage === 'resolved',
          answeredAt: event.answeredAt ? Date.parse(event.answeredAt) : null,
        },
      ]
    case 'MergedInUndone': {
      const instant = (time: string | null) => (time === null ? null : Date.parse(time))
      const { unansweredSince: since, waitsSince, stood } = event
      return [
        { at, type: 'merged-in-undone', since: instant(since), waitsSince: instant(waitsSince) },
        ...(stood ? [{ at, type: 'status' as const, status: stood.status, resolved: stood.stage === 'resolved' }] : []),
      ]
    }
    case 'PriorityChanged':
      return [{ at, type: 'priority', to: event.to }]
    case 'CategorySet':
      return [{ at, type: 'category', to: event.to }]
    case 'PlanChanged':
      return [{ at, type: 'plan', to: event.to }]
    case 'RequesterChanged':
      return [{ at, type: 'plan', to: event.plan }]
    case 'DeskMoved':
      return [
        { at, type: 'plan', to: event.plan, priority: event.priority, category: event.category },
        { at, type: 'status', status: event.status, resolved: after.stage === 'resolved' },
      ]
    case 'BreachWarned':
      return [{ at, type: 'warned', metric: event.metric, cycle: event.cycle, threshold: event.threshold }]
    case 'BreachAnnounced':
      return [{ at, type: 'announced', metric: event.metric, cycle: event.cycle }]
    case 'BreachRetracted':
      return [{ at, type: 'retracted', metric: event.metric, cycle: event.cycle }]
    case 'Escalated':
      return [{ at, type: 'climbed', metric: event.metric, cycle: event.cycle, step: event.step, round: event.round }]
    case 'EscalationAcknowledged':
      return [{ at, type: 'acknowledged', metric: event.metric, cycle: event.cycle }]
    case 'NoReplyNeeded':
      return [{ at, type: 'no-reply-needed' }]
    default:
      return []
  }
}
