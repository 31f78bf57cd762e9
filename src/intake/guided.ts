import { type ButtonAct, buttonFor } from '../acts/buttons.ts'
import { deskById } from '../acts/world.ts'
import type { Pressed, Said } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { checkOne, type FormQuestion, label, languageFor } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { toPlain } from '../domain/text/plain.ts'
import { NO_WORDS, type Text } from '../domain/text/text.ts'
import type { Button } from '../ports/buttons.ts'
import { type Content, type Sentence, say } from '../ports/content.ts'
import { type Draft, messagesIn } from '../ports/drafts.ts'
import { desksFor, refuseUnserved } from './desk-of.ts'
import { errorSentence } from './error-sentence.ts'
import { type Hearing, languageOf } from './hearing.ts'
import { heldOf } from './held-message.ts'
import { asOffered, planOf } from './offered.ts'
import { openFromDraft } from './open-from-draft.ts'
import { optionNamed, typedValues } from './options.ts'
import { refuseUnbelonging } from './organisation/required.ts'
import { postAt, postTo } from './post-to.ts'
import { chosen, questionOf } from './question.ts'
import { nextStep, type Step, stepBack, stepsOf, untyped } from './steps.ts'

/**
 * A form asked one question at a time, where there are no modals. It keeps its place in the draft row, so that a
 * restart between two questions is not noticed.
 */
export async function startGuided(hearing: Hearing, draft: Draft): Promise<string> {
  const before = await hearing.unit.drafts.openIn(hearing.person.id, draft.chat)
  // Words that wait in a picker go on waiting: its buttons still work, and after the form it is its turn again.
  if (before?.purpose === 'form') {
    await hearing.unit.drafts.save({ ...before, state: 'cancelled' })
    await showAnswered(hearing, before)
  }
  // What is known is not asked: what the words given with the command answer, and the desk the person came for.
  const wished = before && before.body.asked === undefined ? before.deskId : null
  const deskId = draft.deskId ?? wished
  const asked = deskOf(hearing, { ...draft, deskId })
  // Nobody fills in a form that cannot be sent.
  const desks = desksFor(hearing.world, hearing.standing)
  if (desks.length === 0) throw new Refusal('no-such-desk')
  if (asked) refuseUnserved(asked, hearing.standing)
  if (asked) await refuseUnbelonging(hearing, asked.desk)
  const steps = stepsOf(desks, asked, draft.body).map(({ id }) => id)
  const known = [...(deskId === null ? [] : ['desk']), ...(draft.body.type === undefined ? [] : ['type'])]
  const path = [...known.filter((id) => steps.includes(id)), ...Object.keys(draft.body.answers)]
  return askNext(hearing, { ...draft, deskId, body: { ...draft.body, path } }, 'form-started')
}

/** A message while a form is being filled in answers its question. */
export async function answerGuided(hearing: Hearing<Said>, before: Draft): Promise<string> {
  const { inbound } = hearing
  // Who quotes the question does not answer with its words.
  const typed = toPlain(inbound.own ?? inbound.text).trim()
  const asked = currentStep(hearing, before)
  if ('field' in asked && asked.field.kind === 'file') return answerWithFile(hearing, before, asked)
  const draft = inbound.enclosures.length > 0 ? withHeld(hearing, before) : before
  const step = currentStep(hearing, draft)
  if (!('field' in step)) return named(hearing, draft, step, typed) ?? keepBeside(hearing, before, step, typed)
  if (typed === '') return ask(hearing, draft, step, [say('answer-in-words', {})], 'asked-again')
  const desk = deskOf(hearing, draft)
  if (!desk) throw new Refusal('draft-is-gone')
  const values = typedValues(desk, step.field, typed, languageFor(desk, hearing.person.language))
  return take(hearing, withTyped(hearing, draft, step.id), step.field, values)
}

/** The message that answers; of an album the one with words, for an edit tells of one message alone. */
function withTyped({ inbound }: Hearing<Said>, draft: Draft, fieldId: string): Draft {
  const worded = messagesIn(inbound).filter((_, part) => (inbound.parts?.[part]?.children.length ?? 1) > 0)
  const [message, another] = worded
  const body = untyped(draft.body, fieldId)
  return { ...draft, body: message && !another ? { ...body, typed: { ...body.typed, [message]: fieldId } } : body }
}

