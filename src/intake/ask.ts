import type { ButtonAct } from '../acts/buttons.ts'
import { deskById, type World } from '../acts/world.ts'
import type { Answer, Answers, PageQuestion, Question } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { checkAnswers, languageFor, mayDo, typeOf } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { refuseOutsiders } from '../domain/ticket/enter.ts'
import { refuseClosed } from '../domain/ticket/refuse-closed.ts'
import { line, lineKept } from '../locales/index.ts'
import type { Draft } from '../ports/drafts.ts'
import { nameOfError, placeOfError } from '../ports/log.ts'
import type { Platforms } from '../ports/platforms.ts'
import type { Store, Unit } from '../ports/store.ts'
import { deskAt, desksFor } from './desk-of.ts'
import { detailsErrors, detailsForm } from './details.ts'
import { answerEdit } from './edit/ask.ts'
import { errorSentence } from './error-sentence.ts'
import { newTicketForm, writingForm } from './form.ts'
import { asksForForm, formAgain } from './form-again.ts'
import { languageOf } from './hearing.ts'
import { hintsOn } from './hint-sentences.ts'
import { homeOf } from './home.ts'
import { intentOf } from './intent.ts'
import { macroErrors, macroForm } from './macro.ts'
import { asOffered, planOf } from './offered.ts'
import { mayOpenFor, refuseNoAgent, whomIn } from './open-for.ts'
import { askedFor } from './press.ts'
import { ratingForm } from './rating-comment.ts'
import { refusalIn } from './refusal-sentence.ts'
import { refuseForm } from './refuse-form.ts'
import { actorOf, isAgentOf, type Standing, standingOf } from './standing.ts'
import { askingOnly } from './steps.ts'
import { refuseShared } from './submit.ts'
import { showTyping } from './typing.ts'
import { personKnownBy } from './whom.ts'

export interface Asked {
  store: Store
  world: World
  platforms: Platforms
}

/** Answers what cannot wait for the inbox: which form to show, what is wrong with its answers. Writes nothing. */
export async function answerQuestion(asked: Asked, question: Question | PageQuestion): Promise<Answer> {
  const { store, world, platforms } = asked
  const profile = standingOf(platforms, world.desks, question.who, world.log)
  try {
    const chosen = store.transaction((unit) => unit.people.chosenLanguage(question.who))
    const [standing, theirs] = await Promise.all([profile, chosen])
    return await answerTo(asked, question, { ...standing, language: theirs ?? standing.language })
  } catch (error) {
    // The row of who asked for a form may be taken in all the same, and has nothing to say of it.
    if (question.ask !== 'form' || !asksForForm(world, question)) throw error
    world.log.warn({ error: nameOfError(error), at: placeOfError(error) }, 'form-not-made')
    return { unopened: formAgain(world, question, spokenBy(world, await profile)) }
  }
}

async function answerTo(asked: Asked, question: Question | PageQuestion, standing: Standing): Promise<Answer> {
  const { store, world, platforms } = asked
  const language = spokenBy(world, standing)
  try {
    if (question.ask === 'home') return await home({ store, world }, standing, language)
    const edit = await answerEdit({ store, world, platforms }, question, standing)
    if (edit) return withAgain(world, question, edit, language)
    const answer = await store.transaction((unit) => {
      const asker = { unit, world, standing, language }
      return question.ask === 'form' ? formFor(asker, question) : errorsIn(asker, question)
    })
    // The form is not kept waiting for it.
    if (question.ask === 'form' && question.ref.kind === 'button' && 'form' in answer)
      void showTyping({ store, world, platforms }, question.ref.id)
    return withAgain(world, question, answer, language)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { key, facts } = refusalIn(error, world, language)
    return { refused: lineKept(key, facts, language) }
  }
}

function spokenBy({ desks }: Pick<World, 'desks'>, { language }: Standing): string {
  return languageFor({ languages: desks.flatMap((desk) => desk.languages) }, language)
}

/** The platform may refuse to show the form: it came too late. */
function withAgain(world: World, question: Question, answer: Answer, language: string): Answer {
  return 'form' in answer ? { ...answer, again: formAgain(world, question, language) } : answer
}

function home({ store, world }: Pick<Asked, 'store' | 'world'>, standing: Standing, language: string): Promise<Answer> {
  return store.transaction(async (unit) => {
    const person = await unit.people.at(standing.address)
    const speaks = person ? languageOf({ world, person }) : language
    return { home: await homeOf({ unit, world, standing }, person, speaks) }
  })
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
  if (ref.kind === 'button') return (await draftForm(asker, question)) ?? buttonForm(asker, question)
  if (standingRefused(asker.standing)) return { refused: line('stranger-refused', {}, language) }
  const draft = await asker.unit.drafts.byId(ref.id)
  const given = { ...draft?.body.answers, ...answers }
  if (question.words !== undefined && !raised) {
    const intent = intentOf(world, { name: 'ticket', words: question.words, at, people: question.people })
    if (intent.do !== 'form') return { none: true }
    Object.assign(given, intent.answers)
  }
  const desks = desksFor(world, asker.standing)
  if (desks.length === 0) throw new Refusal('no-such-desk')
  const desk = await offeredHere(asker, deskFor(world, given.desk, draft?.deskId ?? null, at))
  const held = raised ?? (draft?.body.raised ? draft.body.messages[0]?.text : undefined)
  // Nobody fills in a form that will not be taken.
  if (desk && question.words !== undefined && whomIn(given)) refuseNoAgent(desk, asker.standing)
  const forOthers = desk !== undefined && mayOpenFor(desk, asker.standing)
  return { form: newTicketForm({ desks, desk, ref, answers: given, raised: held, forOthers, language }) }
}

