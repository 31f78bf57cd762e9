import { changeTicket } from '../acts/change.ts'
import type { Commanded } from '../adapter.ts'
import { checkOne, detailsOf, languageFor } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { fillIn } from '../domain/ticket/fill-in.ts'
import { routed } from '../domain/ticket/move-place.ts'
import { say } from '../ports/content.ts'
import { byKey } from './by-key.ts'
import { fieldNamed } from './details.ts'
import { errorSentence } from './error-sentence.ts'
import { answer, type Hearing } from './hearing.ts'
import { typedValues } from './options.ts'
import { refuseIdle } from './worked-on.ts'

/** `/ticket set DEMO-17 planned 2026-Q4`: what the Details form does, in one line; `-` takes an answer away. */
export async function setField(hearing: Hearing<Commanded>, { key, words }: { key: string; words: string }) {
  const { unit, world, person, inbound } = hearing
  const { ticket } = await byKey(hearing, key)
  const { desk } = refuseIdle(hearing, ticket, 'triage')
  const language = languageFor(desk, person.language)
  const { id, rest } = fieldNamed(desk, ticket, words, language)
  const field = detailsOf(desk, ticket.type, ticket.fields).find((one) => one.id === id)
  if (!field) throw new Refusal('no-such-field', { field: words, fields: id })
  const values = rest === '' || rest === '-' ? [] : typedValues(desk, field, rest, language)
  const checked = checkOne(desk, field, values, language)
  if ('error' in checked) return answer(hearing, errorSentence(checked.error), 'answer-wrong')
  const { occurredAt } = inbound
  // As it was read here: whoever applies it does not know in which language it was typed.
  const given = { [id]: [checked.value ?? []].flat() }
  await changeTicket(
    unit,
    world,
    ticket.id,
    (before, its) => routed(before, its, person.id, occurredAt, (now) => fillIn(now, its, person.id, given)),
    { occurredAt },
  )
  return answer(hearing, say('field-set', { key: ticket.key }), 'filled-in')
}
