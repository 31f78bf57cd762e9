import type { Edited, Said } from '../adapter.ts'
import { isNoise } from '../domain/noise.ts'
import { draftHere } from './draft-here.ts'
import { ticketsHere } from './foresee.ts'
import type { Hearing } from './hearing.ts'
import { wasNoise } from './noise.ts'
import { heardInPrivate } from './private-chat.ts'

/**
 * A greeting that opened nothing has become a question by an edit: it is heard as if it were said now. Undefined for
 * whatever else nobody knows: what answered a form, a command, a message that was forgotten.
 */
export async function heardAfterAll(hearing: Hearing<Edited>): Promise<string | undefined> {
  const { unit, inbound } = hearing
  const { who, at, occurredAt, message, text, enclosures = [], broadcast, firstKey } = inbound
  if (firstKey === undefined || (enclosures.length === 0 && isNoise(text))) return undefined
  if (!wasNoise(await unit.inbox.outcomeOf(at, firstKey))) return undefined
  const words = { message, text, enclosures, broadcast, direct: true, byBot: false }
  const said: Hearing<Said> = { ...hearing, inbound: { does: 'say', who, at, occurredAt, ...words } }
  const draft = await draftHere(said)
  // No answer to a question: it was there before that was put.
  const asked = draft?.purpose === 'form' && draft.body.asked !== undefined
  return heardInPrivate(said, asked ? undefined : draft, await ticketsHere(said))
}
