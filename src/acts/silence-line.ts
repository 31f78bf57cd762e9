import type { TicketEvent } from '../domain/ticket/events.ts'
import { type Sentence, say } from '../ports/content.ts'
import { hourIn, type Scene } from './scene.ts'
import { silenceOf } from './times.ts'

/**
 * With an agent's words on their way to the requester: when the ticket will be over if they do not answer. Where a
 * reminder comes first, that says so.
 */
export function silenceLine({ desk, after }: Scene): Sentence | undefined {
  if (after.stage !== 'waiting-requester') return undefined
  const step = silenceOf(desk, after)
  return step && step.do !== 'remind' ? say('silence-closes', { until: hourIn(desk, new Date(step.at)) }) : undefined
}

/** Why a silence goes no further. */
export function silenceHalted({ unheard }: Pick<Extract<TicketEvent, { type: 'SilenceHalted' }>, 'unheard'>): Sentence {
  return unheard === 'answer' ? say('silence-halted-unheard', {}) : say('silence-halted', {})
}
