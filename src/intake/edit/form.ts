import type { Answers, Form, FormField, FormRef } from '../../adapter.ts'
import type { Desk } from '../../domain/desk/desk.ts'
import { categoryOf, label, mayDo, priorityOf, triageChannels, typeOf } from '../../domain/desk/questions.ts'
import { chosenKinds } from '../../domain/ticket/link.ts'
import { type Key, line, words } from '../../locales/index.ts'
import type { Ids } from '../../ports/ids.ts'
import { type Particular, type Standing, subjectId, valueIn } from './prints.ts'
import { channelId, type Listed, leave } from './shown.ts'

/** What the form for changing a ticket is made of. */
export interface EditForm {
  ids: Ids
  ref: FormRef
  desks: readonly Desk[]
  /** The ticket's. */
  desk: Desk
  shown: Standing
  /** What was chosen so far, where the form is drawn again. */
  answers: Answers
  /** The desk's agents who can have a ticket in their own chat, and who is inside this one. */
  agents: readonly Listed[]
  roles: readonly string[]
  language: string
}

/** Everything an agent can change of a ticket, as it stands; fields their role may not change are left out. */
export function editForm(of: EditForm): Form {
  const { ref, desk, roles, language } = of
  const fields = fieldsOf(of).filter(({ name }) => name === 'subject' || mayDo(desk, roles, leave[name]))
  const asked = new Set(fields.map(({ name }) => name))
  return {
    ref,
    title: words('form-edit-title', {}, language),
    submit: words('form-save', {}, language),
    cancel: words('form-close', {}, language),
    fields: fields.map(({ name, ...field }) => ({
      ...field,
      id: name === 'subject' ? subjectId(of.ids, seenIn(fields), asked, of.answers) : name,
    })),
  }
}

type Named = Omit<FormField, 'id'> & { name: Particular }

/**
 * What stands in the fields as the form shows them. A choice the desk does not offer any more comes back as none: who
 * never saw it has not taken it away.
 */
function seenIn(fields: readonly Named[]): Standing {
  return Object.fromEntries(
    fields.map(({ name, value = '', options }) => {
      const offered = (one: string): boolean => options?.some(({ id }) => id === one) ?? true
      return [name, [value].flat().filter(offered)]
    }),
  )
}

