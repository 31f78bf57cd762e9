import type { Answers } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import type { Draft } from '../ports/drafts.ts'
import type { Unit } from '../ports/store.ts'
import { refuseNoAgent, whomIn } from './open-for.ts'
import type { Standing } from './standing.ts'
import { refuseRaised } from './ticket-of.ts'

/**
 * What would be refused once the form of a new ticket is gone from the screen is said while it is there: it costs nobody
 * what they typed.
 * @throws Refusal where the message is a ticket by now, or they may not ask for somebody else
 */
export async function refuseForm(
  { unit, standing }: { unit: Unit; standing: Standing },
  desk: Desk,
  answers: Answers,
  draft: Draft | undefined,
): Promise<void> {
  if (whomIn(answers)) refuseNoAgent(desk, standing)
  const [held] = draft?.body.messages ?? []
  // A form that is sent has made the ticket itself.
  if (held && draft?.body.raised && draft.state === 'open') await refuseRaised(unit, standing.address, held)
}
