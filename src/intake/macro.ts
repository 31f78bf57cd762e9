import { changeTicket } from '../acts/change.ts'
import { keptButton } from '../acts/kept-button.ts'
import { keepWords } from '../acts/speak.ts'
import type { Answers, Form, FormField, FormRef, Pressed, Submitted } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { label, languageFor, type Macro, signature, statusOf } from '../domain/desk/questions.ts'
import { completed, macrosFor, macroText } from '../domain/macro.ts'
import type { Actor } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { secretIn } from '../domain/secrets.ts'
import type { TicketEvent } from '../domain/ticket/events.ts'
import { inTurn } from '../domain/ticket/in-turn.ts'
import { moveTo } from '../domain/ticket/move.ts'
import { note } from '../domain/ticket/note.ts'
import { replyAsAgent } from '../domain/ticket/reply.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { line, words } from '../locales/index.ts'
import { parseMarkdown } from '../locales/markdown.ts'
import { type ChoiceContent, say } from '../ports/content.ts'
import type { Unit } from '../ports/store.ts'
import { held } from './conversation.ts'
import { type Hearing, whisper } from './hearing.ts'
import { refuseIdle } from './worked-on.ts'

const BLANK = 'blank-'
const TEXT = 'text-'
/** In the place of the id of an answer that is only tried. */
const TRIED = ''

/** Who answers which ticket by a macro. */
interface Answering {
  unit: Unit
  desk: Desk
  by: Actor
  ticket: Readonly<Ticket>
}

/** The form behind Macro…: choose one, see it in the requester's language, fill in its blanks, edit it. */
export async function macroForm(answering: Answering, ref: FormRef, answers: Answers, language: string): Promise<Form> {
  const { desk, by } = answering
  const macros = macrosFor(desk, by.roles)
  const chosen = macros.find(({ id }) => id === answers.macro)
  const fields: FormField[] = [
    {
      id: 'macro',
      kind: 'choice',
      label: words('field-macro', {}, language),
      required: true,
      options: macros.map((macro) => ({ id: macro.id, label: label(macro.label, language, desk) })),
      ...(chosen && { value: chosen.id }),
      redraws: true,
    },
    ...(chosen ? await fieldsOf(answering, chosen, language) : []),
  ]
  return {
    ref,
    title: words('form-macro-title', {}, language),
    submit: words('form-send', {}, language),
    cancel: words('form-close', {}, language),
    fields,
  }
}

async function fieldsOf(answering: Answering, macro: Macro, language: string): Promise<FormField[]> {
  const { desk } = answering
  const { text, blanks } = await textFor(answering, macro)
  const then = macro.then === undefined ? undefined : statusOf(desk, macro.then)
  const status = then && label(then.label, language, desk)
  const hints = [
    ...(blanks.length > 0
      ? [line('field-macro-text-hint', { blanks: blanks.map(inBraces).join(', ') }, language)]
      : []),
    ...(status === undefined ? [] : [line('field-macro-then', { status }, language)]),
  ]
  return [
    ...blanks.map((name): FormField => {
      const shown = macro.blanks[name]
      return {
        id: `${BLANK}${macro.id}-${name}`,
        kind: 'text',
        label: shown ? label(shown, language, desk) : inBraces(name),
        // Whoever takes it out of the text need not fill it in.
        required: false,
      }
    }),
    {
      // A field of its own per macro: a form drawn again keeps what stands in a field it had before.
      id: `${TEXT}${macro.id}`,
      kind: 'longtext',
      label: words('field-reply', {}, language),
      required: true,
      value: text,
      ...(hints.length > 0 && { hint: hints.join(' ') }),
    },
  ]
}

/**
 * What is wrong with the form, by field.
 * @throws Refusal where the ticket takes no answer any more, or cannot go where the macro moves it: the form stays open
 */
export async function macroErrors(
  answering: Answering,
  answers: Answers,
  language: string,
): Promise<Record<string, string>> {
  const { desk, by } = answering
  const macro = macrosFor(desk, by.roles).find(({ id }) => id === answers.macro)
  const required = line('error-required', {}, language)
  if (!macro) return { macro: required }
  const { text, missing } = await written(answering, macro, answers)
  if (text.trim() === '') return { [`${TEXT}${macro.id}`]: required }
  if (missing.length > 0) return Object.fromEntries(missing.map((name) => [`${BLANK}${macro.id}-${name}`, required]))
  // What is held back moves nothing.
  if (secretIn(parseMarkdown(text)) === undefined) answered(answering, macro, TRIED, answering.unit.now)
  return {}
}

/** The form sent in. The ticket's own rules, the secrets and who may are looked at once more. */
export async function submitMacro(hearing: Hearing<Submitted>, ticket: Ticket): Promise<string> {
  const { unit, inbound } = hearing
  const { desk, by } = refuseIdle(hearing, ticket, 'reply')
  const macro = macrosFor(desk, by.roles).find(({ id }) => id === inbound.answers.macro)
  if (!macro) throw new Refusal('no-such-macro')
  const { text, missing } = await written({ unit, desk, by, ticket }, macro, inbound.answers)
  if (missing.length > 0 || text.trim() === '') throw new Refusal('answers-incomplete')
  return send(hearing, ticket, by, macro, text)
}

