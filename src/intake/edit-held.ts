import type { Edited } from '../adapter.ts'
import { SUBJECT_MAX } from '../domain/desk/form.ts'
import { firstLine } from '../domain/text/first-line.ts'
import type { Draft, DraftBody, HeldMessage } from '../ports/drafts.ts'
import { heldNow } from './album.ts'
import type { Hearing } from './hearing.ts'

/**
 * Words that still wait in drafts are edited there by who wrote them, whoever fills the draft in. Undefined: none of them
 * holds the message.
 */
export async function editHeld({ unit, inbound, person }: Hearing<Edited>): Promise<string | undefined> {
  let edited = false
  for (const draft of await unit.drafts.holding(inbound.at, inbound.message)) {
    const before = draft.body.messages
    const isTheirs = ({ author }: HeldMessage) =>
      author === undefined ? draft.personId === person.id : author === inbound.who.id
    const messages = before.map((held) => (isTheirs(held) ? heldNow(held, inbound) : held))
    if (messages.every((held, index) => held === before[index])) continue
    await unit.drafts.save({ ...draft, body: { ...draft.body, messages, answers: answersNow(draft, messages) } })
    edited = true
  }
  return edited ? 'edited-in-draft' : undefined
}

/** A subject that was taken from the words still is. */
function answersNow({ body }: Draft, [now]: readonly HeldMessage[]): DraftBody['answers'] {
  const [before] = body.messages
  if (!body.raised || !before || !now || body.answers.subject !== firstLine(before.text, SUBJECT_MAX))
    return body.answers
  const { subject: _before, ...answers } = body.answers
  const subject = firstLine(now.text, SUBJECT_MAX)
  return subject === '' ? answers : { ...answers, subject }
}
