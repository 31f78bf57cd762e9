import type { Commanded } from '../adapter.ts'
import { say } from '../ports/content.ts'
import { showAnswered } from './guided.ts'
import { answer, type Hearing } from './hearing.ts'

/** What they were asked for here is dropped. */
export async function cancel(hearing: Hearing<Commanded>): Promise<string> {
  const { unit, person, inbound } = hearing
  const draft = await unit.drafts.openIn(person.id, inbound.at.chat)
  if (!draft) return answer(hearing, say('nothing-to-cancel', {}), 'nothing-to-cancel')
  await unit.drafts.save({ ...draft, state: 'cancelled' })
  await showAnswered(hearing, draft)
  return answer(hearing, say('draft-cancelled', {}), 'cancelled')
}
