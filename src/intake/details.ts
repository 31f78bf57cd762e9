import { changeTicket } from '../acts/change.ts'
import type { Answer, Form, FormRef, Question, Submitted } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { checkOne, detailsOf, type FormQuestion, label, mayDo } from '../domain/desk/questions.ts'
import type { Field } from '../domain/desk/types.ts'
import { Refusal } from '../domain/refusal.ts'
import { fillIn } from '../domain/ticket/fill-in.ts'
import { routed } from '../domain/ticket/move-place.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { lineKept, words } from '../locales/index.ts'
import type { Ids } from '../ports/ids.ts'
import { errorSentence } from './error-sentence.ts'
import { formField } from './form.ts'
import type { Hearing } from './hearing.ts'

type Values = Readonly<Record<string, string | string[]>>

/** Length of one print: of a field's id, and of its value (`printsOf`). */
const PRINT = 6

/** What the form and the agents say of a ticket, to put right and to fill in: one field for each that is shown now. */
export function detailsForm(
  ids: Ids,
  desk: Desk,
  ticket: Readonly<Ticket>,
  question: { ref: FormRef; answers: Values; language: string },
): Form {
  const { ref, answers, language } = question
  const standing = showable(desk, ticket)
  const given: Values = { ...standing, ...answers }
  // Drawn again its fields keep what was put into them, and so the prints of how things stood when it was opened; what the
  // type has only now is shown for the first time.
  const first = (ref.kind === 'button' && ref.shown) || ''
  const shown = joined([...printsIn(printsOf(ids, desk, ticket.type, standing)), ...printsIn(first)])
  return {
    ref: { kind: 'button', id: ref.id, shown },
    title: words('form-details-title', {}, language),
    submit: words('form-save', {}, language),
    cancel: words('form-close', {}, language),
    fields: detailsOf(desk, ticket.type, given).map((field) => formField(desk, ticket.type, field, given, language)),
  }
}

/** What is wrong with what was filled in, by field. */
export function detailsErrors(
  desk: Desk,
  ticket: Readonly<Ticket>,
  { answers }: Extract<Question, { ask: 'check' }>,
  language: string,
): Answer {
  const errors = detailsOf(desk, ticket.type, answers).flatMap((field): [string, string][] => {
    const checked = checkOne(desk, field, [answers[field.id] ?? []].flat(), language)
    if (!('error' in checked)) return []
    const { key, facts } = errorSentence(checked.error)
    return [[field.id, lineKept(key, facts, language)]]
  })
  return { errors: Object.fromEntries(errors) }
}

/** The form sent in: what the agent changed, and only that; what somebody else changed meanwhile stays as they made it. */
export async function submitDetails(hearing: Hearing<Submitted>, ticket: Ticket, desk: Desk, roles: readonly string[]) {
  const { unit, world, inbound, person } = hearing
  if (!mayDo(desk, roles, 'triage')) throw new Refusal('not-allowed')
  const { answers, ref } = inbound
  const { ids } = world
  const before = printsIn(
    (ref.kind === 'button' && ref.shown) || printsOf(ids, desk, ticket.type, showable(desk, ticket)),
  )
  const now = printsIn(printsOf(ids, desk, ticket.type, answers))
  const shown = new Set(detailsOf(desk, ticket.type, answers).map(({ id }) => id))
  // What the form did not have, for the ticket was of another type then, has not been answered in it.
  const changed = everyDetail(desk, ticket.type)
    .map(({ id }) => ({ id, name: printOf(ids, [id]) }))
    .filter(({ id, name }) => shown.has(id) && before.has(name) && before.get(name) !== now.get(name))
    .map(({ id }) => id)
  const people = new Set(everyDetail(desk, ticket.type).flatMap(({ id, kind }) => (kind === 'person' ? [id] : [])))
  const kept = (id: string) =>
    [answers[id] ?? []].flat().map((one) => (people.has(id) ? (hearing.others.get(one)?.name ?? one) : one))
  const values = Object.fromEntries(changed.map((id) => [id, kept(id)]))
  const { occurredAt } = inbound
  const after = await changeTicket(
    unit,
    world,
    ticket.id,
    (before, its) => routed(before, its, person.id, occurredAt, (current) => fillIn(current, its, person.id, values)),
    { occurredAt },
  )
  return after.version === ticket.version ? 'unchanged' : 'filled-in'
}

