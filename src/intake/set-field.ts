import { changeTicket } from '../acts/change.ts'
import type { Commanded } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { checkOne, languageFor } from '../domain/desk/questions.ts'
import type { TicketEvent } from '../domain/ticket/events.ts'
import { fillIn } from '../domain/ticket/fill-in.ts'
import { routed } from '../domain/ticket/move-place.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type Sentence, say } from '../ports/content.ts'
import { byKey } from './by-key.ts'
import { fieldNamed } from './details.ts'
import { errorSentence } from './error-sentence.ts'
import { answer, type Hearing } from './hearing.ts'
import { typedValues } from './options.ts'
import { particularsIn, setParticular } from './set-particular.ts'
import { refuseIdle } from './worked-on.ts'

type Act = (ticket: Readonly<Ticket>, desk: Desk) => TicketEvent[]

/**
 * `/ticket set DEMO-17 planned 2026-Q4`: what the Details form does, and of the Edit form what fits in one line; `-` takes
 * an answer away.
 */
export async function setField(hearing: Hearing<Commanded>, { key, words }: { key: string; words: string }) {
  const { unit, world, person, inbound } = hearing
  const { ticket } = await byKey(hearing, key)
  const { desk } = refuseIdle(hearing, ticket, 'triage')
  const act = actOf(hearing, ticket, desk, words)
  if ('wrong' in act) return answer(hearing, act.wrong, 'answer-wrong')
  const { occurredAt } = inbound
  await changeTicket(
    unit,
    world,
    ticket.id,
    (before, its) => routed(before, its, person.id, occurredAt, (now) => act(now, its)),
    { occurredAt },
  )
  return answer(hearing, say('field-set', { key: ticket.key }), 'filled-in')
}

function actOf({ unit, person }: Hearing, ticket: Ticket, desk: Desk, words: string): Act | { wrong: Sentence } {
  const language = languageFor(desk, person.language)
  const named = fieldNamed(desk, ticket, words, { language, besides: particularsIn(language) })
  const typed = named.rest === '-' ? '' : named.rest
  if ('other' in named) return setParticular(named.other, typed, { desk, by: person.id, language, now: unit.now })
  const { field } = named
  const checked = checkOne(desk, field, typed === '' ? [] : typedValues(desk, field, typed, language), language)
  if ('error' in checked) return { wrong: errorSentence(checked.error) }
  // As it was read here: whoever applies it does not know in which language it was typed.
  const given = { [field.id]: [checked.value ?? []].flat() }
  return (now, its) => fillIn(now, its, person.id, given)
}
