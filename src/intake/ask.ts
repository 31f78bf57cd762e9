import type { ButtonAct } from '../acts/buttons.ts'
import { deskById, type World } from '../acts/world.ts'
import type { Answer, Question } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { checkAnswers, languageFor, mayDo, typeOf } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { refuseOutsiders } from '../domain/ticket/enter.ts'
import { words, wordsKept } from '../locales/index.ts'
import type { Platforms } from '../ports/platforms.ts'
import type { Store, Unit } from '../ports/store.ts'
import { deskAt } from './desk-of.ts'
import { answerEdit } from './edit/ask.ts'
import { errorSentence } from './error-sentence.ts'
import { newTicketForm, writingForm } from './form.ts'
import { intentOf } from './intent.ts'
import { askedFor } from './press.ts'
import { ratingForm } from './rating-comment.ts'
import { actorOf, isAgentOf, type Standing, standingOf } from './standing.ts'
import { askingOnly } from './steps.ts'
import { personKnownBy } from './whom.ts'

export interface Asked {
  store: Store
  world: World
  platforms: Platforms
}

/** Answers what cannot wait for the inbox: which form to show, what is wrong with its answers. Writes nothing. */
export async function answerQuestion({ store, world, platforms }: Asked, question: Question): Promise<Answer> {
  const [profile, chosen] = await Promise.all([
    standingOf(platforms, world.desks, question.who, world.log),
    store.transaction((unit) => unit.people.chosenLanguage(question.who)),
  ])
  const standing = { ...profile, language: chosen ?? profile.language }
  const language = languageFor({ languages: world.desks.flatMap((desk) => desk.languages) }, standing.language)
  try {
    const edit = await answerEdit({ store, world, platforms }, question, standing)
    if (edit) return edit
    return await store.transaction((unit) => {
      const asker = { unit, world, standing, language }
      return question.ask === 'form' ? formFor(asker, question) : errorsIn(asker, question)
    })
  } catch (error) {
    if (error instanceof Refusal) return { refused: wordsKept(`refusal-${error.reason}`, error.facts, language) }
    throw error
  }
}

interface Asker {
  unit: Unit
  world: World
  standing: Standing
  language: string
}

async function formFor(asker: Asker, question: Extract<Question, { ask: 'form' }>): Promise<Answer> {
  const { world, language } = asker
  const { ref, at, answers = {}, raised } = question
  if (ref.kind === 'button') return (await draftForm(asker, question)) ?? buttonForm(asker, ref.id)
  if (standingRefused(asker.standing)) return { refused: words('stranger-refused', {}, language) }
  const draft = await asker.unit.drafts.byId(ref.id)
  const given = { ...draft?.body.answers, ...answers }
  if (question.words !== undefined && !raised) {
    const intent = intentOf(world, { name: 'ticket', words: question.words, at, people: question.people })
    if (intent.do !== 'form') return { none: true }
    Object.assign(given, intent.answers)
  }
  const desk = deskFor(world, given.desk, draft?.deskId ?? null, at)
  const held = raised ?? (draft?.body.raised ? draft.body.messages[0]?.text : undefined)
  const forOthers = desk !== undefined && isAgentOf(desk, asker.standing)
  return { form: newTicketForm({ desks: world.desks, desk, ref, answers: given, raised: held, forOthers, language }) }
}

/** The form of a draft, behind a button of a note to its person; undefined for any other button. */
async function draftForm(asker: Asker, question: Extract<Question, { ask: 'form' }>): Promise<Answer | undefined> {
  const { unit, standing } = asker
  const button = await unit.buttons.byId(question.ref.id)
  if (button?.act !== 'fill-form' || !button.draftId) return undefined
  const draft = await unit.drafts.byId(button.draftId)
  const person = await unit.people.at(standing.address)
  if (draft?.state !== 'open' || draft.personId !== person?.id) throw new Refusal('draft-is-gone')
  const at = { ...question.at, chat: draft.chat }
  return formFor(asker, { ...question, at, ref: { kind: 'draft', id: draft.id } })
}

/** A bot does not ask. Guests and people of other companies may; they are never agents. */
function standingRefused(standing: Standing): boolean {
  return standing.kind === 'bot'
}

function deskFor(
  world: World,
  chosen: unknown,
  kept: string | null,
  at: { platform: 'slack' | 'telegram'; chat: string },
): Desk | undefined {
  if (typeof chosen === 'string') return deskById(world, chosen)
  return kept === null ? deskAt(world, at) : deskById(world, kept)
}

/** The form behind a button of a card, for those who may use it. */
async function buttonForm({ unit, world, standing, language }: Asker, buttonId: string): Promise<Answer> {
  const button = await unit.buttons.byId(buttonId)
  const ticket = button?.ticketId ? await unit.tickets.byId(button.ticketId) : undefined
  if (!button || !ticket) throw new Refusal('button-is-stale')
  if (button.act === 'rate-comment') return ratingForm({ unit, world, standing }, button, ticket)
  const desk = deskById(world, ticket.deskId)
  if (!isAgentOf(desk, standing)) throw new Refusal('not-an-agent')
  const act = button.act as ButtonAct // the table holds only acts of `buttonFor`
  const asked = askedFor(act, button.argument ?? '')
  const person = await unit.people.at(standing.address)
  const by = actorOf(desk, person ?? { id: '', name: standing.name }, standing)
  refuseOutsiders(ticket, desk, by)
  if (asked === undefined || !mayDo(desk, by.roles, asked)) throw new Refusal('not-allowed')
  if (act !== 'note' && act !== 'reply') return { none: true }
  return { form: writingForm(act, { kind: 'button', id: buttonId }, languageFor(desk, standing.language) || language) }
}

async function errorsIn(asker: Asker, question: Extract<Question, { ask: 'check' }>): Promise<Answer> {
  const { unit, world, language } = asker
  const { ref, answers, at } = question
  if (ref.kind === 'button') {
    const form = await buttonForm(asker, ref.id)
    const [field] = 'form' in form ? form.form.fields : []
    const empty = field && [answers[field.id] ?? ''].flat().join('').trim() === ''
    return { errors: empty ? { [field.id]: words('error-required', {}, language) } : {} }
  }
  const draft = await unit.drafts.byId(ref.id)
  const desk = deskFor(world, answers.desk, draft?.deskId ?? null, { ...at, chat: draft?.chat ?? at.chat })
  if (!desk) return { errors: { desk: words('error-required', {}, language) } }
  const type = typeof answers.type === 'string' && typeOf(desk, answers.type) ? answers.type : desk.types[0].id
  // A form sent faster than its command or message was heard: whether a message is the description is not known yet.
  // Slack itself asked for what the form shows, and the stored row is checked again.
  const given = draft && !draft.body.raised ? answers : { description: '-', ...answers }
  const checked = checkAnswers(askingOnly(desk), type, given, language)
  const whom = [answers['for-whom-other'] ?? []].flat()[0]
  const known = whom === undefined || (await personKnownBy({ unit, world, standing: asker.standing }, whom.trim()))
  const nobody = known ? {} : { 'for-whom-other': words('error-no-such-requester', {}, language) }
  if (!('errors' in checked)) return { errors: nobody }
  const errors = Object.entries(checked.errors).map(([id, error]) => {
    const { key, facts } = errorSentence(error)
    return [id, wordsKept(key, facts, language)]
  })
  return { errors: { ...nobody, ...Object.fromEntries(errors) } }
}
