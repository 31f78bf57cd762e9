import { traits } from '../adapter.ts'
import { isLive } from '../domain/clock.ts'
import type { Desk } from '../domain/desk/desk.ts'
import {
  categoryOf,
  detailsOf,
  label,
  offeredTo,
  priorityOf,
  statusesOfStage,
  statusOf,
  typeOf,
} from '../domain/desk/questions.ts'
import type { Person, PersonId } from '../domain/person.ts'
import type { Link, LinkKind } from '../domain/ticket/link.ts'
import { stages, type Ticket } from '../domain/ticket/ticket.ts'
import { type Turn, turnOf } from '../domain/turn.ts'
import { bareCard, type ChoiceContent, type Content, type Label, type Sentence, say } from '../ports/content.ts'
import type { Times } from '../ports/promises.ts'
import type { Button } from '../ports/store.ts'
import { type ButtonAct, buttonFor } from './buttons.ts'
import { valueShown } from './field-shown.ts'
import { isShared } from './shared-channels.ts'
import type { World } from './world.ts'

/** What a card shows, and the buttons it carries (kept before it is owed). */
export interface Card {
  content: Content
  buttons: Button[]
}

/**
 * A ticket at a glance in its triage channel (design.md §3). The same ticket makes the same card. `organisation`: the
 * name of the one it is of.
 */
export function cardOf(
  world: World,
  desk: Desk,
  ticket: Readonly<Ticket>,
  times: Readonly<Times>,
  people: ReadonlyMap<PersonId, Person>,
  organisation?: string,
): Card {
  const buttons: Button[] = []
  const press = (act: ButtonAct, argument?: string): string => {
    const button = buttonFor(world.ids, { act, ticketId: ticket.id, argument })
    buttons.push(button)
    return button.id
  }
  const language = desk.languages[0] ?? 'en'
  const content: Content = {
    language,
    heading: say('card-heading', { key: ticket.key, subject: ticket.subject }),
    body: [],
    fields: fieldsOn(world, desk, ticket, times, people, language, organisation),
    choices: choicesOn(desk, ticket, times, language, press),
    internal: 'card',
  }
  // What people of another company read beside the agents says how the ticket is called, and no more of it.
  const bare = ticket.privateTo === null && isShared(world, ticket.triage)
  return { content: bare ? bareCard(content) : content, buttons }
}

function fieldsOn(
  world: World,
  desk: Desk,
  ticket: Readonly<Ticket>,
  times: Readonly<Times>,
  people: ReadonlyMap<PersonId, Person>,
  language: string,
  organisation: string | undefined,
) {
  const assignee = ticket.assigneeId ? people.get(ticket.assigneeId)?.name : undefined
  const words = (text: string): Label => ({ words: text })
  const type = typeOf(desk, ticket.type)
  const own = detailsOf(desk, ticket.type, ticket.fields).flatMap((field) => {
    const value = ticket.fields[field.id]
    // Long answers are in the thread, whole.
    if (value === undefined || field.kind === 'longtext' || !field.label) return []
    return [{ label: words(label(field.label, language, desk)), value: valueShown(desk, field, value, language) }]
  })
  const category = ticket.category ? categoryOf(desk, ticket.category) : undefined
  return [
    { label: say('card-requester', {}), value: words(people.get(ticket.requesterId)?.name ?? '') },
    ...(organisation === undefined
      ? []
      : [{ label: say('card-organisation', {}), value: words(`${organisation} (${ticket.plan})`) }]),
    {
      label: say('card-status', {}),
      value: words(labelled(statusOf(desk, ticket.status), language, desk, ticket.status)),
    },
    { label: say('card-assignee', {}), value: assignee === undefined ? say('card-nobody', {}) : words(assignee) },
    { label: say('card-turn', {}), value: turnSentence(turnOf(ticket.stage)) },
    {
      label: say('card-priority', {}),
      value: words(labelled(priorityOf(desk, ticket.priority), language, desk, ticket.priority)),
    },
    { label: say('card-type', {}), value: words(labelled(type, language, desk, ticket.type)) },
    ...(category ? [{ label: say('card-category', {}), value: words(label(category.label, language, desk)) }] : []),
    ...own,
    ...relationsOn(world, ticket, language),
    ...dueOn(desk, times),
    ...sightOf(desk, ticket, people),
    ...watchersOn(ticket, people),
  ]
}

const linkLabels: Record<LinkKind, Sentence> = {
  related: say('link-related', {}),
  'duplicate-of': say('link-duplicate-of', {}),
  'has-duplicate': say('link-has-duplicate', {}),
  'follow-up-of': say('link-follow-up-of', {}),
  'has-follow-up': say('link-has-follow-up', {}),
  'caused-by': say('link-caused-by', {}),
  causes: say('link-causes', {}),
  'split-from': say('link-split-from', {}),
  'has-split': say('link-has-split', {}),
}

/** Its tags, and the tickets it has to do with: of a private one the key alone, for everybody reads the card. */
function relationsOn(world: World, { tags, links }: Readonly<Ticket>, language: string) {
  const kinds = [...new Set(links.map(({ kind }) => kind))]
  return [
    ...(tags.length === 0 ? [] : [{ label: say('card-tags', {}), value: { words: tags.join(', ') } }]),
    ...kinds.map((kind) => {
      const shown = links.filter((link) => link.kind === kind).map((link) => linkShown(world, link, language))
      return { label: linkLabels[kind], value: { words: shown.join(', ') } }
    }),
  ]
}

function linkShown({ desks }: World, link: Link, language: string): string {
  const desk = desks.find((one) => one.desk === link.deskId)
  if (link.private || !desk) return link.key
  return `${link.key} (${labelled(statusOf(desk, link.status), language, desk, link.status)})`
}