/** Where there are no forms: the macros, one below the other, to whoever pressed alone. */
export async function offerMacros(hearing: Hearing<Pressed>, ticket: Ticket): Promise<string> {
  const { unit, person } = hearing
  const { desk, by } = refuseIdle(hearing, ticket, 'reply')
  const language = languageFor(desk, person.language)
  const rows: ChoiceContent[][] = []
  for (const macro of macrosFor(desk, by.roles)) {
    const meaning = { act: 'macro', ticketId: ticket.id, argument: macro.id } as const
    rows.push([await keptButton(hearing, meaning, { words: label(macro.label, language, desk) })])
  }
  if (rows.length === 0) throw new Refusal('no-such-macro')
  await unit.deliveries.owe([whisper(hearing, [say('macro-which', { key: ticket.key })], rows)])
  return 'macros-offered'
}

/** The one chosen, as the requester would read it: to send as it is, or to copy where it has blanks. */
export async function showMacro(hearing: Hearing<Pressed>, ticket: Ticket, id: string): Promise<string> {
  const { unit } = hearing
  const { desk, by } = refuseIdle(hearing, ticket, 'reply')
  const macro = macrosFor(desk, by.roles).find((one) => one.id === id)
  if (!macro) throw new Refusal('no-such-macro')
  const { text, blanks } = await textFor({ unit, desk, by, ticket }, macro)
  const { key } = ticket
  const shown = { text: parseMarkdown(text) }
  if (blanks.length > 0) {
    const copy = say('macro-copy', { key, blanks: blanks.map(inBraces).join(', ') })
    await unit.deliveries.owe([whisper(hearing, [copy, shown])])
    return 'macro-to-copy'
  }
  const sends = { act: 'macro-send', ticketId: ticket.id, argument: id } as const
  const button = await keptButton(hearing, sends, say('button-send', {}))
  const choices: ChoiceContent[][] = [[{ ...button, tone: 'primary' }]]
  await unit.deliveries.owe([whisper(hearing, [say('macro-shown', { key }), shown], choices)])
  return 'macro-shown'
}

/** Sent as it is shown. */
export async function sendMacro(hearing: Hearing<Pressed>, ticket: Ticket, id: string): Promise<string> {
  const { unit } = hearing
  const { desk, by } = refuseIdle(hearing, ticket, 'reply')
  const macro = macrosFor(desk, by.roles).find((one) => one.id === id)
  if (!macro) throw new Refusal('no-such-macro')
  const { text, blanks } = await textFor({ unit, desk, by, ticket }, macro)
  if (blanks.length > 0) throw new Refusal('answers-incomplete')
  return send(hearing, ticket, by, macro, text)
}

/** As an answer of the agent's own: what looks like a secret is held back, and then moves nothing either. */
async function send(
  hearing: Hearing<Pressed | Submitted>,
  ticket: Ticket,
  by: Actor,
  macro: Macro,
  markdown: string,
): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const text = parseMarkdown(markdown)
  const secret = secretIn(text) !== undefined
  const message = await keepWords(unit, world, {
    ticketId: ticket.id,
    kind: secret ? 'note' : 'message',
    side: !secret && ticket.requesterId === person.id ? 'requester' : 'agent',
    authorId: person.id,
    text,
    occurredAt: inbound.occurredAt,
  })
  await changeTicket(
    unit,
    world,
    ticket.id,
    (now, desk) => {
      if (secret) return note(now, person.id, message.id)
      return answered({ ticket: now, desk, by }, macro, message.id, inbound.occurredAt)
    },
    { occurredAt: inbound.occurredAt, messages: [message] },
  )
  return secret ? held(hearing, ticket, message.id, say('held-secret', {})) : 'replied'
}

/** The answer, and where it takes the ticket. `message`: our id of it; `at`: when it is given. */
function answered(
  { ticket, desk, by }: Omit<Answering, 'unit'>,
  { then }: Macro,
  message: string,
  at: Date,
): TicketEvent[] {
  if (then === undefined) return replyAsAgent(ticket, desk, by, message)
  // Its own status takes the place of the one that follows any answer.
  return inTurn(ticket, at, [
    (its) => replyAsAgent(its, desk, by, message, { movedNext: true }),
    (its) => moveTo(its, desk, by, then),
  ])
}

async function textFor({ unit, desk, by, ticket }: Answering, macro: Macro) {
  const requester = (await unit.people.byIds([ticket.requesterId])).get(ticket.requesterId)
  const language = languageFor(desk, requester?.language)
  return macroText(macro, desk, language, {
    requester: requester?.name ?? '',
    key: ticket.key,
    agent: signature(desk, by.name, language),
    subject: ticket.subject,
  })
}

/** The text as it was edited, and what was filled in. */
async function written(answering: Answering, macro: Macro, answers: Answers) {
  const { blanks } = await textFor(answering, macro)
  const said = (id: string) => [answers[id] ?? ''].flat().join('\n')
  const given = Object.fromEntries(blanks.map((name) => [name, said(`${BLANK}${macro.id}-${name}`)]))
  return completed(said(`${TEXT}${macro.id}`), blanks, given)
}

const inBraces = (name: string): string => `{${name}}`