/**
 * `/ticket set KEY field value`: a field by its id or its label, and the value as it is typed.
 * @param spoken `language`: of who says it; `besides`: what else may be named, where the desk has no field of that name
 */
export function fieldNamed<Id extends string>(
  desk: Desk,
  ticket: Readonly<Ticket>,
  words: string,
  { language, besides }: { language: string; besides: readonly { id: Id; label: string }[] },
): { field: FormQuestion; rest: string } | { other: Id; rest: string } {
  const details = detailsOf(desk, ticket.type, ticket.fields)
  for (const field of details) {
    const rest = restAfter(words, [field.id, ...Object.values(field.label ?? {})])
    if (rest !== undefined) return { field, rest }
  }
  for (const { id, label: its } of besides) {
    const rest = restAfter(words, [id, its])
    if (rest !== undefined) return { other: id, rest }
  }
  const labels = [
    ...details.map((field) => (field.label ? label(field.label, language, desk) : field.id)),
    ...besides.map((one) => one.label),
  ]
  throw new Refusal('no-such-field', { field: words, fields: labels.join(', ') })
}

/** What follows the name they begin with; undefined where it is none of these. */
function restAfter(words: string, names: readonly string[]): string | undefined {
  const spoken = words.toLowerCase()
  const name = names.find((one) => spoken === one.toLowerCase() || spoken.startsWith(`${one.toLowerCase()} `))
  return name === undefined ? undefined : words.slice(name.length).trim()
}

/**
 * The answers a form can be filled in with. A person is kept by name, which no list of people can be set to, and an option
 * may have left the desk's file: who saves the form without having seen them has not taken them away.
 */
function showable(desk: Desk, { type, fields }: Readonly<Ticket>): Values {
  const entries = everyDetail(desk, type).flatMap(({ id, kind, options }): [string, string | string[]][] => {
    const value = fields[id]
    if (value === undefined || kind === 'person') return []
    if (!options) return [[id, value]]
    const offered = [value].flat().filter((one) => options.some((option) => option.id === one))
    const [first] = offered
    return first === undefined ? [] : [[id, typeof value === 'string' ? first : offered]]
  })
  return Object.fromEntries(entries)
}

/**
 * A print of each field's value behind one of its id, for the ticket may be of another type when the form comes back;
 * empty and absent are the same.
 */
function printsOf(ids: Ids, desk: Desk, type: string, values: Values): string {
  const printed = ({ id }: Field): [string, string] => [
    printOf(ids, [id]),
    printOf(ids, [values[id] ?? []].flat().toSorted()),
  ]
  return joined(everyDetail(desk, type).map(printed))
}

function printOf(ids: Ids, parts: readonly string[]): string {
  return ids.seal(parts).slice(0, PRINT)
}

/** Of a field that is named twice the last counts. */
function joined(prints: readonly [string, string][]): string {
  return [...new Map(prints)].flat().join('')
}

/** The print of each value, by that of its field's id. */
function printsIn(prints: string): Map<string, string> {
  const found = new Map<string, string>()
  for (let at = 0; at < prints.length; at += 2 * PRINT) {
    found.set(prints.slice(at, at + PRINT), prints.slice(at + PRINT, at + 2 * PRINT))
  }
  return found
}

/** Also those hidden now, which another choice brings up. */
function everyDetail(desk: Desk, type: string): Field[] {
  const found = desk.types.find(({ id }) => id === type)
  return [...(found?.fields ?? []), ...(found?.agentFields ?? [])]
}
