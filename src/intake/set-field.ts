import { changeTicket } from '../acts/change.ts'
import { deskById } from '../acts/world.ts'
import type { Commanded } from '../adapter.ts'
import { checkOne, detailsOf, languageFor, mayDo } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { fillIn } from '../domain/ticket/fill-in.ts'
import { routed } from '../domain/ticket/move-place.ts'
import { say } from '../ports/content.ts'
import { byKey } from './by-key.ts'
import { fieldNamed } from './details.ts'
import { errorSentence } from './error-sentence.ts'
import { answer, type Hearing } from './hearing.ts'
import { typedValues } from './options.ts'
import { actorOf } from './standing.ts'

/** `/ticket set DEMO-17 planned 2026-Q4`: what the Details form does, in one line; `-` takes an answer away. */
export async function setField(hearing: Hearing<Commanded>, { key, words }: { key: string; words: string }) {
  const { unit, world, person, standing, inbound } = hearing
  const { ticket, asAgent } = await byKey(hearing, key)
  if (!asAgent) throw new Refusal('not-an-agent')
  const desk = deskById(world, ticket.deskId)
  if (!mayDo(desk, actorOf(desk, person, standing).roles, 'triage')) throw new Refusal('not-allowed')
  const language = languageFor(desk, person.language)
  const { id, rest } = fieldNamed(desk, ticket, words, language)
  const field = detailsOf(desk, ticket.type, ticket.fields).find((one) => one.id === id)
  if (!field) throw new Refusal('no-such-field', { field: words, fields: id })
  const values = rest === '' || rest === '-' ? [] : typedValues(desk, field, rest, language)
  const checked = checkOne(desk, field, values, language)
  if ('error' in checked) return answer(hearing, errorSentence(checked.error), 'answer-wrong')
  const { occurredAt } = inbound
  await changeTicket(
    unit,
    world,
    ticket.id,
    (before, its) => routed(before, its, person.id, occurredAt, (now) => fillIn(now, its, person.id, { [id]: values })),
    { occurredAt },
  )
  return answer(hearing, say('field-set', { key: ticket.key }), 'filled-in')
}
