import type { Hours } from '../calendar.ts'
import type { Desk } from '../desk/desk.ts'
import { nextSilence, type SilenceStep } from '../silence.ts'
import type { TicketEvent } from './events.ts'
import { resolve } from './resolve.ts'
import { silenceFactsOf } from './silence-facts.ts'
import type { Ticket } from './ticket.ts'

/** What was meant to be said before this step did not arrive: nobody is closed out unheard. */
export function haltSilence(
  desk: Desk,
  { rule, anchoredAt }: SilenceStep,
  unheard: 'reminder' | 'answer',
): TicketEvent[] {
  const step = (desk.silence[rule]?.steps.length ?? 1) - 1
  const halted = {
    type: 'SilenceHalted',
    by: null,
    rule,
    anchoredAt: new Date(anchoredAt).toISOString(),
    step,
  } as const
  return [unheard === 'answer' ? { ...halted, unheard } : halted]
}

/**
 * The desk takes a step because nobody wrote. Cancelling and closing both resolve, each with its reason; a word within
 * the grace period undoes it (design.md §8).
 */
export function silenceStep(
  ticket: Readonly<Ticket>,
  desk: Desk,
  step: SilenceStep,
  now: Date,
  hoursOf: (calendar: string) => Hours,
): TicketEvent[] {
  if (step.do === 'close') return resolve(ticket, desk, null, 'closed-by-silence', desk.moves.onSilence)
  if (step.do === 'cancel') return resolve(ticket, desk, null, 'cancelled-by-silence', desk.moves.onSilence)
  const { rule, step: taken, anchoredAt } = step
  const done = { rule, step: taken, anchoredAt, at: now.getTime() }
  // The requester is always told when it will happen.
  const next = nextSilence(desk, { ...silenceFactsOf(ticket), done }, hoursOf)
  const resolvesAt = next && next.do !== 'remind' ? new Date(next.at).toISOString() : null
  return [
    {
      type: 'RequesterReminded',
      by: null,
      rule,
      anchoredAt: new Date(anchoredAt).toISOString(),
      step: taken,
      resolvesAt,
    },
  ]
}