function fieldsOf({ desks, desk, shown, answers, agents, language }: EditForm): Named[] {
  const typed = valueIn(answers, 'subject')
  const given = { ...shown, ...answers, ...(typed !== '' && { subject: typed }) }
  const target = desks.find((one) => one.desk === given.desk) ?? desk
  const filled = (name: Particular) => {
    const value = given[name]
    return value === undefined || value.length === 0 ? {} : { value }
  }
  const all: (Named | false)[] = [
    {
      name: 'subject',
      kind: 'text',
      label: words('field-subject', {}, language),
      required: true,
      ...filled('subject'),
    },
    target.types.length > 1 && {
      name: 'type',
      kind: 'choice',
      label: words('field-edit-type', {}, language),
      required: true,
      options: target.types.map((type) => ({ id: type.id, label: label(type.label, language, target) })),
      value: typeOf(target, String(given.type))?.id ?? target.types[0].id,
    },
    target.categories.length > 0 && {
      name: 'category',
      kind: 'choice',
      label: words('field-category', {}, language),
      required: false,
      options: target.categories.map((one) => ({ id: one.id, label: label(one.label, language, target) })),
      ...filled('category'),
    },
    target === desk &&
      Object.keys(desk.plans).length > 1 && {
        name: 'plan',
        kind: 'choice',
        label: words('field-plan', {}, language),
        hint: line('field-plan-hint', {}, language),
        required: true,
        options: Object.keys(desk.plans).map((id) => ({ id, label: id })),
        ...filled('plan'),
      },
    {
      name: 'tags',
      kind: 'text',
      label: words('field-tags', {}, language),
      hint: line('field-tags-hint', {}, language),
      required: false,
      ...filled('tags'),
    },
    {
      name: 'link-to',
      kind: 'text',
      label: words('field-link-to', {}, language),
      hint: line('field-link-to-hint', {}, language),
      required: false,
      ...filled('link-to'),
    },
    {
      name: 'link-kind',
      kind: 'choice',
      label: words('field-link-kind', {}, language),
      required: true,
      options: chosenKinds.map((kind) => ({ id: kind, label: words(`kind-${kind}` satisfies Key, {}, language) })),
      ...filled('link-kind'),
    },
    {
      name: 'requester',
      kind: 'person',
      label: words('field-requester', {}, language),
      required: false,
      ...filled('requester'),
    },
    {
      name: 'requester-other',
      kind: 'text',
      label: words('field-requester-other', {}, language),
      hint: line('field-requester-other-hint', {}, language),
      required: false,
      ...filled('requester-other'),
    },
    desks.length > 1 && {
      name: 'desk',
      kind: 'choice',
      label: words('field-edit-desk', {}, language),
      required: true,
      options: desks.map((one) => ({ id: one.desk, label: label(one.name, language, one) })),
      ...filled('desk'),
      redraws: true,
    },
    // Where it goes on another desk is for that desk's routing to say.
    target === desk && channelField(desk, shown, given, language),
    {
      name: 'snooze-date',
      kind: 'date',
      label: words('field-snooze-date', {}, language),
      hint: line('field-snooze-date-hint', {}, language),
      required: false,
      ...filled('snooze-date'),
    },
    {
      name: 'snooze-time',
      kind: 'text',
      label: line('field-snooze-time', { zone: desk.zone }, language),
      hint: line('field-snooze-time-hint', {}, language),
      required: false,
      ...filled('snooze-time'),
    },
    agents.length > 0 && {
      name: 'private-to',
      kind: 'many',
      label: words('field-private-to', {}, language),
      hint: line('field-private-to-hint', {}, language),
      required: false,
      options: agents.map(({ id, name }) => ({ id, label: name })),
      ...filled('private-to'),
    },
    {
      name: 'blocked',
      kind: 'yesno',
      label: words('field-blocked', {}, language),
      hint: line('field-blocked-hint', {}, language),
      required: true,
      options: [
        { id: 'yes', label: words('answer-yes', {}, language) },
        { id: 'no', label: words('answer-no', {}, language) },
      ],
      ...filled('blocked'),
    },
  ]
  return all.filter((field) => field !== false)
}

/** Channels by what goes there: their names are the platform's, and not known here. */
function channelField(desk: Desk, shown: Standing, given: Answers, language: string): Named | false {
  const options = new Map<string, string>()
  for (const place of triageChannels(desk)) {
    const id = channelId(place)
    if (options.has(id)) continue
    const route = desk.routing.find(({ to }) => to === place.chat)
    const main = place.platform === desk.triage.platform && place.chat === desk.triage.chat
    const named = main ? words('field-channel-main', {}, language) : route && whatGoes(desk, route.when, language)
    options.set(id, named ?? place.chat)
  }
  if (options.size < 2) return false
  const value = [given.channel ?? shown.channel ?? ''].flat().join()
  return {
    name: 'channel',
    kind: 'choice',
    label: words('field-channel', {}, language),
    required: true,
    options: [...options].map(([id, text]) => ({ id, label: text })),
    ...(options.has(value) && { value }),
  }
}

function whatGoes(desk: Desk, when: Readonly<Record<string, readonly string[]>>, language: string): string {
  const shown = Object.entries(when).flatMap(([key, values]) =>
    values.map((value) => {
      const known =
        key === 'category' ? categoryOf(desk, value) : key === 'type' ? typeOf(desk, value) : priorityOf(desk, value)
      return known ? label(known.label, language, desk) : value
    }),
  )
  return shown.join(', ')
}