/** The desk with what the plan of whoever asks offers. */
async function offeredHere({ unit, standing }: Asker, desk: Desk | undefined): Promise<Desk | undefined> {
  if (!desk) return undefined
  const person = await unit.people.at(standing.address)
  return asOffered(desk, await planOf(unit, desk, person?.id))
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
async function buttonForm(asker: Asker, question: Question): Promise<Answer> {
  const { unit, world, standing, language } = asker
  const { ref } = question
  const buttonId = ref.id
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
  const theirs = languageFor(desk, standing.language) || language
  if (act === 'details') {
    if (question.ask === 'check') return detailsErrors(desk, ticket, question, theirs)
    return { form: detailsForm(world.ids, desk, ticket, { ref, answers: question.answers ?? {}, language: theirs }) }
  }
  if (act === 'macro') {
    const given = question.answers ?? {}
    return { form: await macroForm({ unit, desk, by, ticket }, { kind: 'button', id: buttonId }, given, theirs) }
  }
  if (act !== 'note' && act !== 'reply') return { none: true }
  // Said while the form is open, it costs nobody what they typed.
  if (act === 'reply' && question.ask === 'check') refuseClosed(ticket)
  if (act === 'note') refuseShared(world, ticket)
  return { form: writingForm(act, { kind: 'button', id: buttonId }, theirs) }
}

/** Good enough to be sent; what could be better is shown once, in the form itself, and sending it again sends it. */
function hinted(
  { standing, world, language }: Asker,
  { ref, answers }: Extract<Question, { ask: 'check' }>,
  desk: Desk,
  type: string,
  draft: Draft | undefined,
): Answer {
  const raised = draft?.body.raised ? draft.body.messages[0]?.text : undefined
  const hints = hintsOn(desk, type, { answers, raised: raised !== undefined }, language)
  if (ref.kind !== 'draft' || ref.hinted || hints.length === 0) return { errors: {} }
  const forOthers = mayOpenFor(desk, standing)
  const again = { ...ref, hinted: true as const }
  const desks = desksFor(world, standing)
  return { form: newTicketForm({ desks, desk, ref: again, answers, raised, hints, forOthers, language }) }
}

/** Whoever comes here got the form: they may. */
async function errorsInMacro({ unit, world, standing, language }: Asker, buttonId: string, answers: Answers) {
  const button = await unit.buttons.byId(buttonId)
  const ticket = button?.ticketId ? await unit.tickets.byId(button.ticketId) : undefined
  if (!ticket) throw new Refusal('button-is-stale')
  const desk = deskById(world, ticket.deskId)
  const person = await unit.people.at(standing.address)
  const by = actorOf(desk, person ?? { id: '', name: standing.name }, standing)
  return macroErrors({ unit, desk, by, ticket }, answers, languageFor(desk, standing.language) || language)
}

async function errorsIn(asker: Asker, question: Extract<Question, { ask: 'check' }>): Promise<Answer> {
  const { unit, world, language } = asker
  const { ref, answers, at } = question
  if (ref.kind === 'button') {
    const form = await buttonForm(asker, question)
    if ('errors' in form) return form
    const [field] = 'form' in form ? form.form.fields : []
    if (field?.id === 'macro') return { errors: await errorsInMacro(asker, ref.id, answers) }
    const empty = field && [answers[field.id] ?? ''].flat().join('').trim() === ''
    return { errors: empty ? { [field.id]: line('error-required', {}, language) } : {} }
  }
  const draft = await unit.drafts.byId(ref.id)
  const here = deskFor(world, answers.desk, draft?.deskId ?? null, { ...at, chat: draft?.chat ?? at.chat })
  const desk = await offeredHere(asker, here)
  if (!desk) return { errors: { desk: line('error-required', {}, language) } }
  await refuseForm(asker, desk, answers, draft)
  const type = typeof answers.type === 'string' && typeOf(desk, answers.type) ? answers.type : desk.types[0].id
  // A form sent faster than its command or message was heard: whether a message is the description is not known yet.
  // Slack itself asked for what the form shows, and the stored row is checked again.
  const given = draft && !draft.body.raised ? answers : { description: '-', ...answers }
  const checked = checkAnswers(askingOnly(desk), type, given, language)
  const whom = [answers['for-whom-other'] ?? []].flat()[0]
  const known = whom === undefined || (await personKnownBy({ unit, world, standing: asker.standing }, whom.trim()))
  const nobody = known ? {} : { 'for-whom-other': line('error-no-such-requester', {}, language) }
  if (!('errors' in checked)) return known ? hinted(asker, question, desk, type, draft) : { errors: nobody }
  const errors = Object.entries(checked.errors).map(([id, error]) => {
    const { key, facts } = errorSentence(error)
    return [id, lineKept(key, facts, language)]
  })
  return { errors: { ...nobody, ...Object.fromEntries(errors) } }
}
