import type { Desk } from '../domain/desk/desk.ts'
import type { SilenceStep } from '../domain/silence.ts'
import type { TicketEvent } from '../domain/ticket/events.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type Sentence, say } from '../ports/content.ts'
import { hourIn, type Scene } from './scene.ts'
import { silenceOf } from './times.ts'

/**
 * With an agent's words on their way to the requester: when the ticket will be over if they do not answer. Where a
 * reminder comes first, that says so.
 */
export function silenceLine({ desk, after }: Scene): Sentence | undefined {
  const closing = closingOf(desk, after)
  return closing && say('silence-closes', { until: hourIn(desk, new Date(closing.at)) })
}

/** The next silence step, where it is the ticket's end. */
export function closingOf(desk: Desk, ticket: Ticket): SilenceStep | undefined {
  const step = silenceOf(desk, ticket)
  return step?.do === 'remind' ? undefined : step
}

/** Why a silence goes no further. */
export function silenceHalted({ unheard }: Pick<Extract<TicketEvent, { type: 'SilenceHalted' }>, 'unheard'>): Sentence {
  return unheard === 'answer' ? say('silence-halted-unheard', {}) : say('silence-halted', {})
}