const dueLabels = [
  ['firstResponseDueAt', say('card-due-first-response', {})],
  ['nextResponseDueAt', say('card-due-next-response', {})],
  ['resolutionDueAt', say('card-due-resolution', {})],
] as const

/** The next promise that is due, as each reader's own clock shows it. */
function dueOn(desk: Desk, times: Readonly<Times>) {
  const dues = dueLabels.flatMap(([name, label]) => {
    const at = times[name]
    return at === null ? [] : [{ label, at }]
  })
  const [first] = dues.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  if (!first) return []
  return [{ label: first.label, value: { moment: first.at.getTime(), zone: desk.zone } }]
}

/** Does the requester's last word wait for an answer that is promised? */
function awaited(times: Readonly<Times>): boolean {
  return (times.judged?.keeping.clocks ?? []).some(
    (clock) => clock.metric === 'next-response' && clock.targetMs !== null && isLive(clock),
  )
}

/** Until when nobody needs to look at it, and who may. */
function sightOf(desk: Desk, { snoozedUntil, privateTo }: Readonly<Ticket>, people: ReadonlyMap<PersonId, Person>) {
  const names = privateTo?.map((id) => people.get(id)?.name ?? '').join(', ')
  return [
    ...(snoozedUntil === null
      ? []
      : [{ label: say('card-snoozed', {}), value: { moment: snoozedUntil.getTime(), zone: desk.zone } }]),
    ...(names === undefined ? [] : [{ label: say('card-private', {}), value: { words: `🔒 ${names}` } }]),
  ]
}

/** Who else reads what is said to the requester. */
function watchersOn({ watchers }: Readonly<Ticket>, people: ReadonlyMap<PersonId, Person>) {
  const names = watchers.map((id) => people.get(id)?.name ?? '').join(', ')
  return watchers.length === 0 ? [] : [{ label: say('card-watchers', {}), value: { words: names } }]
}

const turnSentences: Record<Turn, () => Sentence> = {
  ours: () => say('turn-ours', {}),
  requester: () => say('turn-requester', {}),
  other: () => say('turn-other', {}),
  nobody: () => say('turn-nobody', {}),
}

export function turnSentence(turn: Turn): Sentence {
  return turnSentences[turn]()
}

function choicesOn(
  desk: Desk,
  ticket: Readonly<Ticket>,
  times: Readonly<Times>,
  language: string,
  press: (act: ButtonAct, argument?: string) => string,
): ChoiceContent[][] {
  if (ticket.stage === 'closed') return []
  const buttons: ChoiceContent[] = []
  if (ticket.assigneeId === null) {
    buttons.push({ kind: 'button', id: press('take'), label: say('button-take', {}), tone: 'primary' })
  }
  buttons.push({ kind: 'button', id: press('reply'), label: say('button-reply', {}), opensForm: true })
  if (desk.macros.length > 0) {
    buttons.push({ kind: 'button', id: press('macro'), label: say('button-macro', {}), opensForm: true })
  }
  buttons.push({ kind: 'button', id: press('note'), label: say('button-note', {}), opensForm: true })
  buttons.push(
    ticket.stage === 'resolved'
      ? { kind: 'button', id: press('reopen'), label: say('button-reopen', {}) }
      : { kind: 'button', id: press('resolve'), label: say('button-resolve', {}) },
  )
  // It opens one large form: where there are none, what it changes most has buttons of its own below.
  if (traits[ticket.triage.platform].modals) {
    buttons.push({ kind: 'button', id: press('edit'), label: say('button-edit', {}), opensForm: true })
  }
  if (traits[ticket.triage.platform].modals && detailsOf(desk, ticket.type, ticket.fields).length > 0) {
    buttons.push({ kind: 'button', id: press('details'), label: say('button-details', {}), opensForm: true })
  }
  if (awaited(times)) {
    buttons.push({ kind: 'button', id: press('no-reply-needed'), label: say('button-no-reply-needed', {}) })
  }
  if ((times.judged?.keeping.clocks ?? []).some(({ targetMs }) => targetMs !== null)) {
    buttons.push({ kind: 'button', id: press('why'), label: say('button-why', {}) })
  }
  // What it has it shows, also where its plan does not offer that (any more).
  const offered = new Set([...offeredTo(desk, ticket.plan).map(({ id }) => id), ticket.priority])
  const priorities = desk.priorities
    .filter(({ id }) => offered.has(id))
    .map((priority) => ({
      id: press('priority', priority.id),
      label: { words: label(priority.label, language, desk) },
      now: priority.id === ticket.priority,
    }))
  const statuses = stages
    .filter((stage) => stage !== 'closed')
    .flatMap((stage) => statusesOfStage(desk, stage))
    .map((status) => ({
      id: press('status', status.id),
      label: { words: label(status.label, language, desk) },
      now: status.id === ticket.status,
    }))
  return [
    buttons,
    [
      { kind: 'menu', id: `priority-${ticket.id}`, label: say('button-priority', {}), ...menuOf(priorities) },
      { kind: 'menu', id: `status-${ticket.id}`, label: say('button-status', {}), ...menuOf(statuses) },
      { kind: 'people', id: press('assign'), label: say('button-assign', {}) },
    ],
  ]
}

function menuOf(options: { id: string; label: Label; now: boolean }[]) {
  return {
    options: options.map(({ id, label: shown }) => ({ id, label: shown })),
    chosen: options.find(({ now }) => now)?.id,
  }
}

function labelled(
  found: { label: { en: string } } | undefined,
  language: string,
  desk: Desk,
  otherwise: string,
): string {
  return found ? label(found.label, language, desk) : otherwise
}