/** A photo or a file, and perhaps another: the question stays open until there are enough, or Done is pressed. */
async function answerWithFile(
  hearing: Hearing<Said>,
  draft: Draft,
  step: Step & { field: FormQuestion },
): Promise<string> {
  const given = hearing.inbound.enclosures.flatMap((one) =>
    one.kind === 'file' && one.as !== 'sticker' ? [one.file] : [],
  )
  if (given.length === 0) return ask(hearing, draft, step, [say('answer-file', {})], 'asked-again')
  const before = [chosen(draft, step.field.id)].flat()
  // Nobody can take one of them back: an answer of too many could never be sent.
  const fitting = given.slice(0, (step.field.max ?? Infinity) - before.length)
  const answer = [...before, ...fitting.map(({ id }) => id)]
  const body = { ...draft.body, files: [...(draft.body.files ?? []), ...fitting] }
  const then = { ...draft, body: { ...body, answers: { ...body.answers, [step.field.id]: answer } } }
  if (fitting.length < given.length) {
    return ask(hearing, then, step, [say('error-too-many', { max: answer.length })], 'file-kept')
  }
  if (answer.length >= (step.field.max ?? MOST_FILES)) return take(hearing, then, step.field, answer)
  return ask(hearing, then, step, [say('files-kept', { count: answer.length })], 'file-kept')
}

/** As many as a modal takes (platforms.md §A2). */
const MOST_FILES = 10

/** A desk or a type may be typed as it reads, or by its id, instead of pressed; undefined where it is none. */
function named(hearing: Hearing<Said>, draft: Draft, { id }: Step, typed: string): Promise<string> | undefined {
  const { world, person } = hearing
  const desk = deskOf(hearing, draft)
  const language = desk ? languageFor(desk, person.language) : languageOf(hearing)
  if (id === 'desk') {
    const offered = desksFor(world, hearing.standing).map((one) => ({
      id: one.desk,
      shown: label(one.name, language, one),
    }))
    const chosenDesk = optionNamed(offered, typed)
    return chosenDesk === undefined ? undefined : go(hearing, atDesk(draft, deskById(world, chosenDesk)), id)
  }
  if (id !== 'type' || !desk) return undefined
  const offered = desk.types.map((one) => ({ id: one.id, shown: label(one.label, language, desk) }))
  const type = optionNamed(offered, typed)
  return type === undefined ? undefined : go(hearing, { ...draft, body: { ...draft.body, type } }, id)
}

/** Words where a button is waited for are no answer, and meant for the ticket all the same: they wait in the draft. */
function keepBeside(hearing: Hearing<Said>, draft: Draft, step: Step, typed: string): Promise<string> {
  const { text, enclosures } = hearing.inbound
  const kept = typed === '' && enclosures.length === 0 ? draft : withHeld(hearing, draft, text)
  return ask(hearing, kept, step, [say('answer-in-words', {})], 'asked-again')
}

/** A picture is no answer, but it is meant for the ticket: it waits in the draft, its caption is the answer. */
function withHeld({ inbound }: Hearing<Said>, draft: Draft, text: Text = NO_WORDS): Draft {
  const held = { ...heldOf(inbound), text }
  return { ...draft, body: { ...draft.body, messages: [...draft.body.messages, held] } }
}

/** A press while a form is being filled in. Buttons of an earlier question are stale. */
export async function pressGuided(
  hearing: Hearing<Pressed>,
  before: Draft,
  act: ButtonAct,
  argument: string,
): Promise<string> {
  const [stepId, value] = splitOnce(argument)
  if (act === 'cancel') {
    await hearing.unit.drafts.save({ ...before, state: 'cancelled' })
    await showAnswered(hearing, before, say('draft-cancelled', {}))
    return 'cancelled'
  }
  const step = currentStep(hearing, before)
  if (step.id !== stepId) throw new Refusal('button-is-stale')
  if (act === 'back') return askNext(hearing, { ...before, body: stepBack(before.body) }, 'back')
  if (act === 'send') return send(hearing, before)
  const draft = { ...before, body: untyped(before.body, step.id) }
  if (step.id === 'desk') return go(hearing, atDesk(draft, deskById(hearing.world, value)), step.id)
  if (step.id === 'type') return go(hearing, { ...draft, body: { ...draft.body, type: value } }, step.id)
  if (!('field' in step)) throw new Refusal('button-is-stale')
  if (act === 'skip') return go(hearing, withoutAnswer(draft, step.id), step.id)
  if (act === 'answer-done') return take(hearing, draft, step.field, [chosen(draft, step.field.id)].flat())
  if (step.field.kind === 'many') return toggle(hearing, draft, step, value)
  return take(hearing, draft, step.field, [value])
}

/** What the plan at another desk offers is another's. */
function atDesk(draft: Draft, { desk }: Desk): Draft {
  const { plan: _elsewhere, ...body } = draft.body
  return { ...draft, deskId: desk, body }
}

/** What was chosen before it was skipped is no answer. */
export function withoutAnswer(draft: Draft, fieldId: string): Draft {
  const { [fieldId]: _skipped, ...answers } = draft.body.answers
  return { ...draft, body: { ...draft.body, answers } }
}

