import type { Edited } from '../adapter.ts'
import { checkOne, languageFor } from '../domain/desk/questions.ts'
import { toPlain } from '../domain/text/plain.ts'
import { NO_WORDS } from '../domain/text/text.ts'
import { say } from '../ports/content.ts'
import { heldNow } from './album.ts'
import { ask, deskOf, take, withoutAnswer } from './guided.ts'
import { answer, type Hearing } from './hearing.ts'
import { typedValues } from './options.ts'
import { stepsOf } from './steps.ts'

/**
 * An answer in a form that is not sent yet, corrected by an edit of its message: the question or the summary they are at
 * comes again, or their own question where what it says now is no answer. Undefined: it is none of this form.
 */
export async function editAnswer(hearing: Hearing<Edited>): Promise<string | undefined> {
  const { unit, inbound, person } = hearing
  const open = await unit.drafts.openIn(person.id, inbound.at.chat)
  const fieldId = open?.body.typed?.[inbound.message]
  const desk = open && deskOf(hearing, open)
  const step = open && desk && stepsOf([desk], desk, open.body).find(({ id }) => id === fieldId)
  if (!desk || !step || !('field' in step)) return undefined
  // A picture whose caption is the answer waits without words.
  const messages = open.body.messages.map((held) => heldNow(held, { ...inbound, text: NO_WORDS }))
  const draft = { ...open, body: { ...open.body, messages } }
  const { body } = withoutAnswer(draft, step.id)
  const asked = { ...draft, body: { ...body, path: body.path.filter((id) => id !== step.id) } }
  const typed = toPlain(inbound.own ?? inbound.text).trim()
  if (typed === '') return ask(hearing, asked, step, [say('answer-in-words', {})], 'asked-again')
  const language = languageFor(desk, person.language)
  const values = typedValues(desk, step.field, typed, language)
  const checked = checkOne(desk, step.field, values, language)
  if ('value' in checked && JSON.stringify(checked.value) === JSON.stringify(draft.body.answers[step.id])) {
    await unit.drafts.save(draft)
    return 'unchanged'
  }
  return take(hearing, asked, step.field, values)
}

/** An answer in a form that is sent or left: nothing follows from its edit, and they are told. Undefined: it is none. */
export async function answerTooLate(hearing: Hearing<Edited>): Promise<string | undefined> {
  const { unit, inbound, person } = hearing
  const { at, firstKey } = inbound
  if (firstKey === undefined || (await unit.inbox.outcomeOf(at, firstKey)) !== 'answered') return undefined
  // What was answered anew since is no matter of an edit.
  const open = await unit.drafts.openIn(person.id, at.chat)
  if (open?.purpose === 'form') return undefined
  return answer(hearing, say('answer-too-late', {}), 'answer-too-late')
}
