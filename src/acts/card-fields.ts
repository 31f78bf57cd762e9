import type { Desk } from '../domain/desk/desk.ts'
import { called, categoryOf, detailsOf, label } from '../domain/desk/questions.ts'
import type { Person, PersonId } from '../domain/person.ts'
import { shortened } from '../domain/text/shortened.ts'
import { turnOf } from '../domain/turn.ts'
import { say } from '../ports/content.ts'
import { ON_CARD_UNITS, valueShown } from './field-shown.ts'
import type { OnCard, TimesOnCard } from './on-card.ts'
import { relationsOn } from './relations-shown.ts'
import { turnSentence } from './turn-shown.ts'
import type { World } from './world.ts'

/**
 * What is known of a ticket, line by line: who, where it stands, its details, what it has to do with, what is due. None of
 * it is long: a card too large is refused (platforms.md §A2), and everything in its thread with it.
 */
export function fieldsOn(
  world: World,
  desk: Desk,
  ticket: OnCard,
  times: TimesOnCard,
  people: ReadonlyMap<PersonId, Person>,
  language: string,
  organisation: string | undefined,
) {
  const assignee = ticket.assigneeId ? people.get(ticket.assigneeId)?.name : undefined
  const own = detailsOf(desk, ticket.type, ticket.fields).flatMap((field) => {
    const value = ticket.fields[field.id]
    // Long answers are in the thread, whole.
    if (value === undefined || field.kind === 'longtext' || !field.label) return []
    const shown = valueShown(desk, field, value, language)
    return [{ label: words(label(field.label, language, desk)), value: 'words' in shown ? words(shown.words) : shown }]
  })
  const category = ticket.category ? categoryOf(desk, ticket.category) : undefined
  return [
    { label: say('card-requester', {}), value: words(people.get(ticket.requesterId)?.name ?? '') },
    ...(organisation === undefined
      ? []
      : [{ label: say('card-organisation', {}), value: words(`${organisation} (${ticket.plan})`) }]),
    {
      label: say('card-status', {}),
      value: words(called(desk, 'status', ticket.status, language)),
    },
    { label: say('card-assignee', {}), value: assignee === undefined ? say('card-nobody', {}) : words(assignee) },
    { label: say('card-turn', {}), value: turnSentence(turnOf(ticket.stage)) },
    {
      label: say('card-priority', {}),
      value: words(called(desk, 'priority', ticket.priority, language)),
    },
    { label: say('card-type', {}), value: words(called(desk, 'type', ticket.type, language)) },
    ...(category ? [{ label: say('card-category', {}), value: words(label(category.label, language, desk)) }] : []),
    ...own,
    ...relationsOn(world, ticket, language),
    ...dueOn(desk, times),
    ...sightOf(desk, ticket, people),
    ...watchersOn(ticket, people),
  ]
}

function words(text: string): { words: string } {
  return { words: shortened(text, ON_CARD_UNITS) }
}

const dueLabels = [
  ['firstResponseDueAt', say('card-due-first-response', {})],
  ['nextResponseDueAt', say('card-due-next-response', {})],
  ['resolutionDueAt', say('card-due-resolution', {})],
] as const

/** The next promise that is due, as each reader's own clock shows it. */
function dueOn(desk: Desk, times: TimesOnCard) {
  const dues = dueLabels.flatMap(([name, label]) => {
    const at = times[name]
    return at === null ? [] : [{ label, at }]
  })
  const [first] = dues.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  if (!first) return []
  return [{ label: first.label, value: { moment: first.at.getTime(), zone: desk.zone } }]
}

/** Until when nobody needs to look at it, and who may. */
function sightOf(desk: Desk, { snoozedUntil, privateTo }: OnCard, people: ReadonlyMap<PersonId, Person>) {
  const names = privateTo?.map((id) => people.get(id)?.name ?? '').join(', ')
  return [
    ...(snoozedUntil === null
      ? []
      : [{ label: say('card-snoozed', {}), value: { moment: snoozedUntil.getTime(), zone: desk.zone } }]),
    ...(names === undefined ? [] : [{ label: say('card-private', {}), value: words(`🔒 ${names}`) }]),
  ]
}

/** Who else reads what is said to the requester. */
function watchersOn({ watchers }: OnCard, people: ReadonlyMap<PersonId, Person>) {
  const names = watchers.map((id) => people.get(id)?.name ?? '').join(', ')
  return watchers.length === 0 ? [] : [{ label: say('card-watchers', {}), value: words(names) }]
}