function splitOnce(argument: string): [string, string] {
  const at = argument.indexOf('=')
  return at < 0 ? [argument, ''] : [argument.slice(0, at), argument.slice(at + 1)]
}

function currentStep(hearing: Hearing, draft: Draft): Step {
  return nextStep(
    stepsOf(desksFor(hearing.world, hearing.standing), deskOf(hearing, draft), draft.body),
    draft.body.path,
  )
}

/** The desk a form is for, with what their plan there offers. */
export function deskOf(hearing: Hearing, draft: Draft): Desk | undefined {
  const [only, another] = desksFor(hearing.world, hearing.standing)
  const desk = draft.deskId ? deskById(hearing.world, draft.deskId) : another ? undefined : only
  return desk && draft.body.plan !== undefined ? asOffered(desk, draft.body.plan) : desk
}

/** Takes an answer that fits, and asks on; one that does not is asked for again. */
export async function take(hearing: Hearing, draft: Draft, field: FormQuestion, values: string[]): Promise<string> {
  const desk = deskOf(hearing, draft)
  if (!desk) throw new Refusal('draft-is-gone')
  const checked = checkOne(desk, field, values, languageFor(desk, hearing.person.language))
  if ('error' in checked)
    return ask(hearing, draft, { id: field.id, field }, [errorSentence(checked.error)], 'asked-again')
  const { body } = withoutAnswer(draft, field.id)
  const answers = { ...body.answers, ...(checked.value !== undefined && { [field.id]: checked.value }) }
  return go(hearing, { ...draft, body: { ...body, answers } }, field.id)
}

async function toggle(
  hearing: Hearing,
  draft: Draft,
  step: Step & { field: FormQuestion },
  value: string,
): Promise<string> {
  const now = [chosen(draft, step.field.id)].flat()
  const then = now.includes(value) ? now.filter((one) => one !== value) : [...now, value]
  const body = { ...draft.body, answers: { ...draft.body.answers, [step.field.id]: then } }
  return ask(hearing, { ...draft, body }, step, [], 'chosen')
}

async function go(hearing: Hearing, draft: Draft, stepId: string): Promise<string> {
  return askNext(hearing, { ...draft, body: { ...draft.body, path: [...draft.body.path, stepId] } }, 'answered')
}

async function askNext(hearing: Hearing, draft: Draft, outcome: string): Promise<string> {
  return ask(hearing, draft, currentStep(hearing, draft), [], outcome)
}

async function send(hearing: Hearing<Pressed>, draft: Draft): Promise<string> {
  const desk = deskOf(hearing, draft)
  if (!desk) throw new Refusal('draft-is-gone')
  await showAnswered(hearing, draft, say('draft-sent', {}))
  return openFromDraft(hearing, desk, draft)
}

/** Puts a question: what was asked before loses its buttons, so that only one question is open. */
export async function ask(
  hearing: Hearing,
  before: Draft,
  step: Step,
  notes: Sentence[],
  outcome: string,
): Promise<string> {
  const { unit, world } = hearing
  const draft = await withPlan(hearing, before)
  await showAnswered(hearing, draft)
  const id = world.ids.uuid()
  const buttons: Button[] = []
  const press = (act: ButtonAct, argument = ''): string => {
    const button = buttonFor(world.ids, { act, draftId: draft.id, argument: `${step.id}=${argument}` })
    buttons.push(button)
    return button.id
  }
  const content = questionOf(hearing, deskOf(hearing, draft), draft, step, notes, press)
  await unit.buttons.keep(buttons)
  await unit.drafts.save({ ...draft, body: { ...draft.body, asked: id } })
  await unit.deliveries.owe([{ ...postTo(hearing, content), id }])
  return outcome
}

/** Once the desk is known so is what its plan for them offers. */
async function withPlan(hearing: Hearing, draft: Draft): Promise<Draft> {
  const desk = deskOf(hearing, draft)
  if (!desk || draft.body.plan !== undefined) return draft
  const plan = await planOf(hearing.unit, desk, hearing.person.id)
  return { ...draft, body: { ...draft.body, plan } }
}

/** What was asked before, without its buttons. */
export async function showAnswered(
  { unit, world }: Pick<Hearing, 'unit' | 'world'>,
  draft: Draft,
  instead?: Sentence,
): Promise<void> {
  const { asked } = draft.body
  const row = asked === undefined ? undefined : await unit.deliveries.byId(asked)
  if (!row?.content || asked === undefined) return
  const { choices: _gone, ...rest } = row.content
  const content: Content = instead ? { language: rest.language, body: [instead] } : rest
  // Forgotten by its age.
  if (content.body.length === 0) return
  await unit.deliveries.owe([{ ...postAt(world, row.to, content), act: 'edit', of: asked }])
}
