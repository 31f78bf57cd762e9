import { type Said, traits } from '../adapter.ts'
import type { Draft } from '../ports/drafts.ts'
import type { Hearing } from './hearing.ts'

/** The open draft these words may answer: a question put in one topic is not answered in another. */
export async function draftHere({
  unit,
  inbound,
  person,
}: Pick<Hearing<Said>, 'unit' | 'inbound' | 'person'>): Promise<Draft | undefined> {
  const draft = await unit.drafts.openIn(person.id, inbound.at.chat)
  if (draft?.body.asked === undefined || !traits[inbound.at.platform].topics) return draft
  const asked = await unit.deliveries.byId(draft.body.asked)
  return !asked || asked.to.thread === inbound.at.thread ? draft : undefined
}
