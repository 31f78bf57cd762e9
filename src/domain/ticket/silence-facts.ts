import type { SilenceFacts } from '../silence.ts'
import type { Ticket } from './ticket.ts'

/** What the silence rules look at. */
export function silenceFactsOf(ticket: Readonly<Ticket>): SilenceFacts {
  const { status, stage, statusSince, lastMessageAt, lastMessageBy, lastAgentReplyAt, silence } = ticket
  return {
    status,
    stage,
    statusSince: statusSince.getTime(),
    lastMessageAt: lastMessageAt?.getTime() ?? null,
    lastMessageBy,
    lastAgentReplyAt: lastAgentReplyAt?.getTime() ?? null,
    done: silence && { ...silence, anchoredAt: Date.parse(silence.anchoredAt), at: Date.parse(silence.at) },
  }
}
