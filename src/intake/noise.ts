import type { Said } from '../adapter.ts'
import { isNoise } from '../domain/noise.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type Sentence, say } from '../ports/content.ts'
import { answer, type Hearing } from './hearing.ts'

/** Two machines that thank one another must come to an end: one answer, then none for this long (ms). */
const QUIET_MS = 60 * 60 * 1000

/** A greeting or thanks and nothing else. */
export function saysNothing({ inbound }: Pick<Hearing<Said>, 'inbound'>): boolean {
  return inbound.enclosures.length === 0 && isNoise(inbound.text)
}

/** Whether this became of a greeting or thanks that belong to no ticket: nothing is kept of them. */
export function wasNoise(outcome: string | undefined): boolean {
  return outcome === 'noise' || outcome === unanswered('noise')
}

/** One line, once an hour for a person in a chat. */
export async function answerNoise(hearing: Hearing<Said>, sentence: Sentence, outcome: string): Promise<string> {
  const { platform, account, chat } = hearing.inbound.at
  const mine = await hearing.once(`noise:${platform}:${account}:${chat}:${hearing.person.id}`, QUIET_MS)
  return mine ? answer(hearing, sentence, outcome) : unanswered(outcome)
}

function unanswered(outcome: string): string {
  return `${outcome}-unanswered`
}

/** Thanks after the end: the agents see it, and it stays the end. */
export function thanked(hearing: Hearing<Said>, { key }: Ticket): Promise<string> {
  return answerNoise(hearing, say('noise-resolved', { key }), 'thanked')
}
