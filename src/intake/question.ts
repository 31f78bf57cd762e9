import type { ButtonAct } from '../acts/buttons.ts'
import { factShown, ON_CARD_UNITS } from '../acts/field-shown.ts'
import { traits } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { type FormQuestion, label, languageFor, typeOf } from '../domain/desk/questions.ts'
import { shortened } from '../domain/text/shortened.ts'
import { plainText } from '../domain/text/text.ts'
import { type ChoiceContent, type Content, type Label, type Sentence, say } from '../ports/content.ts'
import type { Draft, DraftBody } from '../ports/drafts.ts'
import { desksFor } from './desk-of.ts'
import { fieldHint, fieldLabel } from './field-label.ts'
import { type Hearing, languageOf } from './hearing.ts'
import { hintsOn } from './hint-sentences.ts'
import { optionsOf } from './options.ts'
import { type Step, stepsOf } from './steps.ts'

/** The id of a button of this question. */
type Press = (act: ButtonAct, argument?: string) => string

/** A question of a form in a chat: what is asked, what may be chosen, and the way on and back. */
export function questionOf(
  hearing: Hearing,
  desk: Desk | undefined,
  draft: Draft,
  step: Step,
  notes: Sentence[],
  press: Press,
): Content {
  const language = desk ? languageFor(desk, hearing.person.language) : languageOf(hearing)
  const desks = desksFor(hearing.world, hearing.standing)
  const steps = stepsOf(desks, desk, draft.body)
  const at = steps.findIndex(({ id }) => id === step.id)
  // How many there are is known once the type is; sending is no question.
  const known = draft.body.type !== undefined || !steps.some(({ id }) => id === 'desk' || id === 'type')
  const footnote = known ? say('question-progress', { step: at + 1, total: steps.length - 1 }) : undefined
  const answeredBefore = draft.body.path.length > 0
  const way: ChoiceContent[] = [
    ...('field' in step && !step.field.required ? [button(press('skip'), say('button-skip', {}))] : []),
    ...(answeredBefore ? [button(press('back'), say('button-back', {}))] : []),
    button(press('cancel'), say('button-cancel', {})),
  ]
  if (step.id === 'send' && desk) {
    return {
      language,
      body: [
        ...notes,
        ...hintsOn(desk, typeOf(desk, draft.body.type ?? '')?.id ?? desk.types[0].id, draft.body, language),
        say('question-summary', { subject: subjectOf(draft.body) }),
      ],
      fields: summary(desk, draft, language, traits[hearing.inbound.at.platform].partUnits),
      choices: [[button(press('send'), say('button-send', {}), 'primary')], way],
    }
  }
  if (step.id === 'desk') {
    const rows = desks.map((one) => [button(press('answer', one.desk), { words: label(one.name, language, one) })])
    return { language, body: [...notes, say('field-desk', {})], footnote, choices: [...rows, way] }
  }
  if (step.id === 'type' && desk) {
    const rows = desk.types.map((type) => [
      button(press('answer', type.id), { words: label(type.label, language, desk) }),
    ])
    return { language, body: [...notes, say('field-type', {})], footnote, choices: [...rows, way] }
  }
  if (!('field' in step) || !desk) throw new Error(`no question for step ${step.id}`)
  const hint = fieldHint(desk, step.field, language)
  return {
    language,
    body: [
      ...notes,
      boldLabel(fieldLabel(desk, step.field, language)),
      ...(hint ? [hint] : []),
      ...meanings(desk, step.field, language),
    ],
    footnote,
    choices: [...answerRows(desk, draft, step.field, language, press), way],
  }
}

function boldLabel(shown: Label): Content['body'][number] {
  return 'key' in shown ? shown : { text: plainText(shown.words) }
}

/** What choosing each option means, a line each: a button has no room for it. */
function meanings(desk: Desk, field: FormQuestion, language: string): Content['body'] {
  const lines = (field.options ?? []).flatMap((option) =>
    option.meaning ? [`${label(option.label, language, desk)}: ${label(option.meaning, language, desk)}`] : [],
  )
  return lines.length === 0 ? [] : [{ text: plainText(lines.join('\n')) }]
}

function answerRows(desk: Desk, draft: Draft, field: FormQuestion, language: string, press: Press): ChoiceContent[][] {
  if (field.kind === 'yesno') {
    return [
      [button(press('answer', 'yes'), say('answer-yes', {})), button(press('answer', 'no'), say('answer-no', {}))],
    ]
  }
  const now = [chosen(draft, field.id)].flat()
  const rows = (field.options ?? []).map((option) => {
    const shown = label(option.label, language, desk)
    return [button(press('answer', option.id), { words: now.includes(option.id) ? `✓ ${shown}` : shown })]
  })
  const several = field.kind === 'many' || (field.kind === 'file' && now.length > 0)
  return several ? [...rows, [button(press('answer-done'), say('button-done', {}), 'primary')]] : rows
}

/** A file's own name; a photo has none, and the picture sign stands for it. */
function fileName(draft: Draft, field: FormQuestion, value: string): string {
  if (field.kind !== 'file') return value
  return draft.body.files?.find(({ id }) => id === value)?.name ?? '🖼'
}

function button(id: string, shown: Label, tone?: 'primary'): ChoiceContent {
  return { kind: 'button', id, label: shown, ...(tone && { tone }) }
}

function subjectOf(body: DraftBody): string {
  return [body.answers.subject ?? ''].flat().join(' ')
}

/** How each answer begins: whole they stand above, and all of them together would be refused as too long. */
function summary(desk: Desk, draft: Draft, language: string, units: number): NonNullable<Content['fields']> {
  const answered = stepsOf([desk], desk, draft.body).filter(({ id }) => draft.body.answers[id] !== undefined)
  const share = Math.floor(units / Math.max(1, answered.length))
  return answered.flatMap((step): NonNullable<Content['fields']> => {
    if (!('field' in step)) return []
    const alone = factShown(step.field, draft.body.answers[step.id] ?? '')
    if (alone) return [{ label: fieldLabel(desk, step.field, language), value: alone }]
    const options = optionsOf(desk, step.field, language)
    const shown = [draft.body.answers[step.id] ?? []]
      .flat()
      .map((value) => options.find(({ id }) => id === value)?.shown ?? fileName(draft, step.field, value))
    return [
      {
        label: fieldLabel(desk, step.field, language),
        value: { words: shortened(shown.join(', '), Math.min(share, ON_CARD_UNITS)) },
      },
    ]
  })
}

/** What is answered to a field so far. */
export function chosen(draft: Draft, fieldId: string): string | string[] {
  return draft.body.answers[fieldId] ?? []
}
